// A disk that takes nothing more: the screens say so, and nobody loses words unasked.
#include <QTest>

#include "tests/app/capturedesk.h"
#include "tests/app/inputs.h"

using namespace ourtable;
using namespace ourtable::test;

class FullDiskTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void theScreensSayThatWordsAreNotSavedUntilTheyAre();
    void closingAsksAndNamesTheWords_data() { addInputs(); }
    void closingAsksAndNamesTheWords();
    void overAHiddenScreenClosingNamesNone();
    void closingTriesOnceMoreAndAsksNothingWhenThatWorks();
    void whatIsTypedLastIsKeptWhenTheWindowCloses();
    void atTheEndAllThatTheDiskDidNotTakeIsTriedAgain();

private:
    static void limit(CaptureDesk &desk, qint64 pages);
    static void useFreePages(CaptureDesk &desk);
    void fillAndWrite(CaptureDesk &desk);
    [[nodiscard]] QString said() const { return words("A bench outside ").append(QString(20'000 * m_turn, QLatin1Char('x'))); }

    Morning m_morning;
    int m_turn = 0; // each writes more than fits into what the one before left
};

void FullDiskTest::initTestCase()
{
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str());
}

// The disk takes so many pages of the log at most: 1 is as many as there are.
void FullDiskTest::limit(CaptureDesk &desk, qint64 pages)
{
    desk.ask([pages](usecases::Workspace &workspace) -> Result<bool> {
        OURTABLE_TRY(workspace.profile().log().database().pageLimit(pages));
        return true;
    });
}

// Those of words that went would take others.
void FullDiskTest::useFreePages(CaptureDesk &desk)
{
    desk.ask([](usecases::Workspace &workspace) -> Result<bool> {
        store::Database &database = workspace.profile().log().database();
        static_cast<void>(database.execute("CREATE TABLE IF NOT EXISTS filler (octets BLOB)"));
        while (database.execute("INSERT INTO filler VALUES (zeroblob(3000))")) { // until nothing more fits
        }
        return true;
    });
}

// In an empty box.
void FullDiskTest::fillAndWrite(CaptureDesk &desk)
{
    desk.app.press(Qt::Key_A, Qt::ControlModifier);
    desk.app.press(Qt::Key_Delete);
    limit(desk, 1);
    useFreePages(desk);
    ++m_turn;
    paste(desk.app, said());
    QTRY_VERIFY(desk.app.session().room()->notKept());
}

void FullDiskTest::theScreensSayThatWordsAreNotSavedUntilTheyAre()
{
    QAccessible::setActive(true);
    CaptureDesk desk(m_morning);
    fillAndWrite(desk);
    QCOMPARE(desk.textOf("pill"), words("Not saved"));
    desk.app.open(words("today"));
    QCOMPARE(desk.textOf("pill"), words("Not saved on this tablet yet"));
    QCOMPARE(desk.textOf("saved"), words("Not everything is saved on this tablet yet"));
    const QString why = words("This tablet is full. Your last words are not saved yet. Leave Our Table open, and make some room.");
    QCOMPARE(desk.textOf("savedWords"), why);
    QCOMPARE(desk.textOf("nearlyFull"), why);
    desk.app.open(words("capture"), {{words("table"), 2}});
    limit(desk, 1'000'000);
    desk.app.session().room()->look();
    desk.app.settle();
    QVERIFY(!desk.app.session().room()->notKept());
    QVERIFY(desk.textOf("pill") != words("Not saved"));
    QCOMPARE(desk.textOf("boxProblem"), QString());
    desk.app.killAndRestart();
    QVERIFY(desk.app.signIn());
    QCOMPARE(desk.box(), said());
}

void FullDiskTest::closingAsksAndNamesTheWords()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(m_morning, windowFor(by));
    fillAndWrite(desk);
    QVERIFY(!desk.app.window().close());
    desk.app.settle();
    QVERIFY(desk.textOf("closingWords").startsWith(words("“A bench outside x")));
    pressBy(by, desk.app, words("cancel"));
    QVERIFY(desk.app.window().isVisible());
    QCOMPARE(desk.box(), said());
    QVERIFY(desk.boxHasFocus());
    QVERIFY(!desk.app.window().close()); // and asks again
    desk.app.settle();
    pressBy(by, desk.app, words("confirm"));
    QVERIFY(!desk.app.window().isVisible());
}

void FullDiskTest::overAHiddenScreenClosingNamesNone()
{
    CaptureDesk desk(m_morning);
    fillAndWrite(desk);
    desk.app.session().setHidden(true);
    QVERIFY(!desk.app.window().close());
    desk.app.settle();
    QVERIFY(desk.app.item(words("closingWhy")));
    QVERIFY(!desk.app.item(words("closingWords")));
    desk.app.tap(words("confirm"));
    QVERIFY(!desk.app.window().isVisible());
}

void FullDiskTest::closingTriesOnceMoreAndAsksNothingWhenThatWorks()
{
    CaptureDesk desk(m_morning);
    fillAndWrite(desk);
    limit(desk, 1'000'000);
    QVERIFY(!desk.app.window().close()); // until they are on disk
    QTRY_VERIFY(!desk.app.window().isVisible());
    desk.app.killAndRestart();
    QVERIFY(desk.app.signIn());
    QCOMPARE(desk.box(), said());
}

void FullDiskTest::whatIsTypedLastIsKeptWhenTheWindowCloses()
{
    CaptureDesk desk(m_morning);
    desk.app.press(Qt::Key_A, Qt::ControlModifier);
    desk.app.type(words("At the door"));
    (void)desk.app.window().close();
    QTRY_VERIFY(!desk.app.window().isVisible());
    desk.app.killAndRestart();
    QVERIFY(desk.app.signIn());
    QCOMPARE(desk.box(), words("At the door"));
}

void FullDiskTest::atTheEndAllThatTheDiskDidNotTakeIsTriedAgain()
{
    CaptureDesk desk(m_morning);
    fillAndWrite(desk);
    desk.app.tap(words("table3")); // nobody will type at table 2 again
    limit(desk, 1'000'000);
    desk.app.killAndRestart();
    QVERIFY(desk.app.signIn());
    desk.app.open(words("capture"), {{words("table"), 2}});
    QCOMPARE(desk.box(), said());
}

QTEST_MAIN(FullDiskTest)
#include "tst_fulldisk.moc"
