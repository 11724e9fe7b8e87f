// security.md 8, attacks on what is decoded: invitations, CBOR, compressed bodies, whole messages, and the enrolment that is
// cut in the middle.
#include <QTest>

#include "core/crypto/hashing.h"
#include "core/crypto/padding.h"
#include "core/support/base45.h"
#include "core/sync/body.h"
#include "core/sync/bodycodec.h"
#include "tests/core/usecases/attacks/attackworld.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

Bytes octets(const char *hex)
{
    const QByteArray made = QByteArray::fromHex(hex);
    return Bytes(made.begin(), made.end());
}

sync::Invitation anInvitation()
{
    SeededRandom random(90);
    sync::Invitation made;
    made.address = "hub.example:8443";
    made.caPin = random.make<Hash>();
    made.rootKey = random.make<crypto::VerifyKey>();
    made.secret = random.make<sync::InviteSecret>();
    made.expires = 1'795'336'200'000;
    return made;
}

// The invitation's CBOR with more or other members.
std::string textOfMembers(std::size_t members, std::int64_t kind, bool trailing = false)
{
    const sync::Invitation meant = anInvitation();
    cbor::Writer out;
    out.array(members);
    out.integer(kind);
    out.text(meant.address);
    out.octets(meant.caPin.view());
    out.octets(meant.secret.view());
    out.integer(meant.expires);
    out.octets(meant.rootKey.view());
    for (std::size_t more = 6; more < members; ++more)
        out.integer(1);
    if (trailing)
        out.integer(1);
    return "OT1:" + base45::encode(out.bytes());
}

} // namespace

class AttacksFormats : public QObject {
    Q_OBJECT

private slots:
    void attack90_invitationsThatAreNone();
    void attack91_addressesInInvitations_data();
    void attack91_addressesInInvitations();
    void attack93_cutBetweenRedeemingAndSaving();
    void attack120_cborOutsideTheProfile_data();
    void attack120_cborOutsideTheProfile();
    void attack121_cborThatClaimsMuch_data();
    void attack121_cborThatClaimsMuch();
    void attack123_compressedBomb();
    void attack124_messageFromSomewhereElse();
};

void AttacksFormats::attack90_invitationsThatAreNone()
{
    const sync::Invitation meant = anInvitation();
    VERIFY_GOOD(sync::Invitation::fromText(meant.text()));
    QCOMPARE(meant.text(), textOfMembers(6, 2));
    std::string long4 = meant.text();
    long4.append(4097 - long4.size(), '0');
    const std::string good = meant.text();
    for (const std::string &bad : {long4, textOfMembers(7, 2), textOfMembers(6, 3), textOfMembers(6, 1), textOfMembers(6, 2, true),
                                   "OT2:" + good.substr(4), "COOP1:" + good.substr(4), good.substr(4), good + "a", good + "0",
                                   good.substr(0, good.size() - 3), std::string("OT1:"), std::string("OT1:\xc3\xa9"), std::string()}) {
        const Result<sync::Invitation> read = sync::Invitation::fromText(bad);
        QVERIFY2(!read, bad.substr(0, 80).c_str());
        QCOMPARE(read.error().code, ErrorCode::Malformed);
    }
}

void AttacksFormats::attack91_addressesInInvitations_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address : {"file:///etc/passwd:1", "http://hub.example:80", "user@hub.example:443", "hub.example", "hub.example:0",
                                "hub.example:65536", "hub.example:443/path", "h\xd1\x83""b.example:443", "hub.example:44 3", ":443",
                                "-hub.example:443", ".hub:443", "hub.example:443?x", "[::1]:443/..", "hub\\example:443"})
        QTest::newRow(address) << QByteArray(address);
}

void AttacksFormats::attack91_addressesInInvitations()
{
    QFETCH(QByteArray, address);
    sync::Invitation made = anInvitation();
    made.address = address.toStdString();
    QVERIFY(!sync::isHubAddress(made.address));
    QVERIFY(!sync::Invitation::fromText(made.text()));
}

