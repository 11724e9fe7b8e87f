// One note with everything about it, through the real window.
#include <QTest>

#include "tests/app/capturedesk.h"

using namespace ourtable;
using namespace ourtable::test;

class NoteTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str()); }
    void init() { failOnWarnings(); }
    void aNoteIsOpenedFromTheFeedAndSortedWithATap();
    void removingAsksOnceAndCanBeUndone();
    void aKeyboardOpensANoteToo();

private:
    Morning m_morning;
};

void NoteTest::aNoteIsOpenedFromTheFeedAndSortedWithATap()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("To be sorted later."));
    desk.app.tap(words("save"));
    desk.app.tap(words("more"));
    QCOMPARE(desk.app.page(), words("note"));
    QCOMPARE(desk.textOf("wordsInput"), words("To be sorted later."));
    desk.app.tap(words("kind-question"));
    desk.app.tap(words("theme-housing"));
    desk.app.tap(words("level-system")); // cards: half a tablet is too narrow for a row
    QVERIFY(desk.isChosen("kind-question"));
    QVERIFY(desk.textOf("history0").startsWith(words("Joel changed who could change this")));
    desk.app.tap(words("done"));
    QCOMPARE(desk.app.page(), words("capture"));
    QCOMPARE(desk.app.item(words("note0"))->property("kind").toString(), words("Question"));
    QCOMPARE(desk.app.item(words("note0"))->property("themes").toStringList(), QStringList{words("Housing")});
}

void NoteTest::removingAsksOnceAndCanBeUndone()
{
    CaptureDesk desk(m_morning);
    const QString first = desk.firstNote();
    desk.app.tap(words("note0"));
    QCOMPARE(desk.app.page(), words("note"));
    desk.app.tap(words("remove"));
    desk.app.tap(words("cancel"));
    QVERIFY(!desk.app.item(words("bringBack")));
    desk.app.tap(words("remove"));
    desk.app.tap(words("confirm"));
    QTRY_VERIFY(desk.app.item(words("bringBack")));
    desk.app.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(desk.app.page(), words("capture"));
    QVERIFY(desk.firstNote() != first);
}

void NoteTest::aKeyboardOpensANoteToo()
{
    CaptureDesk desk(m_morning, {{1440, 900}, false});
    const QString first = desk.firstNote();
    for (int step = 0; step < 80 && !desk.app.window().activeFocusItem()->objectName().startsWith(words("note")); ++step)
        desk.app.press(Qt::Key_Tab);
    QCOMPARE(desk.app.window().activeFocusItem()->objectName(), words("note0"));
    desk.app.press(Qt::Key_Return);
    QCOMPARE(desk.app.page(), words("note"));
    QCOMPARE(desk.textOf("wordsInput"), first);
}

QTEST_MAIN(NoteTest)
#include "tst_note.moc"
