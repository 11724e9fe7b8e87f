// Two devices meet without a hub (PROTOCOL.md 10), and everybody who would like to be taken for one of them.

#include <QTest>

#include <set>

#include "tests/support/nearbypair.h"

using namespace ourtable;
using namespace ourtable::sync;
using namespace ourtable::test;

using Role = NearbyHandshake::Role;

class tst_nearbyhandshake : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::start()); }
    void bothShowTheSameWordsAndKnowEachOther();
    void anotherMeetingHasOtherWords();
    void anotherProgrammeIsNotMet();
    void aDeviceThatIsNotKnownIsNotMet();
    void whoIsSwitchedOffOrWithoutPeopleIsNotMet();
    void everyAlteredOctetEndsIt();
    void whatIsCutOrLongerEndsIt();
    void whatWasSaidBeforeIsWorthNothing();
    void theCallerIsBoundToItsKey();
    void aKeyThatAnybodyCouldOpenIsRefused();
    void whoCallsWithoutBelongingHearsNothingOfTheOther();
    void ownWordsSentBackAreNotTheOthers();
    void betweenThemTheWordsDiffer();
    void anotherVersionIsSaidSo();
    void afterTheEndNothingIsTaken();
    void aChannelOpensEachMessageOnceAndInOrder();
};

void tst_nearbyhandshake::bothShowTheSameWordsAndKnowEachOther()
{
    NearbyPair pair;
    NearbyPair::Said said = pair.meet();
    QVERIFY(said.caller.done() && said.called.done());
    QCOMPARE(said.messages.size(), std::size_t{4});
    for (const Bytes &message : said.messages)
        QVERIFY(message.size() <= kHandshakeOctets);
    QCOMPARE(said.caller.words(), said.called.words());
    QVERIFY(said.caller.words().find('-') != std::string::npos);
    QVERIFY(said.caller.other() == deviceIdOf(pair.two.device.verifyKey));
    QVERIFY(said.called.other() == deviceIdOf(pair.one.device.verifyKey));
    NearbyChannel one = said.caller.takeChannel();
    NearbyChannel two = said.called.takeChannel();
    const Bytes words = toBytes("good morning");
    QVERIFY(two.open(one.seal(words)).value() == words);
    QVERIFY(one.open(two.seal(words)).value() == words);
}

void tst_nearbyhandshake::anotherMeetingHasOtherWords()
{
    NearbyPair pair;
    std::set<std::string> words;
    for (int meeting = 0; meeting < 20; ++meeting)
        words.insert(pair.meet().caller.words());
    QVERIFY(words.size() > 15);
}

void tst_nearbyhandshake::anotherProgrammeIsNotMet()
{
    NearbyPair pair;
    pair.two.root = crypto::SigningKeyPair::make(pair.random).verifyKey; // all else fits
    NearbyPair::Said said = pair.meet();
    QVERIFY(!said.caller.done() && !said.called.done());
    QCOMPARE(said.messages.size(), std::size_t{3}); // the called one ends it at the caller's proof
}

void tst_nearbyhandshake::aDeviceThatIsNotKnownIsNotMet()
{
    NearbyPair pair;
    pair.two.others.clear();
    NearbyPair::Said said = pair.meet();
    QVERIFY(!said.caller.done() && !said.called.done());
    QCOMPARE(said.messages.size(), std::size_t{3});

    NearbyPair other;
    other.one.others.clear();
    NearbyPair::Said again = other.meet();
    QVERIFY(!again.caller.done());
    // Known by its number, but with another key: somebody who only knows the number.
    NearbyPair third;
    third.two.others.begin()->second = crypto::SigningKeyPair::make(third.random).verifyKey;
    QVERIFY(!third.meet().called.done());
}

