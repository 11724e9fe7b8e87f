// When a sharing is due, and what is said about it: by facts and a clock alone.
#include <QTest>

#include "app/bridge/sharingrhythm.h"
#include "app/bridge/sharingwords.h"
#include "qml/engine/translation.h"

using namespace ourtable;
using usecases::Things;
using Way = SharingFacts::Way;

namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kDay = 24 * 60 * kMinute;
constexpr std::int64_t kNow = 1'795'336'200'000; // Sunday 22 November 2026, 8:30

SharingFacts facts(const Things &waiting, Way way = Way::Fine)
{
    SharingFacts made;
    made.waiting = waiting;
    made.way = way;
    made.now = kNow;
    made.met = kNow - 20 * kMinute;
    made.today = QStringLiteral("2026-11-22");
    made.helper = QStringLiteral("Colin");
    return made;
}

SharingFacts weeks(int count, const Things &waiting = {31, 0, 0})
{
    SharingFacts made = facts(waiting, Way::OutOfReach);
    made.met = kNow - count * 7 * kDay - kMinute;
    return made;
}

SharingFacts decide(int count, const char *kind)
{
    SharingFacts made = facts({});
    made.toDecide = count;
    made.toDecideKind = QString::fromLatin1(kind);
    return made;
}

} // namespace

class SharingRules : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_words.use(QStringLiteral("en_GB")); }

    void aSaveIsSharedSoonAndSeveralTogether();
    void missesMakeItWaitLongerUpToTenMinutes();
    void whileOutOfReachASaveChangesNothing();
    void aWayOutBeginsAnew();
    void theHubIsNeverAskedSoonerThanItSaid();
    void tryingNowIsNow();
    void tabletsDoNotComeBackTogether();
    void sentences_data();
    void sentences();
    void decisions();
    void headlinesCountWhatIsThere();
    void nothingSoundsLikeAMachine();

private:
    Translation m_words;
};

