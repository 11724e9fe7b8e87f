// What was typed and not saved: it survives whatever ends the writing, and is no note until somebody saves it.
#include <QTest>

#include "tests/app/capturedesk.h"
#include "tests/app/inputs.h"

using namespace ourtable;
using namespace ourtable::test;

class CaptureKeptTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str()); }
    void init() { failOnWarnings(); }
    void J1_04_killedWhileTypingTheWordsComeBackAndAreNoNote_data() { addInputs(); }
    void J1_04_killedWhileTypingTheWordsComeBackAndAreNoNote();
    void J1_14_afterTwentyMinutesOfSleepTableAndDraftAreTheSame_data() { addInputs(); }
    void J1_14_afterTwentyMinutesOfSleepTableAndDraftAreTheSame();
    void lockingKeepsTheDraftAndComesBackToItsTable();
    void anotherPageAndBackLosesNothing();
    void withoutAPauseTheWordsAreKeptAllTheSame();
    void whereTheDiskIsFullWordsOutliveAnotherPageAndALock();

private:
    std::string draftAt(CaptureDesk &desk, int table);
    Morning m_morning;
};

// The words that are on disk now.
std::string CaptureKeptTest::draftAt(CaptureDesk &desk, int table)
{
    const std::string form = "capture/" + m_morning.gathering.hex() + "/" + std::to_string(table);
    return desk.ask([form](usecases::Workspace &workspace) -> Result<std::string> {
        const Result<Value> draft = workspace.draft(form);
        return draft && draft->find("text") ? *draft->find("text")->text() : std::string();
    });
}

void CaptureKeptTest::J1_04_killedWhileTypingTheWordsComeBackAndAreNoNote()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(m_morning, windowFor(by));
    const std::size_t before = desk.saved(3).size();
    pressBy(by, desk.app, words("table3"));
    pressBy(by, desk.app, words("kind-barrier"));
    goInto(by, desk.app, words("boxInput"));
    writeBy(by, desk.app, words("The bus stops two streets away and"));
    QTRY_COMPARE(draftAt(desk, 3), "The bus stops two streets away and"); // on disk before anything ends
    desk.app.killAndRestart();
    signInBy(by, desk.app, QString::fromLatin1(kPin));
    QCOMPARE(desk.app.page(), words("capture"));
    QVERIFY(desk.isChosen("table3"));
    QCOMPARE(desk.box(), words("The bus stops two streets away and"));
    QVERIFY(desk.isChosen("kind-barrier"));
    QCOMPARE(desk.textOf("cameBack"), words("Here is the note you were writing."));
    QVERIFY(desk.boxHasFocus());
    QCOMPARE(desk.saved(3).size(), before);
    writeBy(by, desk.app, words(" it rains."));
    pressBy(by, desk.app, words("save"));
    QCOMPARE(desk.saved(3).size(), before + 1);
    QCOMPARE(desk.saved(3).back(), "The bus stops two streets away and it rains.");
    QVERIFY(!desk.app.item(words("cameBack")));
    QCOMPARE(draftAt(desk, 3), "");
    QVERIFY(!desk.isChosen("kind-barrier"));
}

void CaptureKeptTest::J1_14_afterTwentyMinutesOfSleepTableAndDraftAreTheSame()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(m_morning, windowFor(by));
    pressBy(by, desk.app, words("table4"));
    goInto(by, desk.app, words("boxInput"));
    writeBy(by, desk.app, words("Half a sentence"));
    emit qGuiApp->applicationStateChanged(Qt::ApplicationSuspended);
    QCOMPARE(draftAt(desk, 4), "Half a sentence");
    m_morning.joel->clock.advanceSeconds(20 * 60);
    emit qGuiApp->applicationStateChanged(Qt::ApplicationActive);
    desk.app.settle();
    QCOMPARE(desk.app.session().stage(), Session::Stage::SignedOut); // a screen that was off for a minute locks
    signInBy(by, desk.app, QString::fromLatin1(kPin));
    QCOMPARE(desk.app.page(), words("capture"));
    QVERIFY(desk.isChosen("table4"));
    QCOMPARE(desk.box(), words("Half a sentence"));
    QVERIFY(desk.boxHasFocus());
    writeBy(by, desk.app, words(" more"));
    pressBy(by, desk.app, words("save"));
    QCOMPARE(desk.saved(4).back(), "Half a sentence more");
}