void tst_nearbyhandshake::whoIsSwitchedOffOrWithoutPeopleIsNotMet()
{
    constexpr std::int64_t kNow = 1'795'336'200'000;
    SeededRandom random(3);
    const crypto::SigningKeyPair root = crypto::SigningKeyPair::make(random);
    const crypto::SigningKeyPair coordinator = crypto::SigningKeyPair::make(random);
    Directory directory;
    const auto take = [&](DirectoryBody body) {
        DirectoryEntry entry = directory.next(std::move(body), kNow);
        entry.signAs({}, root);
        if (directory.size() > 3)
            entry.signAs(endpointIdOf(coordinator.verifyKey), coordinator);
        const Result<void> taken = directory.append(entry.encoded());
        QVERIFY2(taken.ok(), taken ? "" : taken.error().detail.c_str());
    };
    const CircleId circle = random.make<CircleId>();
    const auto add = [&](const crypto::SigningKeyPair &device, const crypto::SigningKeyPair &endpoint, std::uint8_t role, std::int64_t until) {
        take(EndpointAdd{endpoint.verifyKey, crypto::BoxKeyPair::make(random).publicKey, deviceIdOf(device.verifyKey), random.make<PersonId>(),
                         {role}, {{circle, CircleMode::Reader}}, until});
    };
    const crypto::SigningKeyPair office = crypto::SigningKeyPair::make(random);
    const crypto::SigningKeyPair tablet = crypto::SigningKeyPair::make(random);
    const DeviceId id = deviceIdOf(tablet.verifyKey);
    take(RootInit{random.make<ProgrammeId>(), root.verifyKey, crypto::BoxKeyPair::make(random).publicKey, {}});
    take(CircleCreate{circle, 1, true});
    take(DeviceAdd{office.verifyKey});
    add(office, coordinator, kCoordinatorRole, 0);
    QVERIFY(!mayBeMet(directory, id, kNow));
    take(DeviceAdd{tablet.verifyKey});
    QVERIFY(!mayBeMet(directory, id, kNow)); // nobody works with it
    add(tablet, crypto::SigningKeyPair::make(random), 1, kNow + 1000);
    QVERIFY(mayBeMet(directory, id, kNow));
    QVERIFY(!mayBeMet(directory, id, kNow + 1001)); // their time is over
    const NearbyPapers papers = NearbyPapers::of(directory, office, kNow);
    QCOMPARE(papers.others.size(), std::size_t{1}); // without this device itself
    QVERIFY(papers.others.contains(id) && papers.root == root.verifyKey);
    take(DeviceRevoke{id, LeaveReason::Lost, true, {}});
    QVERIFY(!mayBeMet(directory, id, kNow));
    QVERIFY(NearbyPapers::of(directory, office, kNow).others.empty());
}

// Runs a meeting in which one message is another than was sent. Gives whether both would go on.
bool goesOn(std::size_t which, const std::function<void(Bytes &)> &change)
{
    NearbyPair pair;
    NearbyHandshake caller(Role::Caller, pair.one, pair.random);
    NearbyHandshake called(Role::Called, pair.two, pair.random);
    Bytes message = caller.begin();
    for (std::size_t turn = 0; turn < 4; ++turn) {
        if (turn == which)
            change(message);
        const Result<Bytes> answer = (turn % 2 == 0 ? called : caller).take(message);
        if (!answer)
            return false;
        message = *answer;
    }
    return caller.done() && called.done() && caller.words() == called.words();
}

void tst_nearbyhandshake::everyAlteredOctetEndsIt()
{
    NearbyPair pair;
    const NearbyPair::Said said = pair.meet();
    QVERIFY(goesOn(0, [](Bytes &) {}));
    for (std::size_t which = 0; which < said.messages.size(); ++which) {
        for (std::size_t at = 0; at < said.messages[which].size(); ++at) {
            for (const std::uint8_t flip : {0x01, 0x80}) {
                const bool on = goesOn(which, [&](Bytes &message) { message[at] ^= flip; });
                QVERIFY2(!on, qPrintable(QStringLiteral("message %1, octet %2").arg(which).arg(at)));
            }
        }
    }
}

void tst_nearbyhandshake::whatIsCutOrLongerEndsIt()
{
    NearbyPair pair;
    const NearbyPair::Said said = pair.meet();
    for (std::size_t which = 0; which < said.messages.size(); ++which) {
        for (std::size_t length = 0; length < said.messages[which].size(); ++length)
            QVERIFY(!goesOn(which, [&](Bytes &message) { message.resize(length); }));
        QVERIFY(!goesOn(which, [&](Bytes &message) { message.push_back(0); }));
    }
}

void tst_nearbyhandshake::whatWasSaidBeforeIsWorthNothing()
{
    NearbyPair pair;
    const NearbyPair::Said before = pair.meet();
    NearbyHandshake called(Role::Called, pair.two, pair.random);
    QVERIFY(called.take(before.messages[0]).ok());
    const Result<Bytes> again = called.take(before.messages[2]);
    QVERIFY(!again && again.error().code == ErrorCode::SealBroken);
    NearbyHandshake caller(Role::Caller, pair.one, pair.random);
    static_cast<void>(caller.begin());
    QVERIFY(caller.take(before.messages[1]).ok());
    QVERIFY(!caller.take(before.messages[3]).ok());
}

void tst_nearbyhandshake::theCallerIsBoundToItsKey()
{
    NearbyPair pair;
    NearbyHandshake bound(Role::Caller, pair.one, pair.random);
    NearbyHandshake other(Role::Caller, pair.one, pair.random); // chooses its key after it saw the other's
    NearbyHandshake called(Role::Called, pair.two, pair.random);
    const Bytes key = called.take(bound.begin()).value();
    static_cast<void>(other.begin());
    const Result<Bytes> opened = called.take(other.take(key).value());
    QVERIFY(!opened && opened.error().code == ErrorCode::SealBroken);
}

