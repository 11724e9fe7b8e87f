// security.md 8, attacks on one change: what is altered on the way, or made wrong by a member who holds real keys.
#include "core/crypto/hashing.h"
#include "core/crypto/padding.h"
#include "core/sync/bodycodec.h"
#include "tests/core/usecases/attacks/attackworld.h"

using namespace ourtable;
using namespace ourtable::test;

namespace {

sync::Envelope withWords(sync::Envelope envelope, Bytes ciphertext)
{
    envelope.ciphertext = std::move(ciphertext);
    envelope.ciphertextHash = crypto::plainHashOf(*envelope.ciphertext);
    return envelope;
}

sync::Envelope flipped(const sync::Envelope &envelope)
{
    Bytes octets = *envelope.ciphertext;
    octets[5] ^= 1;
    return withWords(envelope, std::move(octets));
}

} // namespace

class AttacksChange : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_world.found(), m_world.programme.failure.c_str()); }
    void cleanup() { m_world.behave(); }

    void attack1_bitFlippedOnTheWay();
    void attack2_bitFlippedAndSealedAgain();
    void attack5_wrongPreviousHash();
    void attack7_anothersCiphertextUnderOwnName();
    void attack9_certificateInAnothersName();
    void attack9_chainOfSomebodyElse();
    void attack9_ownSealOverAnothersChain();
    void attack9_badCertificateDoesNotKeepTheGoodOneOut();
    void attack10_epochNumberAltered();
    void attack13_movedToAnotherCircle();
    void attack13_kindInAForeignCircle();
    void attack13_eraseFromAnotherCircle();
    void attack14_truncated();
    void attack15_tooLarge();
    void attack16_badPadding();
    void attack17_suitesAndVersionsOfLater();
    void attack18_withoutWords();

private:
    usecases::Workspace &dami() { return *m_world.dami->workspace; }
    usecases::Workspace &mal() { return *m_world.mal->workspace; }
    HandmadeChain chain() { return {mal(), m_world.circle()}; }
    // Sealed by its author as it is: nothing is shown of it, and what follows in its chain is.
    void isLeftOutAlone(HandmadeChain &chain, const sync::Envelope &bad);
    void isNotShown(const HandmadeChain &chain, const std::vector<sync::Envelope> &changes, const RecordId &record);

    AttackWorld m_world;
};

void AttacksChange::isNotShown(const HandmadeChain &chain, const std::vector<sync::Envelope> &changes, const RecordId &record)
{
    VERIFY_GOOD(m_world.receive(*m_world.dami, chain, changes));
    QCOMPARE(wordsOf(dami(), record), std::string());
}

void AttacksChange::isLeftOutAlone(HandmadeChain &chain, const sync::Envelope &bad)
{
    chain.take(bad);
    const RecordId behind = m_world.newRecord();
    const sync::Envelope next = chain.next(behind, noteOf("behind it"));
    VERIFY_GOOD(m_world.receive(*m_world.dami, chain, {bad, next}));
    QCOMPARE(wordsOf(dami(), bad.record), std::string());
    QVERIFY(*dami().profile().log().isKnown(bad.record)); // kept as it came
    QCOMPARE(wordsOf(dami(), behind), std::string("behind it"));
}

void AttacksChange::attack1_bitFlippedOnTheWay()
{
    HandmadeChain author = chain();
    const RecordId record = m_world.newRecord();
    const sync::Envelope sent = author.next(record, noteOf("The bus stops too early"));
    isNotShown(author, {flipped(sent)}, record);
    QVERIFY(waiting(dami()) > 0);
    VERIFY_GOOD(m_world.receive(*m_world.dami, author, {sent}));
    QCOMPARE(wordsOf(dami(), record), std::string("The bus stops too early"));
}

void AttacksChange::attack2_bitFlippedAndSealedAgain()
{
    HandmadeChain author = chain();
    isLeftOutAlone(author, flipped(author.next(m_world.newRecord(), noteOf("flipped"))));
}

void AttacksChange::attack5_wrongPreviousHash()
{
    HandmadeChain author = chain();
    const RecordId first = m_world.newRecord();
    const RecordId second = m_world.newRecord();
    const sync::Envelope one = author.next(first, noteOf("one"));
    const sync::Seal overOne = author.seal();
    sync::Envelope two = author.next(second, noteOf("two"));
    two.previous.octets[0] ^= 1;
    author.take(two);
    VERIFY_GOOD(m_world.receive(*m_world.dami, [&](sync::PullAnswer &answer) {
        AttackWorld::add(answer, author, {one, two});
        answer.seals.push_back(overOne);
    }));
    QCOMPARE(wordsOf(dami(), first), std::string("one"));
    QCOMPARE(wordsOf(dami(), second), std::string());
    QVERIFY(waiting(dami()) > 0);
}

