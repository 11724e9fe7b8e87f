// Writing down what people say, through the real window: taps and keys, what is on disk, what comes back.
#include <QTest>

#include "tests/app/capturedesk.h"
#include "tests/app/inputs.h"

using namespace ourtable;
using namespace ourtable::test;

namespace fields = catalogue::kinds::contribution;

class CaptureTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str()); }
    void init() { failOnWarnings(); }
    void theFirstLetterNeedsNoTap();
    void J1_02_wordsAloneNeedOneTap_data() { addInputs(); }
    void J1_02_wordsAloneNeedOneTap();
    void aKindAndAThemeNeedOneTapEachAndLeaveTheKeyboardUp();
    void theChosenKindIsClearedByChoosingItAgain();
    void switchingTablesNeedsOneTapAndKeepsBothDrafts();
    void aPromiseNeedsFourTapsAndTheName();
    void aMouseDoesTheSame();
    void aKeyboardAloneDoesTheSame();
    void anEmptyBoxIsNotSavedAndSaysWhatToDo();
    void theCounterComesWithFourHundredAndNothingIsCut();
    void J1_07_aNoteIsNotToBeQuotedUnlessSomebodySaidSo_data() { addInputs(); }
    void J1_07_aNoteIsNotToBeQuotedUnlessSomebodySaidSo();

private:
    Morning m_morning;
};

void CaptureTest::theFirstLetterNeedsNoTap()
{
    CaptureDesk desk(m_morning);
    QVERIFY(desk.boxHasFocus());
    desk.app.countTapsFromHere();
    desk.app.type(words("Tea first"));
    QCOMPARE(desk.box(), words("Tea first"));
    QCOMPARE(desk.app.taps(), 0);
    desk.app.press(Qt::Key_A, Qt::ControlModifier);
    desk.app.press(Qt::Key_Delete);
}

void CaptureTest::J1_02_wordsAloneNeedOneTap()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(m_morning, windowFor(by));
    const std::size_t before = desk.saved(2).size();
    desk.app.type(words("Nobody rings back."));
    pressBy(by, desk.app, words("save"));
    QCOMPARE(desk.firstNote(), words("Nobody rings back."));
    QCOMPARE(desk.saved(2).size(), before + 1);
    QCOMPARE(desk.saved(2).back(), "Nobody rings back.");
    QCOMPARE(desk.box(), QString());
    QVERIFY(desk.boxHasFocus());
    QCOMPARE(desk.drafts(), std::size_t(0));
    QCOMPARE(desk.textOf("feedCount"), words("%1 notes").arg(before + 1));
}

void CaptureTest::aKindAndAThemeNeedOneTapEachAndLeaveTheKeyboardUp()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("A bench outside the surgery."));
    desk.app.countTapsFromHere();
    desk.app.tap(words("kind-need"));
    QVERIFY(desk.boxHasFocus());
    desk.app.tap(words("theme-crisis"));
    QVERIFY(desk.boxHasFocus());
    desk.app.tap(words("save"));
    QCOMPARE(desk.app.taps(), 3);
    QCOMPARE(desk.firstNote(), words("A bench outside the surgery."));
    QCOMPARE(desk.app.item(words("note0"))->property("kind").toString(), words("We need"));
    QCOMPARE(desk.app.item(words("note0"))->property("themes").toStringList(), QStringList{words("Crisis care")});
    QVERIFY(!desk.isChosen("kind-need"));
    QVERIFY(!desk.isChosen("theme-crisis"));
    QVERIFY(desk.isChosen("table2"));
}

void CaptureTest::theChosenKindIsClearedByChoosingItAgain()
{
    CaptureDesk desk(m_morning);
    desk.app.tap(words("kind-idea"));
    QVERIFY(desk.isChosen("kind-idea"));
    desk.app.tap(words("kind-question"));
    QVERIFY(desk.isChosen("kind-question"));
    QVERIFY(!desk.isChosen("kind-idea"));
    desk.app.tap(words("kind-question"));
    QVERIFY(!desk.isChosen("kind-question"));
}

void CaptureTest::switchingTablesNeedsOneTapAndKeepsBothDrafts()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("For table two"));
    desk.app.tap(words("kind-idea"));
    desk.app.countTapsFromHere();
    desk.app.tap(words("table3"));
    QCOMPARE(desk.app.taps(), 1);
    QVERIFY(desk.boxHasFocus());
    QCOMPARE(desk.box(), QString());
    QVERIFY(!desk.isChosen("kind-idea"));
    desk.app.type(words("For table three"));
    desk.app.tap(words("table2"));
    QCOMPARE(desk.box(), words("For table two"));
    QVERIFY(desk.isChosen("kind-idea"));
    desk.app.tap(words("table3"));
    QCOMPARE(desk.box(), words("For table three"));
    desk.app.tap(words("save"));
    desk.app.tap(words("table2"));
    QCOMPARE(desk.drafts(), std::size_t(1));
    desk.app.tap(words("save"));
    QCOMPARE(desk.drafts(), std::size_t(0));
    QCOMPARE(desk.saved(3), std::vector<std::string>{"For table three"});
    QCOMPARE(desk.saved(2).back(), "For table two");
}