void AttacksFormats::attack93_cutBetweenRedeemingAndSaving()
{
    Programme programme;
    QVERIFY2(programme.found(), programme.failure.c_str());
    usecases::InvitationFor whom;
    whom.roles = {1};
    const Result<sync::Invitation> invitation = usecases::invite(*programme.coordinator, whom);
    VERIFY_GOOD(invitation);
    Member member;
    member.folder = programme.folder.file("cut");
    const Result<usecases::JoinRequest> request = usecases::readInvitation(invitation->text(), programme.around(member));
    VERIFY_GOOD(request);
    // The hub has taken the invitation; the device never hears of it.
    programme.hub.line = [](const sync::TransportRequest &sent) { return sent.target == "/v1/enrol" ? Line::LoseAnswer : Line::Good; };
    QCOMPARE(usecases::join(member.folder, *request, {"Dami", kPin, false}, programme.around(member)).error().code, ErrorCode::Offline);
    programme.hub.line = {};
    const auto again = usecases::join(member.folder, *request, {"Dami", kPin, false}, programme.around(member));
    QCOMPARE(again.error().code, ErrorCode::AlreadyUsed); // "ask for a new code"
    QVERIFY(!programme.coordinator->directory().endpoints().empty());
    QCOMPARE(programme.coordinator->directory().endpoints().size(), std::size_t{1}); // nobody is half in
    // A new code works, on the same device.
    const Result<sync::Invitation> next = usecases::invite(*programme.coordinator, whom);
    VERIFY_GOOD(next);
    const Result<usecases::JoinRequest> newer = usecases::readInvitation(next->text(), programme.around(member));
    VERIFY_GOOD(newer);
    auto joined = usecases::join(member.folder, *newer, {"Dami", kPin, false}, programme.around(member));
    VERIFY_GOOD(joined);
    const auto waiting = usecases::waitingPeople(*programme.coordinator);
    VERIFY_GOOD(waiting);
    const auto mine = std::find_if(waiting->begin(), waiting->end(), [&](const auto &person) { return person.words == joined->words; });
    QVERIFY(mine != waiting->end());
    VERIFY_GOOD(usecases::letIn(*programme.coordinator, mine->invite));
    VERIFY_GOOD(usecases::finishJoining(*joined->profile));
    VERIFY_GOOD(usecases::Workspace::unlock(*joined->profile, kPin, joined->endpoint));
}

void AttacksFormats::attack120_cborOutsideTheProfile_data()
{
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char *name, const char *hex) { QTest::newRow(name) << QByteArray(hex); };
    row("the same key twice", "a201010102");
    row("keys out of order", "a202010101");
    row("text key out of order", "a2616201616101");
    row("integer in too many octets", "1817");
    row("integer in eight octets", "1b0000000000000001");
    row("length in too many octets", "580161");
    row("array length in too many octets", "980100");
    row("trailing octets", "0000");
    row("nothing", "");
    row("cut", "8201");
    row("cut in an integer", "1901");
    row("tag", "c074323032362d31312d31325430393a30303a30305a");
    row("big number", "c249010000000000000000");
    row("half float NaN", "f97e00");
    row("float", "fa47c35000");
    row("double", "fb3ff199999999999a");
    row("undefined", "f7");
    row("simple value", "e0");
    row("simple value in two octets", "f818");
    row("break", "ff");
    row("indefinite array", "9f01ff");
    row("indefinite map", "bf0101ff");
    row("indefinite text", "7f6161ff");
    row("indefinite octets", "5f4161ff");
    row("reserved length", "1c");
    row("past int64", "1b8000000000000000");
    row("past negative int64", "3b8000000000000000");
    row("NUL in a text", "6100");
    row("half a character", "61c3");
    row("overlong character", "62c080");
    row("lone surrogate", "63eda080");
    row("seventeen deep", "818181818181818181818181818181818101");
    row("key that is an array", "a18000");
    row("key that is null", "a1f600");
}

void AttacksFormats::attack120_cborOutsideTheProfile()
{
    QFETCH(QByteArray, hex);
    const Bytes input = octets(hex.constData());
    const Result<Value> read = cbor::decode(input);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Malformed);
    // Nor does a reader that skips over it take it.
    cbor::Reader in(input);
    (void)in.raw();
    QVERIFY(!in.finished());
    VERIFY_GOOD(cbor::decode(octets("a20101026162")));
}

void AttacksFormats::attack121_cborThatClaimsMuch_data()
{
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char *name, const char *hex) { QTest::newRow(name) << QByteArray(hex); };
    row("array of 2^40", "9b0000010000000000");
    row("array of 2^63", "9b8000000000000000");
    row("array of 2^64 - 1", "9bffffffffffffffff");
    row("map of 2^40", "bb0000010000000000");
    row("map of 2^64 - 1", "bbffffffffffffffff");
    row("octets of 2^40", "5b0000010000000000");
    row("octets of 2^64 - 1", "5bffffffffffffffff");
    row("text of 2^32 - 1", "7affffffff");
    row("arrays of 2^32 in arrays", "9affffffff9affffffff9affffffff");
}

void AttacksFormats::attack121_cborThatClaimsMuch()
{
    QFETCH(QByteArray, hex);
    const Bytes input = octets(hex.constData());
    QVERIFY(!cbor::decode(input));
    cbor::Reader in(input);
    const std::size_t items = input[0] >> 5 == 4 ? in.array() : input[0] >> 5 == 5 ? in.map() : in.octets().size() + in.text().size();
    QVERIFY(in.failed() || items > 0);
    for (std::size_t left = items; left > 0 && !in.failed(); --left)
        (void)in.value();
    QVERIFY(in.failed());
    for (const auto decode : {+[](ByteView from) { return sync::PullAnswer::decode(from).ok(); }, +[](ByteView from) { return sync::PushRequest::decode(from).ok(); },
                              +[](ByteView from) { return sync::HelloAnswer::decode(from).ok(); }, +[](ByteView from) { return sync::DirectoryEntry::decode(from).ok(); },
                              +[](ByteView from) { return sync::decodeBody(from).ok(); }, +[](ByteView from) { return sync::KeysAnswer::decode(from).ok(); }})
        QVERIFY(!decode(input));
    // Over a limit is refused before anything of it is looked at.
    QVERIFY(!cbor::decode(Bytes(300 * 1024, 0)));
}

