// Sharing by itself, against a real hub's rules over a line that the test spoils, by a clock that the test moves.
#include <QTest>

#include <atomic>

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QSignalSpy>

#include "app/bridge/sharinghistory.h"
#include "core/catalogue/handles.h"
#include "qml/engine/translation.h"
#include "tests/bridge/deskview.h"
#include "tests/bridge/heldhub.h"
#include "tests/support/verifygood.h"

using namespace ourtable;
using namespace ourtable::test;
using State = Sharing::State;
namespace note = catalogue::kinds::contribution;

class SharingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { m_words.use(QStringLiteral("en_GB")); }
    void init();
    void cleanup();

    void whatWaitsIsSharedWhileEverybodyIsSignedOut();
    void aSaveIsSharedSoonAfter();
    void nothingIsCalledSharedBeforeTheReceipt_data();
    void nothingIsCalledSharedBeforeTheReceipt();
    void outOfReachItTriesLaterAndLater();
    void tryNowGoesAtOnce();
    void aBusyHubIsLeftAlone();
    void whatNeedsAPersonSaysSo_data();
    void whatNeedsAPersonSaysSo();
    void aWeekApartIsSaidOverARestart();
    void whatArrivesIsToldAndNotSentBack();
    void aSaveDoesNotWaitForTheHub();
    void whatHappenedIsTold();
    void whileNobodyWritesTheSnapshotIsWritten();

private:
    void open(DeskView &desk);
    void write(DeskView &desk, const std::string &text);
    [[nodiscard]] std::int64_t notesAtJoels();
    Sharing &sharing() { return *m_desk->session.sharing(); }
    void pass(std::int64_t milliseconds)
    {
        m_ruth->clock.advance(milliseconds);
        sharing().lookAtClock();
        m_desk->settle();
    }

    Translation m_words;
    std::unique_ptr<Programme> m_programme;
    std::unique_ptr<DeskView> m_desk;
    Member *m_ruth = nullptr;
    Member *m_joel = nullptr;
    RecordId m_gathering;
};

void SharingTest::init()
{
    m_programme = std::make_unique<Programme>();
    QVERIFY2(m_programme->found(), m_programme->failure.c_str());
    m_ruth = m_programme->letIn("Ruth", {"lay_partner"});
    m_joel = m_programme->letIn("Joel", {"lay_partner"});
    QVERIFY2(m_ruth && m_joel, m_programme->failure.c_str());
    const auto gathering = usecases::startBreakfast(**m_ruth, {.date = "2026-11-12", .place = "The Copper Kettle"});
    VERIFY_GOOD(gathering);
    m_gathering = *gathering;
    VERIFY_GOOD((*m_ruth)->share());
    VERIFY_GOOD((*m_joel)->share());
    m_programme->close(*m_ruth);
    m_desk = std::make_unique<DeskView>(*m_programme, *m_ruth);
}

void SharingTest::cleanup()
{
    m_desk.reset();
    m_programme.reset();
}

void SharingTest::write(DeskView &desk, const std::string &text)
{
    const auto saved = desk.inWorkspace([gathering = m_gathering, text](usecases::Workspace &workspace) {
        usecases::NewNote made;
        made.text = text;
        return usecases::addNote(workspace, gathering, made);
    });
    VERIFY_GOOD(saved);
    desk.session.tellTouched(*saved, note::kind);
    desk.drain();
}

std::int64_t SharingTest::notesAtJoels()
{
    const auto shared = (*m_joel)->share();
    return shared ? (*m_joel)->count({.kind = note::kind}).value() : -1;
}

void SharingTest::whatWaitsIsSharedWhileEverybodyIsSignedOut()
{
    m_programme->hub.online = false;
    QVERIFY(m_desk->signIn());
    write(*m_desk, "A bench");
    m_desk.reset(); // the battery
    m_programme->hub.online = true;
    m_desk = std::make_unique<DeskView>(*m_programme, *m_ruth);
    QVERIFY(m_desk->open());
    QCOMPARE(sharing().state(), State::Shared);
    QCOMPARE(notesAtJoels(), std::int64_t{1});
}