void tst_nearbyhandshake::aKeyThatAnybodyCouldOpenIsRefused()
{
    NearbyPair pair;
    NearbyHandshake caller(Role::Caller, pair.one, pair.random);
    static_cast<void>(caller.begin());
    Bytes nothing(33, 0);
    nothing.front() = kNearbyVersion;
    const Result<Bytes> taken = caller.take(nothing);
    QVERIFY(!taken && taken.error().code == ErrorCode::SealBroken);
}

void tst_nearbyhandshake::whoCallsWithoutBelongingHearsNothingOfTheOther()
{
    NearbyPair pair;
    NearbyPapers stranger = pair.papers(); // knows the programme's root, is in nobody's directory
    NearbyHandshake caller(Role::Caller, stranger, pair.random);
    NearbyHandshake called(Role::Called, pair.two, pair.random);
    const Bytes key = called.take(caller.begin()).value();
    QCOMPARE(key.size(), std::size_t{33}); // a version and a key of this meeting
    const Result<Bytes> answer = called.take(caller.take(key).value());
    QVERIFY(!answer && answer.error().code == ErrorCode::NotMember);
}

void tst_nearbyhandshake::ownWordsSentBackAreNotTheOthers()
{
    NearbyPair pair;
    NearbyPair::introduce(pair.one, pair.one); // even for who would meet itself
    NearbyHandshake caller(Role::Caller, pair.one, pair.random);
    NearbyHandshake mirror(Role::Called, pair.one, pair.random);
    const Bytes opening = caller.take(mirror.take(caller.begin()).value()).value();
    QVERIFY(!caller.take(ByteView(opening).subspan(32)).ok()); // its own sealed proof
}

void tst_nearbyhandshake::betweenThemTheWordsDiffer()
{
    // A member of the programme who stands between two others may meet each of them, and has no say over the words.
    NearbyPair pair;
    NearbyPapers between = pair.papers();
    NearbyPair::introduce(pair.one, between);
    NearbyPair::introduce(pair.two, between);
    NearbyHandshake one(Role::Caller, pair.one, pair.random);
    NearbyHandshake towardsOne(Role::Called, between, pair.random);
    NearbyHandshake towardsTwo(Role::Caller, between, pair.random);
    NearbyHandshake two(Role::Called, pair.two, pair.random);
    const auto run = [](NearbyHandshake &caller, NearbyHandshake &called) {
        return caller.take(called.take(caller.take(called.take(caller.begin()).value()).value()).value()).ok();
    };
    QVERIFY(run(one, towardsOne) && run(towardsTwo, two));
    QVERIFY(one.done() && two.done());
    QVERIFY(one.words() != two.words());
    // What it hears from one it can't hand on as it is.
    QVERIFY(!two.takeChannel().open(one.takeChannel().seal(toBytes("x"))).ok());
}

void tst_nearbyhandshake::anotherVersionIsSaidSo()
{
    NearbyPair pair;
    NearbyHandshake called(Role::Called, pair.two, pair.random);
    NearbyHandshake caller(Role::Caller, pair.one, pair.random);
    Bytes begin = caller.begin();
    begin.front() = kNearbyVersion + 1;
    const Result<Bytes> taken = called.take(begin);
    QVERIFY(!taken && taken.error().code == ErrorCode::Unsupported);
}

void tst_nearbyhandshake::afterTheEndNothingIsTaken()
{
    NearbyPair pair;
    NearbyPair::Said said = pair.meet();
    for (const Bytes &message : said.messages)
        QVERIFY(!said.called.take(message).ok());
    NearbyHandshake called(Role::Called, pair.two, pair.random);
    QVERIFY(!called.take(Bytes(3)).ok());
    QVERIFY(!called.take(said.messages[0]).ok()); // an error was the end
}

void tst_nearbyhandshake::aChannelOpensEachMessageOnceAndInOrder()
{
    NearbyPair pair;
    NearbyPair::Said said = pair.meet();
    NearbyChannel one = said.caller.takeChannel();
    NearbyChannel two = said.called.takeChannel();
    const Bytes first = one.seal(toBytes("first"));
    const Bytes second = one.seal(toBytes("second"));
    QVERIFY(!two.open(second).ok());
    QVERIFY(two.open(first).ok());
    QVERIFY(!two.open(first).ok());
    Bytes altered = second;
    altered.back() ^= 1;
    QVERIFY(!two.open(altered).ok());
    QVERIFY(!one.open(second).ok()); // its own
    QVERIFY(two.open(second).value() == toBytes("second"));
}

QTEST_GUILESS_MAIN(tst_nearbyhandshake)
#include "tst_nearbyhandshake.moc"
