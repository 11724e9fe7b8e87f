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
    void undoNeedsOneTapAndGivesTheWordsBack();
    void redoPutsTheNoteBack_data();
    void redoPutsTheNoteBack();
    void redoIsForWhatIsTypedFirst();
    void switchingTablesNeedsOneTapAndKeepsBothDrafts();
    void aPromiseNeedsFourTapsAndTheName();
    void aMouseDoesTheSame();
    void aKeyboardAloneDoesTheSame();
    void anEmptyBoxIsNotSavedAndSaysWhatToDo();
    void theCounterComesWithFourHundredAndNothingIsCut();
    void J1_07_aNoteIsNotToBeQuotedUnlessSomebodySaidSo_data() { addInputs(); }
    void J1_07_aNoteIsNotToBeQuotedUnlessSomebodySaidSo();
    void whoSaidItIsSavedWithTheNote();
    void everyThemeAndTheOtherKindsAreBehindMore();
    void aBreakfastIsFinishedWhenPeopleAreCounted();

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

void CaptureTest::undoNeedsOneTapAndGivesTheWordsBack()
{
    CaptureDesk desk(m_morning);
    const std::size_t before = desk.saved(2).size();
    desk.app.type(words("Said too early."));
    desk.app.tap(words("kind-idea"));
    desk.app.tap(words("save"));
    QCOMPARE(desk.saved(2).size(), before + 1);
    desk.app.countTapsFromHere();
    desk.app.tap(words("undo"));
    QCOMPARE(desk.app.taps(), 1);
    QCOMPARE(desk.saved(2).size(), before);
    QCOMPARE(desk.box(), words("Said too early."));
    QVERIFY(desk.isChosen("kind-idea"));
    QVERIFY(!desk.app.item(words("undo")));
    QVERIFY(desk.boxHasFocus());

    desk.app.tap(words("save")); // Undo is about the last note only, and stays until the next
    desk.app.type(words("The next one."));
    QVERIFY(desk.app.item(words("undo")));
    desk.app.tap(words("undo"));
    QCOMPARE(desk.saved(2).size(), before);
    QCOMPARE(desk.box(), words("The next one."));
    desk.app.press(Qt::Key_A, Qt::ControlModifier);
    desk.app.press(Qt::Key_Delete);
}

void CaptureTest::redoPutsTheNoteBack_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Ctrl+Shift+Z") << Qt::Key_Z << Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier);
    QTest::newRow("Ctrl+Y") << Qt::Key_Y << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void CaptureTest::redoPutsTheNoteBack()
{
    QFETCH(Qt::Key, key);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    CaptureDesk desk(m_morning, {{1440, 900}, false});
    const std::size_t before = desk.saved(2).size();
    const auto redo = [&] { desk.app.press(key, modifiers); };
    redo(); // there is nothing yet
    QCOMPARE(desk.saved(2).size(), before);
    desk.app.type(words("Undone, and done again."));
    desk.app.press(Qt::Key_3, Qt::AltModifier);
    desk.app.press(Qt::Key_Return, Qt::ControlModifier);
    desk.app.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.saved(2).size(), before);
    redo();
    QCOMPARE(desk.saved(2).size(), before + 1);
    QCOMPARE(desk.saved(2).back(), "Undone, and done again.");
    QCOMPARE(desk.box(), QString());
    QVERIFY(desk.boxHasFocus());
    redo(); // once
    QCOMPARE(desk.saved(2).size(), before + 1);

    desk.app.press(Qt::Key_Z, Qt::ControlModifier); // and back, and forth with the words changed meanwhile
    QCOMPARE(desk.box(), words("Undone, and done again."));
    desk.app.type(words(" More."));
    desk.app.press(Qt::Key_F6);
    redo();
    QCOMPARE(desk.saved(2).size(), before + 1);
    QCOMPARE(desk.box(), words("Undone, and done again. More."));
    desk.app.press(Qt::Key_A, Qt::ControlModifier);
    desk.app.press(Qt::Key_Delete);
}