void SharingTest::aSaveIsSharedSoonAfter()
{
    QVERIFY(m_desk->signIn());
    QCOMPARE(sharing().state(), State::Shared);
    write(*m_desk, "A bench");
    QCOMPARE(sharing().state(), State::Saved);
    QCOMPARE(sharing().toShare(), 1);
    pass(1'000);
    QCOMPARE(sharing().toShare(), 1);
    pass(600);
    QCOMPARE(sharing().state(), State::Shared);
    QCOMPARE(sharing().toShare(), 0);
    QCOMPARE(notesAtJoels(), std::int64_t{1});
}

void SharingTest::nothingIsCalledSharedBeforeTheReceipt_data()
{
    QTest::addColumn<int>("line");
    QTest::newRow("the request is lost") << static_cast<int>(Line::LoseRequest);
    QTest::newRow("the answer is lost") << static_cast<int>(Line::LoseAnswer);
    QTest::newRow("the request comes twice") << static_cast<int>(Line::Repeat);
}

void SharingTest::nothingIsCalledSharedBeforeTheReceipt()
{
    QFETCH(int, line);
    QVERIFY(m_desk->signIn());
    const Line what = static_cast<Line>(line);
    const int most = what == Line::Repeat ? 1 : 2;
    std::atomic<int> pushes = 0;
    m_programme->hub.line = [&pushes, what, most](const sync::TransportRequest &request) {
        return request.target == "/v1/push" && pushes++ < most ? what : Line::Good;
    };
    int tooEarly = 0;
    bool receipt = false;
    bool saved = false;
    const QObject listening; // ends before what it counts in
    connect(&m_desk->session, &Session::touched, &listening, [&] {
        saved = true;
        tooEarly += sharing().state() == State::Shared ? 1 : 0; // not even before it is counted
    });
    connect(&sharing(), &Sharing::changed, &listening, [&] { tooEarly += saved && !receipt && sharing().state() == State::Shared ? 1 : 0; });
    write(*m_desk, "A bench");
    if (what != Line::Repeat) {
        for (const std::int64_t wait : {2'000, 20'000}) {
            pass(wait);
            QCOMPARE(sharing().state(), State::Saved);
            QVERIFY(sharing().outOfReach());
            QCOMPARE(sharing().toShare(), 1);
        }
    }
    QCOMPARE(tooEarly, 0);
    receipt = true;
    pass(60'000);
    QCOMPARE(sharing().state(), State::Shared);
    QVERIFY(pushes >= 1);
    QCOMPARE(notesAtJoels(), std::int64_t{1}); // once, however often it was sent
    QCOMPARE(m_joel->profile->log().counts()->quarantined, std::int64_t{0});
}

void SharingTest::outOfReachItTriesLaterAndLater()
{
    QVERIFY(m_desk->signIn());
    std::atomic<int> asked = 0;
    m_programme->hub.line = [&asked](const sync::TransportRequest &) {
        ++asked;
        return Line::LoseRequest;
    };
    write(*m_desk, "A bench");
    pass(2'000);
    QCOMPARE(asked.load(), 1);
    QVERIFY(sharing().outOfReach());
    QCOMPARE(sharing().sentence(), QStringLiteral("1 note will be shared with the hub next time there is Wi-Fi. You do not need to do anything."));
    for (const std::int64_t seconds : {15, 30, 60, 120, 240, 480, 600, 600}) {
        const int before = asked;
        pass(seconds * 790); // a fifth sooner at most
        QCOMPARE(asked.load(), before);
        write(*m_desk, "More"); // who goes on writing does not hurry it
        sharing().lookAtClock();
        m_desk->settle();
        QCOMPARE(asked.load(), before);
        pass(seconds * 420);
        QVERIFY(asked.load() > before);
    }
}

void SharingTest::tryNowGoesAtOnce()
{
    m_programme->hub.online = false;
    QVERIFY(m_desk->signIn());
    write(*m_desk, "A bench");
    QCOMPARE(sharing().state(), State::Saved);
    m_programme->hub.online = true;
    sharing().lookAtClock();
    m_desk->settle();
    QCOMPARE(sharing().state(), State::Saved); // not by itself yet
    sharing().tryNow();
    m_desk->settle();
    QCOMPARE(sharing().state(), State::Shared);
}

void SharingTest::aBusyHubIsLeftAlone()
{
    QVERIFY(m_desk->signIn());
    std::atomic<int> asked = 0;
    m_programme->hub.tamper = [&asked](const sync::TransportRequest &, hub::HttpAnswer &answer) {
        ++asked;
        answer.status = 503;
        answer.retryAfter = 90;
        answer.body = sync::Refusal{"busy", 90, {}}.encoded();
    };
    write(*m_desk, "A bench");
    pass(2'000);
    const int once = asked;
    QVERIFY(once > 0);
    QCOMPARE(sharing().state(), State::Saved);
    pass(89'000);
    QCOMPARE(asked.load(), once);
    m_programme->hub.tamper = {};
    pass(20'000);
    QCOMPARE(sharing().state(), State::Shared);
}

void SharingTest::whatNeedsAPersonSaysSo_data()
{
    QTest::addColumn<unsigned>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("unknown") << 401u << QByteArray("token")
                             << QStringLiteral("The hub did not recognise this tablet. Your notes are safe here. Ask %1 to join it again.");
    QTest::newRow("switched off") << 403u << QByteArray("revoked")
                                  << QStringLiteral("This tablet was switched off from the office. Your notes are safe here. Ask %1.");
    QTest::newRow("outdated") << 426u << QByteArray("upgrade")
                              << QStringLiteral("The hub needs a newer version of Our Table. Your notes are safe here. Ask %1 to update it.");
    QTest::newRow("full") << 507u << QByteArray("quota") << QStringLiteral("Sharing needs a person to look at it. Your notes are safe here. Ask %1.");
}

void SharingTest::whatNeedsAPersonSaysSo()
{
    QFETCH(unsigned, status);
    QFETCH(QByteArray, code);
    QFETCH(QString, sentence);
    QVERIFY(m_desk->signIn());
    const auto coordinator = (*m_programme->coordinator).get(RecordId{(*m_programme->coordinator).person().octets});
    VERIFY_GOOD(coordinator);
    m_programme->hub.tamper = [status, code = code.toStdString()](const sync::TransportRequest &, hub::HttpAnswer &answer) {
        answer.status = status;
        answer.body = sync::Refusal{code, 0, {}}.encoded();
    };
    write(*m_desk, "A bench");
    pass(2'000);
    QCOMPARE(sharing().state(), State::NeedsHelp);
    const std::string *name = coordinator->field(catalogue::kinds::person::known_as).text();
    QVERIFY(name);
    QCOMPARE(sharing().sentence(), sentence.arg(QString::fromStdString(*name)));
    QVERIFY(!sharing().sentence().contains(QString::fromLatin1(code)));
    QVERIFY(!sharing().details().isEmpty());
    m_programme->hub.tamper = {};
    sharing().tryNow();
    m_desk->settle();
    QCOMPARE(sharing().state(), State::Shared);
    QVERIFY(sharing().details().isEmpty());
}

void SharingTest::aWeekApartIsSaidOverARestart()
{
    QVERIFY(m_desk->signIn());
    m_programme->hub.online = false;
    write(*m_desk, "A bench");
    const QString week = QStringLiteral("It has been a week since this tablet met the hub. Your notes are safe. Find Wi-Fi when you can.");
    pass(6LL * 24 * 3'600'000);
    QVERIFY(sharing().sentence() != week);
    pass(25LL * 3'600'000);
    QCOMPARE(sharing().sentence(), week);
    m_desk = nullptr;
    m_desk = std::make_unique<DeskView>(*m_programme, *m_ruth);
    QVERIFY(m_desk->open());
    QCOMPARE(sharing().sentence(), week);
    QCOMPARE(sharing().state(), State::Saved);
    m_programme->hub.online = true;
    sharing().tryNow();
    m_desk->settle();
    QVERIFY(sharing().sentence().startsWith(QStringLiteral("Everything is shared with the hub. Last time: today")));
}

void SharingTest::whatArrivesIsToldAndNotSentBack()
{
    QVERIFY(m_desk->signIn());
    QSignalSpy touched(&m_desk->session, &Session::touched);
    usecases::NewNote made;
    made.text = "The ramp is too steep";
    VERIFY_GOOD(usecases::addNote(**m_joel, m_gathering, made));
    VERIFY_GOOD((*m_joel)->share());
    QCOMPARE(touched.count(), 0);
    pass(300'000); // every few minutes while in use
    QVERIFY(touched.count() > 0);
    QCOMPARE(m_desk->inWorkspace([](usecases::Workspace &workspace) { return workspace.count({.kind = note::kind}); }).value(), std::int64_t{1});
    const std::size_t requests = m_programme->hub.requests;
    pass(10'000);
    QCOMPARE(m_programme->hub.requests, requests);
}

void SharingTest::aSaveDoesNotWaitForTheHub()
{
    HeldConnector line(m_programme->hub);
    m_desk.reset();
    m_desk = std::make_unique<DeskView>(*m_ruth, usecases::Surroundings{m_ruth->secrets, m_ruth->clock, m_programme->random, line});
    QVERIFY(m_desk->signIn());
    const auto slowestOf = [&](int saves) {
        qint64 slowest = 0;
        for (int i = 0; i < saves; ++i) {
            QElapsedTimer watch;
            watch.start();
            write(*m_desk, "Note " + std::to_string(i));
            slowest = std::max(slowest, watch.elapsed());
        }
        return slowest;
    };
    const qint64 alone = slowestOf(10);
    line.held = true;
    sharing().tryNow();
    const qint64 meanwhile = slowestOf(10);
    QVERIFY(sharing().running()); // it waited all the time
    QCOMPARE(sharing().state(), State::Sharing);
    QCOMPARE(sharing().toShare(), 20);
    line.held = false;
    m_desk->settle();
    pass(5'000);
    QCOMPARE(sharing().toShare(), 0);
    QVERIFY2(meanwhile < 5 * alone + 100, qPrintable(QStringLiteral("%1 ms alone, %2 ms meanwhile").arg(alone).arg(meanwhile)));
    m_desk.reset(); // before its line goes
}

void SharingTest::whatHappenedIsTold()
{
    QVERIFY(m_desk->signIn());
    m_desk.reset();
    m_ruth->clock.advanceSeconds(3600); // what was shared before is another entry
    m_desk = std::make_unique<DeskView>(*m_programme, *m_ruth);
    QVERIFY(m_desk->signIn());
    SharingHistory history;
    QAbstractItemModelTester tester(&history, QAbstractItemModelTester::FailureReportingMode::QtTest);
    history.setSession(&m_desk->session);
    m_desk->drain();
    const int before = history.count();
    const auto text = [&](int row) { return history.data(history.index(row), SharingHistory::TextRole).toString(); };
    write(*m_desk, "A bench");
    write(*m_desk, "A ramp");
    m_desk->drain();
    QCOMPARE(history.count(), before + 1);
    QCOMPARE(text(0), QStringLiteral("2 notes saved on this tablet"));
    QVERIFY(history.data(history.index(0), SharingHistory::DetailRole).toString().startsWith(QStringLiteral("Today, ")));
    pass(2'000);
    m_desk->drain();
    QCOMPARE(text(0), QStringLiteral("2 notes shared with the hub"));
    usecases::NewNote made;
    made.text = "The ramp is too steep";
    VERIFY_GOOD(usecases::addNote(**m_joel, m_gathering, made));
    VERIFY_GOOD((*m_joel)->share());
    pass(300'000);
    m_desk->drain();
    QCOMPARE(text(0), QStringLiteral("1 note came from the hub"));
    for (int row = 0; row < history.count(); ++row)
        QVERIFY(!text(row).contains(QStringLiteral("ramp")));
}

void SharingTest::whileNobodyWritesTheSnapshotIsWritten()
{
    QVERIFY(m_desk->signIn());
    write(*m_desk, "A bench");
    const auto rest = [this](std::int64_t milliseconds) {
        m_ruth->clock.advance(milliseconds);
        for (int turn = 0; turn < 3; ++turn) {
            m_desk->session.idleWork().lookAtClock();
            m_desk->drain();
        }
    };
    rest(10'000);
    QCOMPARE(m_desk->session.idleWork().snapshots(), 0);
    QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
    QCoreApplication::sendEvent(&m_desk->session, &key); // somebody types
    rest(25'000);
    QCOMPARE(m_desk->session.idleWork().snapshots(), 0);
    rest(6'000);
    QCOMPARE(m_desk->session.idleWork().snapshots(), 1);
    rest(400'000);
    QCOMPARE(m_desk->session.idleWork().snapshots(), 1); // nothing is new
}

QTEST_MAIN(SharingTest)
#include "tst_sharing.moc"