void CaptureKeptTest::lockingKeepsTheDraftAndComesBackToItsTable()
{
    CaptureDesk desk(m_morning);
    desk.app.tap(words("table3"));
    desk.app.type(words("Said just before the lock"));
    desk.app.press(Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(desk.app.session().stage(), Session::Stage::SignedOut);
    desk.app.settle();
    QVERIFY(!desk.app.item(words("box")));
    QVERIFY(desk.app.signIn());
    QCOMPARE(desk.app.page(), words("capture"));
    QVERIFY(desk.isChosen("table3"));
    QCOMPARE(desk.box(), words("Said just before the lock"));
    desk.app.tap(words("save"));
}

void CaptureKeptTest::anotherPageAndBackLosesNothing()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("Before looking elsewhere"));
    desk.app.tap(words("kind-idea"));
    desk.app.open(words("today"));
    QCOMPARE(desk.app.page(), words("today"));
    desk.app.open(words("capture"), {{words("table"), 2}});
    QCOMPARE(desk.box(), words("Before looking elsewhere"));
    QVERIFY(desk.isChosen("kind-idea"));
    desk.app.tap(words("save"));
}

void CaptureKeptTest::withoutAPauseTheWordsAreKeptAllTheSame()
{
    CaptureDesk desk(m_morning);
    QElapsedTimer typing;
    typing.start();
    for (int letters = 0; typing.elapsed() < 1500; ++letters) { // never a pause as long as the timer
        if (letters < 400)
            desk.app.type(words("a"));
        else // a quick machine: the note has a limit
            QTest::keyClick(&desk.app.window(), letters % 2 == 0 ? Qt::Key_Backspace : Qt::Key_B);
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    }
    const std::string kept = draftAt(desk, 2);
    QVERIFY2(!kept.empty(), "nothing was kept while somebody typed");
    desk.app.tap(words("save"));
}

void CaptureKeptTest::whereTheDiskIsFullWordsOutliveAnotherPageAndALock()
{
    const QString said = QString(400, QLatin1Char('w')).append(QString(20'000, QLatin1Char('x'))); // more than fits into what is left
    CaptureDesk desk(m_morning);
    desk.app.tap(words("table1"));
    desk.ask([](usecases::Workspace &workspace) -> Result<bool> {
        OURTABLE_TRY(workspace.profile().log().database().execute("PRAGMA max_page_count = 1")); // as large as it is, no larger
        return true;
    });
    paste(desk.app, said);
    QTRY_COMPARE(desk.textOf("boxProblem"), words("This device is full. Your words are still in the box. Make some room, then save them."));
    desk.app.open(words("today"));
    desk.app.open(words("capture"), {{words("table"), 1}});
    QCOMPARE(desk.box(), said);
    desk.app.session().lock();
    desk.app.settle();
    QVERIFY(desk.app.signIn());
    desk.app.settle();
    QCOMPARE(desk.box(), said);
    desk.ask([](usecases::Workspace &workspace) -> Result<bool> {
        OURTABLE_TRY(workspace.profile().log().database().execute("PRAGMA max_page_count = 1073741823"));
        return true;
    });
    desk.app.press(Qt::Key_End, Qt::ControlModifier);
    desk.app.type(words("z"));
    QTRY_COMPARE(QString::fromStdString(draftAt(desk, 1)), said + QLatin1Char('z'));
    desk.app.killAndRestart(); // by now it is on disk
    QVERIFY(desk.app.signIn());
    QCOMPARE(desk.box(), said + QLatin1Char('z'));
    desk.app.press(Qt::Key_A, Qt::ControlModifier);
    desk.app.press(Qt::Key_Delete);
}

QTEST_MAIN(CaptureKeptTest)
#include "tst_capturekept.moc"
