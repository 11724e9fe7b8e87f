// What two devices say to each other once they have met (PROTOCOL.md 10): in which order, how much, and when it ends.

#include <QTest>

#include <deque>

#include "core/sync/nearbymeeting.h"
#include "tests/support/nearbypair.h"

using namespace ourtable;
using namespace ourtable::sync;
using namespace ourtable::test;

using Stage = NearbyMeeting::Stage;

namespace {

CircleId circleOf(std::uint8_t number)
{
    CircleId circle;
    circle.octets.fill(number);
    return circle;
}

PullAnswer pageOf(std::uint8_t circle, std::size_t changes)
{
    PullAnswer page;
    page.circle = circleOf(circle);
    Run run;
    run.circle = page.circle;
    run.firstSeq = 1;
    run.epoch = 1;
    run.items.resize(changes);
    for (Run::Item &item : run.items)
        item.ciphertext = Bytes(8);
    page.runs.push_back(run);
    return page;
}

// One of the two, with what it has to give. Answers at once, or when it is told to.
struct Desk final : NearbyHost {
    void send(Bytes message) override { line.push_back(std::move(message)); }
    void wantHeads() override
    {
        ++askedForHeads;
        meeting->gotHeads({7, {{circleOf(1), {}}}});
    }
    void wantPages(const NearbyHeads &theirs) override
    {
        knowsDirectory = theirs.directory;
        meeting->gotPages(pages);
    }
    void wantTakenIn(PullAnswer set) override
    {
        std::uint64_t changes = 0;
        for (const Run &run : set.runs)
            changes += run.items.size();
        taken.push_back({set.circle, changes});
        notes += changes;
        if (answers)
            meeting->gotTakenIn({notes, 0, 0});
    }
    // As the other program would put it, whatever it is.
    void say(const NearbyMessage &message) { line.push_back(channel->seal(encoded(message))); }

    std::optional<NearbyMeeting> meeting;
    std::optional<NearbyChannel> channel; // in the place of a meeting: somebody who follows no rule
    std::vector<PullAnswer> pages;
    std::deque<Bytes> line; // what was sent and has not arrived
    std::vector<std::pair<CircleId, std::uint64_t>> taken;
    std::uint64_t notes = 0;
    std::uint64_t knowsDirectory = 0;
    int askedForHeads = 0;
    bool answers = true;
};

struct TwoDesks {
    TwoDesks()
    {
        NearbyPair::Said said = pair.meet();
        one.meeting.emplace(said.caller, one);
        two.meeting.emplace(said.called, two);
    }
    // Hands over what was sent, in turn, until nothing is under way. The first error.
    Result<void> deliver()
    {
        while (!one.line.empty() || !two.line.empty()) {
            for (auto [from, to] : {std::pair{&one, &two}, std::pair{&two, &one}}) {
                if (from->line.empty())
                    continue;
                const Bytes message = from->line.front();
                from->line.pop_front();
                if (message.size() > to->meeting->largest())
                    return Error{ErrorCode::TooLarge, "test"};
                OURTABLE_TRY(to->meeting->take(message));
            }
        }
        return {};
    }
    NearbyPair pair;
    Desk one;
    Desk two;
};

// One side, and somebody at the other who holds the right keys and follows no rule.
struct OneDesk {
    OneDesk()
    {
        NearbyPair::Said said = pair.meet();
        desk.meeting.emplace(said.called, desk);
        rogue.channel.emplace(said.caller.takeChannel());
    }
    Result<void> hear(const NearbyMessage &message)
    {
        rogue.say(message);
        const Bytes sealed = rogue.line.back();
        rogue.line.clear();
        return desk.meeting->take(sealed);
    }
    void beginPassing()
    {
        desk.meeting->agree();
        QVERIFY(hear(NearbyAgreed{}).ok());
        QVERIFY(hear(NearbyHeads{}).ok());
        QVERIFY(desk.meeting->stage() == Stage::Passing);
    }
    NearbyPair pair;
    Desk desk;
    Desk rogue;
};

bool isMalformed(const Result<void> &result) { return !result && result.error().code == ErrorCode::Malformed; }

} // namespace

class tst_nearbymeeting : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::start()); }
    void nothingIsPassedBeforeBothAgree();
    void bothPassWhatTheOtherLacksAndAgreeOnHowMuch();
    void aCircleIsTakenInOnceItIsWhole();
    void nothingToPassIsDoneAtOnce();
    void stoppingSaysWhy();
    void whatComesOutOfTurnEndsIt();
    void aCircleThatNeverEndsIsCut();
    void longMessagesAreForAfterTheWordsOnly();
    void everyMessageReadsBackAndNothingElse();
    void framesComeInAnyPieces();
    void aLengthAloneIsEnoughToRefuse();
};