void AttacksFormats::attack123_compressedBomb()
{
    // Core links no Qt, so there is no qUncompress to feed. What it does uncompress is told its size first, and capped.
    const auto frame = [](std::uint64_t claimed, ByteView blocks) {
        Bytes packed{1, 0xe0}; // dictionary 1; a frame header with one segment and eight octets of size
        append(packed, crypto::le64(claimed));
        append(packed, blocks);
        return crypto::padded(std::move(packed));
    };
    const Bytes manyZeros{0x03, 0xff, 0x03, 0x00}; // one block: the same octet, again and again
    QCOMPARE(sync::unpackBody(frame(std::uint64_t{1} << 40, manyZeros)).error().code, ErrorCode::TooLarge);
    QCOMPARE(sync::unpackBody(frame(sync::kBodyOctets + 1, manyZeros)).error().code, ErrorCode::TooLarge);
    QCOMPARE(sync::unpackBody(frame(UINT64_MAX - 1, manyZeros)).error().code, ErrorCode::TooLarge);
    QCOMPARE(sync::unpackBody(frame(300, manyZeros)).error().code, ErrorCode::SealBroken); // it is longer than it says
    QCOMPARE(sync::unpackBody(frame(sync::kBodyOctets, manyZeros)).error().code, ErrorCode::SealBroken); // and shorter
    QCOMPARE(sync::unpackBody(crypto::padded(Bytes{1, 0x00, 0x00})).error().code, ErrorCode::SealBroken); // does not say
    const Bytes body(sync::kBodyOctets, 'x');
    QCOMPARE(*sync::unpackBody(sync::packBody(body)), body);
    QCOMPARE(sync::unpackBody(sync::packBody(Bytes(sync::kBodyOctets + 1, 'x'))).error().code, ErrorCode::TooLarge);
}

void AttacksFormats::attack124_messageFromSomewhereElse()
{
    // The door of a pull answer, with what a bundle could bring; bundles themselves are in tst_bundle and tst_carrying.
    AttackWorld world;
    QVERIFY2(world.found(), world.programme.failure.c_str());
    usecases::Workspace &dami = *world.dami->workspace;
    store::LogStore &log = dami.profile().log();
    HandmadeChain author(*world.mal->workspace, world.circle());
    sync::PullAnswer answer;
    answer.circle = world.circle();
    answer.next = *log.cursor(answer.circle);
    const sync::Envelope sent = author.next(world.newRecord(), noteOf("carried by hand"));
    AttackWorld::add(answer, author, {sent});
    const Bytes good = answer.encoded();
    const std::int64_t before = log.counts()->changes;
    for (std::size_t cut = 0; cut < good.size(); cut += 7)
        QVERIFY(!sync::PullAnswer::decode(ByteView(good).first(cut)));
    Bytes longer = good;
    longer.push_back(0);
    QVERIFY(!sync::PullAnswer::decode(longer));
    QVERIFY(!sync::PullAnswer::decode(Bytes(64 * 1024 * 1024 + 1, 0x80)));
    // Half of it is bad: nothing is applied.
    sync::PullAnswer mixed = answer;
    sync::Run foreign = mixed.runs.front();
    foreign.circle = world.circle(AttackWorld::kOffice);
    mixed.runs.push_back(foreign);
    QVERIFY(!log.ingest(mixed));
    QCOMPARE(log.counts()->changes, before);
    // Of another programme: its authors are nobody here, whatever they signed.
    AttackWorld other;
    QVERIFY2(other.found(), other.programme.failure.c_str());
    HandmadeChain stranger(*other.mal->workspace, other.circle());
    const sync::Envelope strange = stranger.next(world.newRecord(), noteOf("of another table"));
    sync::PullAnswer theirs;
    theirs.circle = other.circle();
    AttackWorld::add(theirs, stranger, {strange});
    VERIFY_GOOD(log.ingest(theirs));
    VERIFY_GOOD(dami.catchUp());
    QCOMPARE(wordsOf(dami, strange.record), std::string());
    // And twice is once.
    for (int i = 0; i < 3; ++i)
        VERIFY_GOOD(log.ingest(*sync::PullAnswer::decode(good)));
    VERIFY_GOOD(dami.catchUp());
    QCOMPARE(wordsOf(dami, sent.record), std::string("carried by hand"));
    QCOMPARE(log.counts()->changes, before + 2);
}

QTEST_APPLESS_MAIN(AttacksFormats)
#include "tst_attacksformats.moc"
