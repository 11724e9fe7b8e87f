// Taking the last note back, and putting it there again.
#include <QTest>

#include "tests/app/capturedesk.h"

using namespace ourtable;
using namespace ourtable::test;

class CaptureUndoTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str()); }
    void init() { failOnWarnings(); }
    void undoNeedsOneTapAndGivesTheWordsBack();
    void redoPutsTheNoteBack_data();
    void redoPutsTheNoteBack();
    void redoIsForWhatIsTypedFirst();

private:
    Morning m_morning;
};

void CaptureUndoTest::undoNeedsOneTapAndGivesTheWordsBack()
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

void CaptureUndoTest::redoPutsTheNoteBack_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::newRow("Ctrl+Shift+Z") << Qt::Key_Z << Qt::KeyboardModifiers(Qt::ControlModifier | Qt::ShiftModifier);
    QTest::newRow("Ctrl+Y") << Qt::Key_Y << Qt::KeyboardModifiers(Qt::ControlModifier);
}

void CaptureUndoTest::redoPutsTheNoteBack()
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

void CaptureUndoTest::redoIsForWhatIsTypedFirst()
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

QTEST_MAIN(CaptureUndoTest)
#include "tst_captureundo.moc"