void tst_nearbymeeting::nothingIsPassedBeforeBothAgree()
{
    TwoDesks desks;
    desks.one.pages = {pageOf(1, 2)};
    QCOMPARE(desks.one.meeting->words(), desks.two.meeting->words());
    desks.one.meeting->agree();
    QVERIFY(desks.deliver().ok());
    QVERIFY(desks.one.meeting->stage() == Stage::Waiting && desks.two.meeting->stage() == Stage::Words);
    QCOMPARE(desks.one.askedForHeads + desks.two.askedForHeads, 0);
    desks.two.meeting->agree();
    QVERIFY(desks.deliver().ok());
    QVERIFY(desks.one.meeting->stage() == Stage::Done && desks.two.meeting->stage() == Stage::Done);
    QCOMPARE(desks.two.notes, std::uint64_t{2});
}

void tst_nearbymeeting::bothPassWhatTheOtherLacksAndAgreeOnHowMuch()
{
    TwoDesks desks;
    desks.one.pages = {pageOf(1, 4), pageOf(2, 2)};
    desks.two.pages = {pageOf(3, 5)};
    desks.one.meeting->agree();
    desks.two.meeting->agree();
    QVERIFY(desks.deliver().ok());
    QCOMPARE(desks.one.meeting->went(), (NearbyTaken{6, 0, 0}));
    QCOMPARE(desks.two.meeting->came(), desks.one.meeting->went());
    QCOMPARE(desks.one.meeting->came(), (NearbyTaken{5, 0, 0}));
    QCOMPARE(desks.two.meeting->went(), desks.one.meeting->came());
    for (const Desk *desk : {&desks.one, &desks.two}) {
        QCOMPARE(desk->meeting->progress().passed, std::uint64_t{11});
        QCOMPARE(desk->meeting->progress().all, std::uint64_t{11});
        QCOMPARE(desk->knowsDirectory, std::uint64_t{7});
    }
}

void tst_nearbymeeting::aCircleIsTakenInOnceItIsWhole()
{
    TwoDesks desks;
    desks.one.pages = {pageOf(1, 1), pageOf(1, 2), pageOf(1, 3), pageOf(2, 4)};
    desks.one.meeting->agree();
    desks.two.meeting->agree();
    QVERIFY(desks.deliver().ok());
    const std::vector<std::pair<CircleId, std::uint64_t>> whole{{circleOf(1), 6}, {circleOf(2), 4}};
    QVERIFY(desks.two.taken == whole);
}

void tst_nearbymeeting::nothingToPassIsDoneAtOnce()
{
    TwoDesks desks;
    desks.one.meeting->agree();
    desks.two.meeting->agree();
    QVERIFY(desks.deliver().ok());
    QVERIFY(desks.one.meeting->stage() == Stage::Done && desks.two.meeting->stage() == Stage::Done);
    QVERIFY(desks.one.taken.empty() && desks.two.taken.empty());
}

void tst_nearbymeeting::stoppingSaysWhy()
{
    for (const bool notTheSame : {true, false}) {
        TwoDesks desks;
        desks.one.meeting->stop(notTheSame);
        const Result<void> heard = desks.deliver();
        QVERIFY(!heard && heard.error() == (Error{ErrorCode::Cancelled, notTheSame ? "words" : "other"}));
    }
}

void tst_nearbymeeting::whatComesOutOfTurnEndsIt()
{
    QVERIFY(isMalformed(OneDesk().hear(NearbyHeads{})));
    QVERIFY(isMalformed(OneDesk().hear(NearbyParcel{pageOf(1, 1), true, 0, true})));
    QVERIFY(isMalformed(OneDesk().hear(NearbyTaken{})));
    {
        OneDesk twice;
        QVERIFY(twice.hear(NearbyAgreed{}).ok());
        QVERIFY(isMalformed(twice.hear(NearbyAgreed{})));
    }
    {
        OneDesk alone; // the person here agreed, the other did not
        alone.desk.meeting->agree();
        QVERIFY(isMalformed(alone.hear(NearbyParcel{pageOf(1, 1), true, 0, true})));
        QVERIFY(alone.desk.taken.empty());
    }
    const auto whilePassing = [](const std::vector<NearbyMessage> &messages) {
        OneDesk desk;
        desk.beginPassing();
        desk.desk.answers = false;
        Result<void> last;
        for (const NearbyMessage &message : messages)
            last = desk.hear(message);
        return isMalformed(last);
    };
    QVERIFY(whilePassing({NearbyHeads{}}));
    QVERIFY(whilePassing({NearbyParcel{pageOf(1, 1), true, 1, false}, NearbyParcel{pageOf(1, 1), true, 0, true}})); // not taken in yet
    QVERIFY(whilePassing({NearbyParcel{pageOf(1, 1), false, 0, true}}));                                            // the last of half a circle
    QVERIFY(whilePassing({NearbyParcel{pageOf(1, 1), false, 1, false}, NearbyParcel{pageOf(2, 1), true, 0, true}})); // of another circle
    QVERIFY(whilePassing({NearbyTaken{}, NearbyTaken{}}));
}