void CaptureTest::aPromiseNeedsFourTapsAndTheName()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("I will bring the rota."));
    desk.app.countTapsFromHere();
    desk.app.tap(words("kind-promise"));
    desk.app.tap(words("promiserInput"));
    desk.app.type(words("Ken"));
    desk.app.tap(words("likely1"));
    desk.app.tap(words("save"));
    QCOMPARE(desk.app.taps(), 4);
    const std::vector<store::RecordView> promises = desk.promises();
    QCOMPARE(promises.size(), std::size_t(1));
    QCOMPARE(desk.box(), QString());
    namespace promise = catalogue::kinds::action;
    QCOMPARE(*promises.front().field(promise::text).text(), "I will bring the rota.");
    QCOMPARE(*promises.front().field(promise::owner_name).text(), "Ken");
    QCOMPARE(*promises.front().field(promise::due).text(), "2026-12-22");
    QCOMPARE(desk.firstNote(), words("I will bring the rota."));
    QCOMPARE(desk.app.item(words("note0"))->property("kind").toString(), words("Promise"));
    QVERIFY(desk.boxHasFocus());
    QVERIFY(!desk.isChosen("kind-promise"));
}

void CaptureTest::aMouseDoesTheSame()
{
    CaptureDesk desk(m_morning, {{1440, 900}, false});
    desk.app.type(words("With a mouse."));
    desk.app.click(words("kind-resource"));
    desk.app.click(words("theme-crisis"));
    desk.app.click(words("level2"));
    desk.app.click(words("save"));
    QCOMPARE(desk.firstNote(), words("With a mouse."));
    QVERIFY(desk.boxHasFocus());
    desk.app.click(words("undo"));
    QCOMPARE(desk.box(), words("With a mouse."));
    desk.app.click(words("save"));
    QCOMPARE(desk.saved(2).back(), "With a mouse.");
}

void CaptureTest::aKeyboardAloneDoesTheSame()
{
    CaptureDesk desk(m_morning, {{1440, 900}, false});
    const std::size_t before = desk.saved(2).size();
    desk.app.type(words("With keys alone."));
    desk.app.press(Qt::Key_4, Qt::AltModifier);
    QVERIFY(desk.isChosen("kind-barrier"));
    desk.app.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.saved(2).size(), before + 1);
    QCOMPARE(desk.box(), QString());
    desk.app.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.saved(2).size(), before);
    QCOMPARE(desk.box(), words("With keys alone."));
    desk.app.press(Qt::Key_Return, Qt::ControlModifier);
    desk.app.press(Qt::Key_4, Qt::ControlModifier);
    QVERIFY(desk.isChosen("table4"));
    QVERIFY(desk.boxHasFocus());
    desk.app.type(words("And at table four."));
    desk.app.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(desk.saved(4), std::vector<std::string>{"And at table four."});
}

void CaptureTest::anEmptyBoxIsNotSavedAndSaysWhatToDo()
{
    CaptureDesk desk(m_morning);
    const std::size_t before = desk.saved(2).size();
    desk.app.type(words("   "));
    desk.app.tap(words("save"));
    QCOMPARE(desk.textOf("boxProblem"), words("Write a few words first"));
    QCOMPARE(desk.saved(2).size(), before);
    QVERIFY(desk.boxHasFocus());
    desk.app.type(words("Now"));
    QCOMPARE(desk.textOf("boxProblem"), QString());
    desk.app.press(Qt::Key_A, Qt::ControlModifier);
    desk.app.press(Qt::Key_Delete);
}

void CaptureTest::theCounterComesWithFourHundredAndNothingIsCut()
{
    CaptureDesk desk(m_morning);
    const std::size_t before = desk.saved(2).size();
    desk.app.type(QString(399, QLatin1Char('a')));
    desk.app.settle();
    QVERIFY(!desk.app.item(words("counter")));
    desk.app.type(words("b"));
    desk.app.settle();
    QCOMPARE(desk.textOf("counter"), words("400 of 500"));
    desk.app.type(QString(103, QLatin1Char('c')));
    desk.app.settle();
    QCOMPARE(desk.textOf("counter"), words("3 too many"));
    desk.app.tap(words("save"));
    QCOMPARE(desk.saved(2).size(), before);
    QCOMPARE(desk.box().size(), 503);
    QVERIFY(desk.textOf("boxProblem").contains(words("500")));
    for (int extra = 0; extra < 3; ++extra)
        desk.app.press(Qt::Key_Backspace);
    desk.app.tap(words("save"));
    QCOMPARE(desk.saved(2).back().size(), std::size_t(500));
}

void CaptureTest::J1_07_aNoteIsNotToBeQuotedUnlessSomebodySaidSo()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(m_morning, windowFor(by));
    desk.app.type(words("Please keep this here."));
    pressBy(by, desk.app, words("save"));
    const std::vector<store::RecordView> notes = desk.ask([gathering = m_morning.gathering](usecases::Workspace &workspace) { return usecases::notesOf(workspace, gathering); });
    QVERIFY(std::all_of(notes.begin(), notes.end(), [](const auto &note) { return note.field(fields::quote_permission) == Value("notes_only"); }));
    const std::vector<store::RecordView> open = desk.ask([gathering = m_morning.gathering](usecases::Workspace &workspace) { return usecases::openNotesOf(workspace, gathering); });
    QVERIFY(open.empty());
}

QTEST_MAIN(CaptureTest)
#include "tst_capture.moc"