void SharingRules::aSaveIsSharedSoonAndSeveralTogether()
{
    SharingRhythm rhythm({}, [] { return 0.5; });
    QVERIFY(rhythm.isDue(0)); // on opening
    rhythm.done(0, true);
    QCOMPARE(rhythm.remaining(0), 4 * kMinute);
    rhythm.saved(10'000);
    QCOMPARE(rhythm.remaining(10'000), std::int64_t{1'500});
    rhythm.saved(11'000);
    QCOMPARE(rhythm.remaining(11'000), std::int64_t{500}); // who goes on writing puts nothing off
    rhythm.done(12'000, false);
    QCOMPARE(rhythm.remaining(12'000), 15 * kMinute);
}

void SharingRules::missesMakeItWaitLongerUpToTenMinutes()
{
    SharingRhythm rhythm({}, [] { return 0.5; });
    std::vector<std::int64_t> seconds;
    std::int64_t now = 0;
    for (int miss = 0; miss < 8; ++miss) {
        rhythm.outOfReach(now);
        seconds.push_back(rhythm.remaining(now) / 1000);
        QVERIFY(!rhythm.isDue(now + rhythm.remaining(now) - 1));
        now += rhythm.remaining(now);
        QVERIFY(rhythm.isDue(now));
    }
    QCOMPARE(seconds, (std::vector<std::int64_t>{15, 30, 60, 120, 240, 480, 600, 600}));
    rhythm.done(now, true);
    rhythm.outOfReach(now);
    QCOMPARE(rhythm.remaining(now) / 1000, std::int64_t{15});
}

void SharingRules::whileOutOfReachASaveChangesNothing()
{
    SharingRhythm rhythm({}, [] { return 0.5; });
    rhythm.outOfReach(0);
    rhythm.saved(1'000);
    QCOMPARE(rhythm.remaining(1'000), std::int64_t{14'000});
}

void SharingRules::aWayOutBeginsAnew()
{
    SharingRhythm rhythm({}, [] { return 0.5; });
    for (int miss = 0; miss < 6; ++miss)
        rhythm.outOfReach(0);
    rhythm.wayIsBack(0);
    QCOMPARE(rhythm.remaining(0), std::int64_t{1'500});
}

void SharingRules::theHubIsNeverAskedSoonerThanItSaid()
{
    for (const double chance : {0.0, 0.5, 1.0}) {
        SharingRhythm rhythm({}, [chance] { return chance; });
        rhythm.toldToWait(0, 90'000);
        QVERIFY(rhythm.remaining(0) >= 90'000 && rhythm.remaining(0) <= 108'000);
    }
}

void SharingRules::tryingNowIsNow()
{
    SharingRhythm rhythm({}, [] { return 0.5; });
    rhythm.needsHelp(0);
    QVERIFY(!rhythm.isDue(kMinute));
    rhythm.wanted(kMinute);
    QVERIFY(rhythm.isDue(kMinute));
}

void SharingRules::tabletsDoNotComeBackTogether()
{
    SharingRhythm first({}, [] { return 0.0; });
    SharingRhythm last({}, [] { return 1.0; });
    first.outOfReach(0);
    last.outOfReach(0);
    QCOMPARE(first.remaining(0), std::int64_t{12'000});
    QCOMPARE(last.remaining(0), std::int64_t{18'000});
}

void SharingRules::sentences_data()
{
    QTest::addColumn<SharingFacts>("facts");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const SharingFacts &facts, const char *sentence) { QTest::newRow(name) << facts << QString::fromUtf8(sentence); };
    row("offline, nothing waiting", facts({}, Way::OutOfReach), "Everything here is also with the hub. No Wi-Fi just now.");
    row("offline, some waiting", facts({6, 0, 0}, Way::OutOfReach),
        "6 notes will be shared with the hub next time there is Wi-Fi. You do not need to do anything.");
    row("offline, several kinds", facts({1, 2, 3}, Way::OutOfReach),
        "1 note, 2 promises and 3 other things will be shared with the hub next time there is Wi-Fi. You do not need to do anything.");
    SharingFacts running = facts({6, 0, 0});
    running.running = true;
    row("sharing", running, "Sharing 6 notes. You can carry on.");
    SharingFacts arriving = facts({});
    arriving.running = true;
    arriving.arriving = 120;
    row("receiving", arriving, "120 new things have come so far. You can carry on.");
    row("all shared", facts({}), "Everything is shared with the hub. Last time: today 8:10.");
    row("a moment after saving", facts({1, 0, 0}), "1 note will be shared in a moment. You do not need to do anything.");
    row("a week", weeks(1), "It has been a week since this tablet met the hub. Your notes are safe. Find Wi-Fi when you can.");
    row("three weeks", weeks(3), "It has been 3 weeks since this tablet met the hub. Your notes are safe. Find Wi-Fi when you can.");
    row("not known here", facts({2, 0, 0}, Way::Unknown),
        "The hub did not recognise this tablet. Your notes are safe here. Ask Colin to join it again.");
    SharingFacts nobody = facts({}, Way::Unknown);
    nobody.helper.clear();
    nobody.tablet = false;
    row("on a computer, nobody known", nobody,
        "The hub did not recognise this device. Your notes are safe here. Ask a coordinator to join it again.");
    row("switched off", facts({}, Way::SwitchedOff), "This tablet was switched off from the office. Your notes are safe here. Ask Colin.");
    row("busy", facts({1, 0, 0}, Way::Busy), "The hub is busy just now. It will be tried again in a moment.");
    row("not let in", facts({1, 0, 0}, Way::NotLetIn), "You can start writing now. Sharing begins when Colin has let you in.");
}

void SharingRules::sentences()
{
    QFETCH(SharingFacts, facts);
    QFETCH(QString, sentence);
    QCOMPARE(sharingwords::sentence(facts), sentence);
}

void SharingRules::decisions()
{
    QVERIFY(sharingwords::decision(facts({})).isEmpty());
    QCOMPARE(sharingwords::decision(decide(1, "action")), QStringLiteral("Two people changed the same promise. Both versions are kept until you choose."));
    QCOMPARE(sharingwords::decisionTitle(decide(1, "action")), QStringLiteral("Two versions of one promise"));
    QVERIFY(sharingwords::decision(decide(3, "")).startsWith(QStringLiteral("Some things")));
}

void SharingRules::headlinesCountWhatIsThere()
{
    SharingFacts some = facts({6, 0, 0});
    some.all = {48, 0, 0};
    QCOMPARE(sharingwords::headline(some), QStringLiteral("All 48 notes are safe on this tablet"));
    QCOMPARE(sharingwords::shared(some), QStringLiteral("42 shared with the hub"));
    some.way = Way::OutOfReach;
    QCOMPARE(sharingwords::waiting(some), QStringLiteral("6 waiting for Wi-Fi"));
    some.all = {48, 3, 9};
    QCOMPARE(sharingwords::headline(some), QStringLiteral("All 60 notes and other things are safe on this tablet"));
    some.all = {48, 3, 0};
    QCOMPARE(sharingwords::headline(some), QStringLiteral("All 51 notes and promises are safe on this tablet"));
    some.all = {1, 0, 0};
    some.waiting = {};
    QCOMPARE(sharingwords::headline(some), QStringLiteral("Your note is safe on this tablet"));
    some.all = {};
    QCOMPARE(sharingwords::headline(some), QStringLiteral("Everything is safe on this tablet"));
}

void SharingRules::nothingSoundsLikeAMachine()
{
    for (const Way way : {Way::Fine, Way::OutOfReach, Way::Busy, Way::NotLetIn, Way::Unknown, Way::SwitchedOff, Way::Outdated, Way::Trouble}) {
        for (const Things &waiting : {Things{}, Things{6, 1, 2}}) {
            const SharingFacts some = facts(waiting, way);
            for (const QString &words : {sharingwords::sentence(some), sharingwords::headline(some), sharingwords::waiting(some)}) {
                for (const char *word : {"sync", "queue", "network", "fail", "error", "server", "upload", "!"})
                    QVERIFY2(!words.contains(QLatin1String(word), Qt::CaseInsensitive), qPrintable(words));
            }
        }
    }
}

QTEST_GUILESS_MAIN(SharingRules)
#include "tst_sharingrules.moc"