void tst_nearbymeeting::aCircleThatNeverEndsIsCut()
{
    OneDesk empty;
    empty.beginPassing();
    PullAnswer nothing;
    nothing.circle = circleOf(1);
    QVERIFY(isMalformed(empty.hear(NearbyParcel{nothing, false, 1, false})));

    OneDesk endless;
    endless.beginPassing();
    PullAnswer page = pageOf(1, 15);
    for (Run::Item &item : page.runs.front().items)
        item.ciphertext = Bytes(60'000);
    Result<void> heard;
    int pages = 0;
    for (; heard && pages < 200; ++pages)
        heard = endless.hear(NearbyParcel{page, false, 1, false});
    QVERIFY(!heard && heard.error().code == ErrorCode::TooLarge);
    QVERIFY(static_cast<std::size_t>(pages) * 900'000 < kNearbySetOctets + 2 * 900'000);
}

void tst_nearbymeeting::longMessagesAreForAfterTheWordsOnly()
{
    TwoDesks desks;
    QVERIFY(desks.one.meeting->largest() < 200);
    desks.one.meeting->agree();
    QCOMPARE(desks.one.meeting->largest(), kNearbyOctets);
}

void tst_nearbymeeting::everyMessageReadsBackAndNothingElse()
{
    const std::vector<NearbyMessage> messages{NearbyAgreed{}, NearbyHeads{3, {{circleOf(1), {{circleOf(1), {}, 4, {}}}}}},
                                              NearbyParcel{pageOf(1, 2), true, 9, false}, NearbyTaken{1, 2, 3}, NearbyStop{true}};
    for (const NearbyMessage &message : messages) {
        const Bytes octets = encoded(message);
        const Result<NearbyMessage> read = decodeNearby(octets);
        QVERIFY(read.ok());
        QCOMPARE(read->index(), message.index());
        QVERIFY(encoded(*read) == octets);
        for (std::size_t length = 0; length < octets.size(); ++length)
            QVERIFY(!decodeNearby(ByteView(octets).first(length)).ok());
        Bytes longer = octets;
        longer.push_back(0);
        QVERIFY(!decodeNearby(longer).ok());
    }
}

void tst_nearbymeeting::framesComeInAnyPieces()
{
    const std::vector<Bytes> messages{Bytes(1, 7), Bytes(100, 8), Bytes(64, 9)};
    Bytes all;
    for (const Bytes &message : messages)
        append(all, NearbyFrames::framed(message));
    for (std::size_t piece = 1; piece <= all.size(); ++piece) {
        NearbyFrames frames(100);
        std::vector<Bytes> read;
        for (std::size_t at = 0; at < all.size(); at += piece) {
            frames.add(ByteView(all).subspan(at, std::min(piece, all.size() - at)));
            for (;;) {
                Result<std::optional<Bytes>> next = frames.next();
                QVERIFY(next.ok());
                if (!*next)
                    break;
                read.push_back(**next);
            }
        }
        QVERIFY(read == messages);
    }
}

void tst_nearbymeeting::aLengthAloneIsEnoughToRefuse()
{
    NearbyFrames frames(100);
    QCOMPARE(frames.room(), std::size_t{104});
    frames.add(Bytes{0, 0, 0, 101});
    QVERIFY(frames.next().error().code == ErrorCode::TooLarge);
    NearbyFrames huge(100);
    huge.add(Bytes{255, 255, 255, 255});
    QVERIFY(huge.next().error().code == ErrorCode::TooLarge);
    NearbyFrames empty(100);
    empty.add(Bytes{0, 0, 0, 0});
    QVERIFY(empty.next().error().code == ErrorCode::Malformed);
}

QTEST_GUILESS_MAIN(tst_nearbymeeting)
#include "tst_nearbymeeting.moc"
