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
    void aPromiseIsLinkedFoundAgainAndTakenOff();
    void onAPhoneNothingLiesOnSomethingElse();
    void nobodyIsSaidToHaveSaidNoWhoWasNotAsked();

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
    QCOMPARE(desk.textOf("removalWords"), words("It leaves the list. You can get it back right after. Later, ask your coordinator."));
    desk.app.tap(words("cancel"));
    QVERIFY(!desk.app.item(words("bringBack")));
    desk.app.tap(words("remove"));
    desk.app.tap(words("confirm"));
    QTRY_VERIFY(desk.app.item(words("bringBack")));
    QCOMPARE(desk.textOf("removedBanner"), words("This note is removed. You can get it back now. Later, ask your coordinator.")); // he has no list of them
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

void NoteTest::aPromiseIsLinkedFoundAgainAndTakenOff()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("I will ask about a second bench."));
    desk.app.tap(words("kind-promise"));
    desk.app.tap(words("save"));
    desk.app.type(words("There is nowhere to sit."));
    desk.app.tap(words("save"));
    desk.app.tap(words("more"));
    QCOMPARE(desk.textOf("noPromises"), words("Nobody has promised anything about this yet."));
    desk.app.tap(words("linkPromiseField"));
    desk.app.type(words("second bench"));
    desk.app.settle();
    desk.app.press(Qt::Key_Return); // the one thing found
    desk.app.settle();
    QCOMPARE(desk.textOf("promise0"), words("I will ask about a second bench."));
    QVERIFY(desk.textOf("history0").contains(words("which promises belong to it")));
    desk.app.tap(words("undoLink"));
    QVERIFY(desk.app.item(words("noPromises")));

    desk.app.tap(words("linkPromiseField"));
    desk.app.type(words("second bench"));
    desk.app.settle();
    desk.app.press(Qt::Key_Return);
    desk.app.settle();
    desk.app.tap(words("promise0"));
    QCOMPARE(desk.app.page(), words("promises"));
    desk.app.press(Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(desk.textOf("promise0"), words("I will ask about a second bench."));
    desk.app.tap(words("unlink0"));
    QVERIFY(desk.app.item(words("noPromises")));
}

void NoteTest::onAPhoneNothingLiesOnSomethingElse()
{
    CaptureDesk desk(m_morning, {{360, 800}, true});
    desk.app.type(words("To be sorted on a phone."));
    desk.app.tap(words("save"));
    desk.app.tap(words("feedButton"));
    desk.app.tap(words("more"));
    QCOMPARE(desk.app.page(), words("note"));
    QList<QRectF> places;
    for (QQuickItem *const item : desk.app.items()) {
        const QString name = item->objectName();
        if (!name.startsWith(words("level-")) && !name.startsWith(words("voice-")) && !name.startsWith(words("permission-")))
            continue;
        const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
        QVERIFY2(place.height() >= 44, qPrintable(name));
        for (const QRectF &other : places)
            QVERIFY2(!place.intersects(other), qPrintable(name));
        places.append(place);
    }
    QVERIFY(places.size() > 10);
}

void NoteTest::nobodyIsSaidToHaveSaidNoWhoWasNotAsked()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("Nobody was asked about this one."));
    desk.app.tap(words("save"));
    desk.app.tap(words("more"));
    QVERIFY(desk.isChosen("permission-notes_only"));
    QCOMPARE(desk.textOf("permission-notes_only"), words("Not asked, or no"));
    desk.app.tap(words("permission-anonymous"));
    QVERIFY(desk.isChosen("permission-anonymous"));
    desk.app.tap(words("permission-notes_only"));
    QVERIFY(desk.isChosen("permission-notes_only"));
    desk.app.tap(words("done"));
}

QTEST_MAIN(NoteTest)
#include "tst_note.moc"