void AttacksChange::attack7_anothersCiphertextUnderOwnName()
{
    HandmadeChain author(m_world.coordinator(), m_world.circle());
    const sync::Envelope stolen = author.next(m_world.newRecord(), noteOf("stolen"));
    HandmadeChain thief = chain();
    sync::Envelope own = thief.nextHead(stolen.record);
    own.suite = stolen.suite;
    own.nonce = stolen.nonce;
    own.epoch = stolen.epoch;
    own.ciphertext = stolen.ciphertext;
    own.ciphertextHash = stolen.ciphertextHash;
    isLeftOutAlone(thief, own);
}

void AttacksChange::attack9_certificateInAnothersName()
{
    HandmadeChain forger = chain();
    const store::EndpointKeys &keys = mal().endpointKeys();
    forger.certificate = sync::ReplicaCertificate::make(m_world.coordinator().endpoint(), keys.signing, {}, sync::ReplicaReason::Enrolled,
                                                        m_world.programme.random);
    const RecordId record = m_world.newRecord();
    const sync::Envelope forged = forger.next(record, noteOf("said by the coordinator"));
    isNotShown(forger, {forged}, record);
}

void AttacksChange::attack9_chainOfSomebodyElse()
{
    HandmadeChain author(m_world.coordinator(), m_world.circle());
    const sync::Envelope first = author.next(m_world.newRecord(), noteOf("hers"));
    VERIFY_GOOD(m_world.receive(*m_world.dami, author, {first}));
    QCOMPARE(wordsOf(dami(), first.record), std::string("hers"));
    // Mal goes on with the coordinator's chain, and seals it with her own key.
    const RecordId record = m_world.newRecord();
    const sync::Envelope forged = author.next(record, noteOf("not hers"));
    VERIFY_GOOD(m_world.receive(*m_world.dami, [&](sync::PullAnswer &answer) {
        answer.runs.push_back(sync::Run::startingWith(forged));
        answer.seals.push_back(sync::Seal::make(m_world.circle(), author.replica(), author.seq, author.head, author.membershipHead,
                                                mal().endpointKeys().signing));
    }));
    QCOMPARE(wordsOf(dami(), record), std::string());
}

void AttacksChange::attack9_ownSealOverAnothersChain()
{
    // The forged change names the coordinator's replica; Mal's seal is a true one, of her own replica, over the forged head.
    HandmadeChain author(m_world.coordinator(), m_world.circle());
    HandmadeChain forger = chain();
    const RecordId record = m_world.newRecord();
    const sync::Envelope forged = author.next(record, noteOf("said by the coordinator"));
    VERIFY_GOOD(m_world.receive(*m_world.dami, [&](sync::PullAnswer &answer) {
        answer.runs.push_back(sync::Run::startingWith(forged));
        answer.certificates.push_back(author.certificate);
        answer.certificates.push_back(forger.certificate);
        answer.seals.push_back(forger.sealOver(forged.seq, forged.hash()));
    }));
    QCOMPARE(wordsOf(dami(), record), std::string());
}

void AttacksChange::attack9_badCertificateDoesNotKeepTheGoodOneOut()
{
    HandmadeChain author = chain();
    const RecordId record = m_world.newRecord();
    const sync::Envelope sent = author.next(record, noteOf("true"));
    HandmadeChain altered = author;
    altered.certificate.signature.octets[3] ^= 1;
    isNotShown(altered, {sent}, record);
    VERIFY_GOOD(m_world.receive(*m_world.dami, author, {sent}));
    QCOMPARE(wordsOf(dami(), record), std::string("true"));
}

void AttacksChange::attack10_epochNumberAltered()
{
    VERIFY_GOOD(m_world.rotate(m_world.circle()));
    VERIFY_GOOD(mal().share());
    VERIFY_GOOD(dami().share());
    QCOMPARE(mal().keyring().newest(m_world.circle())->epoch(), 2u);
    HandmadeChain author = chain();
    sync::Envelope sent = author.next(m_world.newRecord(), noteOf("epoch two"));
    sync::Envelope altered = sent;
    altered.epoch = 1;
    isNotShown(author, {altered}, sent.record);
    HandmadeChain liar = chain();
    sync::Envelope lie = liar.next(m_world.newRecord(), noteOf("epoch two"));
    lie.epoch = 1;
    isLeftOutAlone(liar, lie);
}