void CaptureTest::redoIsForWhatIsTypedFirst()
{
    CaptureDesk desk(m_morning, {{1440, 900}, false});
    const std::size_t before = desk.saved(2).size();
    desk.app.type(words("First."));
    desk.app.press(Qt::Key_Return, Qt::ControlModifier);
    desk.app.press(Qt::Key_Z, Qt::ControlModifier);
    desk.app.type(words("x"));
    desk.app.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(desk.box(), words("First."));
    desk.app.press(Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(desk.box(), words("First.x"));
    QCOMPARE(desk.saved(2).size(), before);
    desk.app.press(Qt::Key_A, Qt::ControlModifier);
    desk.app.press(Qt::Key_Delete);
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

void CaptureTest::whoSaidItIsSavedWithTheNote()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("I have been waiting for two years."));
    desk.app.tap(words("who"));
    desk.app.tap(words("voice-carer"));
    desk.app.tap(words("permission-anonymous"));
    desk.app.tap(words("confirm"));
    QTRY_VERIFY(desk.boxHasFocus());
    desk.app.tap(words("save"));
    QCOMPARE(desk.app.item(words("note0"))->property("voice").toString(), words("Carer"));
    const std::vector<store::RecordView> notes = desk.ask([gathering = m_morning.gathering](usecases::Workspace &workspace) { return usecases::notesOf(workspace, gathering); });
    const auto said = std::find_if(notes.begin(), notes.end(), [](const auto &note) { return *note.field(fields::text).text() == "I have been waiting for two years."; });
    QVERIFY(said != notes.end());
    QCOMPARE(*said->field(fields::voice).text(), "carer");
    QCOMPARE(*said->field(fields::quote_permission).text(), "anonymous");
}

void CaptureTest::everyThemeAndTheOtherKindsAreBehindMore()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("The walk every Tuesday."));
    desk.app.tap(words("moreThemes"));
    desk.app.tap(words("all-carers"));
    desk.app.tap(words("all-benefit"));
    desk.app.tap(words("cancel"));
    QTRY_VERIFY(!desk.app.item(words("all-carers")));
    QVERIFY(!desk.app.item(words("otherKind")));
    desk.app.tap(words("moreThemes"));
    desk.app.tap(words("all-carers"));
    desk.app.tap(words("all-benefit"));
    desk.app.tap(words("confirm"));
    QTRY_VERIFY(desk.isChosen("theme-carers"));
    QVERIFY(desk.isChosen("otherKind"));
    desk.app.tap(words("save"));
    QCOMPARE(desk.app.item(words("note0"))->property("kind").toString(), words("It got better"));
    QCOMPARE(desk.app.item(words("note0"))->property("themes").toStringList(), QStringList{words("Carers and family")});
}

void CaptureTest::aBreakfastIsFinishedWhenPeopleAreCounted()
{
    CaptureDesk desk(m_morning);
    desk.app.tap(words("finish"));
    desk.app.tap(words("rulesRead"));
    desk.app.tap(words("notesExplained"));
    desk.app.tap(words("confirm"));
    QTRY_COMPARE(desk.app.item(words("finishProblem"))->property("text").toString(), words("Count the people who came first."));
    for (int people = 0; people < 3; ++people)
        desk.app.tap(words("more1"));
    desk.app.tap(words("less1"));
    desk.app.tap(words("confirm"));
    QTRY_COMPARE(desk.app.page(), words("today"));
    const store::RecordView gathering = desk.ask([id = m_morning.gathering](usecases::Workspace &workspace) { return workspace.get(id); });
    QCOMPARE(gathering.state, "closed");
    const usecases::Headcount heads = desk.ask([id = m_morning.gathering](usecases::Workspace &workspace) { return usecases::headcount(workspace, id); });
    QCOMPARE(heads.carers, std::int64_t(2));
}

QTEST_MAIN(CaptureTest)
#include "tst_capture.moc"