void AttacksChange::attack13_movedToAnotherCircle()
{
    // The hub hands a note of the table out as one of the office, to somebody who reads both.
    const CircleId &office = m_world.circle(AttackWorld::kOffice);
    HandmadeChain author = chain();
    const sync::Envelope sent = author.next(m_world.newRecord(), noteOf("moved"));
    sync::Envelope moved = sent;
    moved.circle = office;
    VERIFY_GOOD(m_world.bringNews(m_world.programme.coordinator));
    m_world.alter<sync::HelloAnswer>("/v1/hello", [&](sync::HelloAnswer &hello) {
        for (sync::CirclePosition &position : hello.circles)
            position.headSeq += position.circle == office ? 1 : 0;
    });
    bool asked = false;
    m_world.alter<sync::PullAnswer>("/v1/pull?c=" + office.hex(), [&](sync::PullAnswer &answer) {
        asked = true;
        AttackWorld::add(answer, author, {moved});
    });
    VERIFY_GOOD(m_world.coordinator().share());
    QVERIFY(asked);
    QCOMPARE(wordsOf(m_world.coordinator(), sent.record), std::string());
    QVERIFY(waiting(m_world.coordinator()) > 0);
}

void AttacksChange::attack13_kindInAForeignCircle()
{
    // Sealed in order by somebody who may write to the office, but a note belongs to the table.
    HandmadeChain author(mal(), m_world.circle(AttackWorld::kOffice));
    const sync::Envelope sent = author.next(m_world.newRecord(), noteOf("in the office"));
    sync::PushRequest push{m_world.programme.random.make<RequestId>(), {author.certificate}, {sync::Run::startingWith(sent)}, {author.seal()}};
    VERIFY_GOOD((*mal().profile().engine())->request("POST", "/v1/push", push.encoded()));
    VERIFY_GOOD(m_world.coordinator().share());
    QVERIFY(*m_world.coordinator().profile().log().isKnown(sent.record));
    QCOMPARE(m_world.coordinator().get(sent.record).error().code, ErrorCode::NotFound);
}

void AttacksChange::attack13_eraseFromAnotherCircle()
{
    // A lay partner may take back notes of the table. What lives in the office is none of hers, whatever its id.
    namespace claim = kinds::involvement_claim;
    HandmadeChain author(m_world.coordinator(), m_world.circle(AttackWorld::kOffice));
    sync::Body body = noteOf("unused");
    body.kind = claim::kind;
    body.writes.clear();
    const sync::Envelope kept = author.next(m_world.newRecord(), body);
    store::LogStore &log = m_world.coordinator().profile().log();
    sync::PullAnswer answer;
    answer.circle = m_world.circle(AttackWorld::kOffice);
    answer.next = *log.cursor(answer.circle);
    AttackWorld::add(answer, author, {kept});
    VERIFY_GOOD(log.ingest(answer));
    QCOMPARE(log.changesOf(kept.record)->size(), std::size_t{1});
    HandmadeChain eraser = chain();
    const sync::Envelope erase = eraser.next(kept.record, noteOf("unused"), sync::ChangeKind::Erase);
    sync::PullAnswer table;
    table.circle = m_world.circle();
    table.next = *log.cursor(table.circle);
    AttackWorld::add(table, eraser, {erase});
    VERIFY_GOOD(log.ingest(table));
    for (const store::StoredChange &change : changesOf(m_world.coordinator(), kept.record))
        QVERIFY(change.envelope.ciphertext.has_value());
}

void AttacksChange::attack14_truncated()
{
    HandmadeChain author = chain();
    const sync::Envelope sent = author.next(m_world.newRecord(), noteOf("cut short on the way"));
    Bytes shorter(sent.ciphertext->begin(), sent.ciphertext->end() - 1);
    isNotShown(author, {withWords(sent, shorter)}, sent.record);
    HandmadeChain liar = chain();
    sync::Envelope cut = liar.next(m_world.newRecord(), noteOf("cut short by its author"));
    cut = withWords(cut, Bytes(cut.ciphertext->begin(), cut.ciphertext->end() - 1));
    isLeftOutAlone(liar, cut);
}

void AttacksChange::attack15_tooLarge()
{
    const std::int64_t before = quarantined(dami());
    HandmadeChain author = chain();
    sync::Envelope large = author.next(m_world.newRecord(), noteOf("large"));
    large = withWords(large, Bytes(sync::kChangeOctets, 7));
    isLeftOutAlone(author, large);
    QCOMPARE(quarantined(dami()), before + 1);
    // An answer longer than any message is not looked at.
    const Bytes message(sync::kMessageOctets + 1, 0);
    QVERIFY(!sync::PullAnswer::decode(message));
    QCOMPARE(sync::sealUnderEpoch(author.nextHead(m_world.newRecord()), noteOf(std::string(70'000, 'x') + mal().endpoint().hex()),
                                  *mal().keyring().newest(m_world.circle()), m_world.programme.random).ok(), true); // compresses well
    std::string noise;
    while (noise.size() < 2 * sync::kChangeOctets)
        noise += m_world.newRecord().hex();
    QCOMPARE(sync::sealUnderEpoch(author.nextHead(m_world.newRecord()), noteOf(noise), *mal().keyring().newest(m_world.circle()),
                                  m_world.programme.random).error().code, ErrorCode::TooLarge);
}

void AttacksChange::attack16_badPadding()
{
    HandmadeChain author = chain();
    const sync::EpochKey &key = *mal().keyring().newest(m_world.circle());
    const auto sealedRaw = [&](const Bytes &packed) {
        sync::Envelope made = author.nextHead(m_world.newRecord());
        made.nonce = m_world.programme.random.make<crypto::Nonce>();
        return withWords(made, crypto::seal(key.changeKey(), made.nonce, packed, made.associatedData()));
    };
    Bytes packed = sync::packBody(sync::encodeBody(noteOf("padded wrongly")));
    packed.push_back(0);
    const sync::Envelope longer = sealedRaw(packed);
    const Bytes noMarker(64, 0);
    for (const sync::Envelope &bad : {longer, sealedRaw(noMarker)})
        QCOMPARE(sync::openChange(bad, mal().keyring()).error(), sync::openChange(flipped(bad), mal().keyring()).error());
    isLeftOutAlone(author, longer);
}

void AttacksChange::attack17_suitesAndVersionsOfLater()
{
    const std::int64_t before = quarantined(dami());
    for (const int suite : {3, 200}) {
        HandmadeChain author = chain();
        sync::Envelope later = author.next(m_world.newRecord(), noteOf("of a later suite"));
        later.suite = static_cast<sync::Suite>(suite);
        isLeftOutAlone(author, later);
    }
    HandmadeChain author = chain();
    sync::Envelope later = author.next(m_world.newRecord(), noteOf("of a later kind"));
    later.kind = static_cast<sync::ChangeKind>(9);
    isLeftOutAlone(author, later);
    QCOMPARE(quarantined(dami()), before + 3);
    // "Update the app" where there is a version to tell it by.
    Bytes dictionary = crypto::padded(Bytes{9, 1, 2, 3});
    QCOMPARE(sync::unpackBody(dictionary).error().code, ErrorCode::Unsupported);
    sync::Directory trial = dami().directory();
    Bytes entry = trial.next(sync::HubPins{{m_world.programme.hub.settings().caPin}}, 1).encoded();
    QCOMPARE(entry[1], std::uint8_t{1}); // the version, behind the array's head
    entry[1] = 2;
    QCOMPARE(trial.append(entry).error().code, ErrorCode::Unsupported);
}

void AttacksChange::attack18_withoutWords()
{
    const std::int64_t before = quarantined(dami());
    HandmadeChain author = chain();
    sync::Envelope empty = author.next(m_world.newRecord(), noteOf("unused"));
    isLeftOutAlone(author, withWords(empty, {}));
    QCOMPARE(quarantined(dami()), before + 1);
    HandmadeChain liar = chain();
    sync::Envelope nothing = liar.nextHead(m_world.newRecord());
    nothing.nonce = m_world.programme.random.make<crypto::Nonce>();
    nothing = withWords(nothing, crypto::seal(mal().keyring().newest(m_world.circle())->changeKey(), nothing.nonce, {}, nothing.associatedData()));
    isLeftOutAlone(liar, nothing);
}

QTEST_APPLESS_MAIN(AttacksChange)
#include "tst_attackschange.moc"
