// Picks of a day, a time and a record as they are operated (ux.md 5, 15 and 16), on the gallery's page. Its today is
// Thursday 4 June 2026.
#include <QSignalSpy>
#include <QTest>

#include "tests/qml/galleryview.h"

using namespace ourtable::test;

class PicksTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { failOnWarnings(); }
    void likelyDayIsOnePress();
    void typedDayIsUnderstoodAndSaidInFull();
    void unclearDayIsToldWhenItIsLeft();
    void ownersErrorComesFirst();
    void emptiedDayIsNone();
    void ownersValueIsShown();
    void calendarIsWalkedWithKeys();
    void calendarClosesAndGivesTheFocusBack();
    void calendarIsOneStopOfTab();
    void daysHaveRoomAndNames();
    void typedTimeIsUnderstood();
    void personIsFoundAndChosenWithKeys();
    void foundIsCountedAloud();
    void returnTakesOnlyTheOneThingFound();
    void otherWordsAreNobodyYet();
    void someoneNewIsTheLast();
    void escapeClosesTheListOnly();
    void tabLeavesThePick();
    void screenReaderChooses();
    void namesAreNotMarkup();
};

namespace {

void type(QmlView &view, const QString &pick, const QString &words)
{
    QQuickItem *input = view.item(pick + QStringLiteral("FieldInput"));
    QVERIFY(input);
    input->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&view.window(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&view.window(), Qt::Key_Delete);
    for (const QChar letter : words)
        QTest::keyClick(&view.window(), letter.toLatin1());
}

QString shownIn(QmlView &view, const QString &pick) { return view.item(pick + QStringLiteral("FieldInput"))->property("text").toString(); }
QString valueOf(QmlView &view, const QString &pick) { return view.item(pick)->property("value").toString(); }

QString focusedName(QmlView &view)
{
    QAccessibleInterface *focused = QAccessible::queryAccessibleInterface(view.window().activeFocusItem());
    return focused ? focused->text(QAccessible::Name) : QString();
}

const QString kCall = QStringLiteral("callDay"); // three likely days; 11 June
const QString kHeld = QStringLiteral("heldDay"); // looks back; an error of its owner
const QString kStart = QStringLiteral("startTime");

const QString kWho = QStringLiteral("nominee");     // of seven, three begin with gl
const QString kWhoSaid = QStringLiteral("speaker"); // Gloria Mensah, key 1

QString spokenBy(QmlView &view)
{
    for (QAccessibleInterface *each : tree(view)) {
        auto *item = qobject_cast<QQuickItem *>(each->object());
        for (; each->role() == QAccessible::AlertMessage && item; item = item->parentItem()) {
            if (item->objectName() == kWho)
                return each->text(QAccessible::Name);
        }
    }
    return {};
}

void openCalendar(QmlView &view)
{
    view.item(kCall)->findChild<QQuickItem *>(QStringLiteral("calendar"))->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(focusedName(view), QStringLiteral("Thursday 11 June 2026. Chosen"));
}

} // namespace

void PicksTest::likelyDayIsOnePress()
{
    QmlView view = gallery(0, 1);
    QSignalSpy chosen(view.item(kCall), SIGNAL(chosen(QString)));
    QAccessibleInterface *month = named(view, QStringLiteral("In 1 month. Saturday 4 July"));
    QAccessibleInterface *week = named(view, QStringLiteral("In 1 week. Thursday 11 June"));
    QVERIFY(month && week);
    QVERIFY(week->state().checked && !month->state().checked);
    month->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(valueOf(view, kCall), QStringLiteral("2026-07-04"));
    QCOMPARE(shownIn(view, kCall), QStringLiteral("Saturday 4 July 2026"));
    QVERIFY(!week->state().checked && month->state().checked);
}

void PicksTest::typedDayIsUnderstoodAndSaidInFull()
{
    QmlView view = gallery(0, 1);
    type(view, kCall, QStringLiteral("12 june"));
    QCOMPARE(valueOf(view, kCall), QStringLiteral("2026-06-12"));
    QCOMPARE(shownIn(view, kCall), QStringLiteral("12 june"));
    QQuickItem *understood = view.item(kCall)->findChild<QQuickItem *>(QStringLiteral("understood"));
    QVERIFY(understood->isVisible());
    QCOMPARE(understood->property("text").toString(), QStringLiteral("Friday 12 June 2026"));
    QTest::keyClick(&view.window(), Qt::Key_Tab);
    QCOMPARE(shownIn(view, kCall), QStringLiteral("Friday 12 June 2026"));
    QVERIFY(!understood->isVisible());
}

void PicksTest::unclearDayIsToldWhenItIsLeft()
{
    QmlView view = gallery(0, 1);
    QQuickItem *input = view.item(kCall + QStringLiteral("FieldInput"));
    type(view, kCall, QStringLiteral("soonish"));
    QVERIFY(view.item(kCall)->property("unclear").toBool());
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(input);
    QVERIFY(!spoken->text(QAccessible::Name).contains(QStringLiteral("Error")));
    QTest::keyClick(&view.window(), Qt::Key_Tab);
    QVERIFY(spoken->text(QAccessible::Name).contains(QStringLiteral("Error: Write a day like 12 June, or choose one")));
    QCOMPARE(shownIn(view, kCall), QStringLiteral("soonish"));
    QCOMPARE(valueOf(view, kCall), QString());
    type(view, kCall, QStringLiteral("tomorrow"));
    QVERIFY(!spoken->text(QAccessible::Name).contains(QStringLiteral("Error")));
    QString whole;
    QVERIFY(QMetaObject::invokeMethod(view.item(kCall), "wholeValue", Q_RETURN_ARG(QString, whole)));
    QCOMPARE(whole, QStringLiteral("2026-06-05"));
}

void PicksTest::ownersErrorComesFirst()
{
    QmlView view = gallery(0, 1);
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(view.item(kHeld + QStringLiteral("FieldInput")));
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("When was it? (optional). The day of the breakfast. For example, 12 June. Error: Choose a day that is today or earlier"));
    type(view, kHeld, QStringLiteral("12 june"));
    QCOMPARE(valueOf(view, kHeld), QStringLiteral("2025-06-12"));
}

void PicksTest::emptiedDayIsNone()
{
    QmlView view = gallery(0, 1);
    QSignalSpy chosen(view.item(kCall), SIGNAL(chosen(QString)));
    type(view, kCall, QString());
    QTest::keyClick(&view.window(), Qt::Key_Tab);
    QCOMPARE(valueOf(view, kCall), QString());
    QCOMPARE(chosen.last().first().toString(), QString());
    QVERIFY(!view.item(kCall)->property("unclear").toBool());
}

void PicksTest::ownersValueIsShown()
{
    QmlView view = gallery(0, 1);
    QCOMPARE(shownIn(view, kCall), QStringLiteral("Thursday 11 June 2026"));
    type(view, kCall, QStringLiteral("12 june"));
    QTest::keyClick(&view.window(), Qt::Key_Return);
    view.item(kCall)->setProperty("value", QString()); // as a form that was saved empties itself
    QCOMPARE(shownIn(view, kCall), QString());
    view.item(kCall)->setProperty("value", QStringLiteral("2026-12-24"));
    QCOMPARE(shownIn(view, kCall), QStringLiteral("Thursday 24 December 2026"));
}

void PicksTest::calendarIsWalkedWithKeys()
{
    QmlView view = gallery(0, 1);
    openCalendar(view);
    const struct {
        Qt::Key key;
        Qt::KeyboardModifiers modifiers;
        const char *day;
    } walk[] = {
        {Qt::Key_Right, {}, "Friday 12 June 2026"}, {Qt::Key_Down, {}, "Friday 19 June 2026"}, {Qt::Key_Home, {}, "Monday 15 June 2026"},
        {Qt::Key_End, {}, "Sunday 21 June 2026"}, {Qt::Key_PageDown, {}, "Tuesday 21 July 2026"}, {Qt::Key_PageUp, {}, "Sunday 21 June 2026"},
        {Qt::Key_PageDown, Qt::ShiftModifier, "Monday 21 June 2027"}, {Qt::Key_Left, {}, "Sunday 20 June 2027"}, {Qt::Key_Up, {}, "Sunday 13 June 2027"},
    };
    for (const auto &step : walk) {
        QTest::keyClick(&view.window(), step.key, step.modifiers);
        QCOMPARE(focusedName(view), QString::fromLatin1(step.day));
    }
    QTest::keyClick(&view.window(), Qt::Key_Space);
    QCOMPARE(valueOf(view, kCall), QStringLiteral("2027-06-13"));
    QCOMPARE(shownIn(view, kCall), QStringLiteral("Sunday 13 June 2027"));
}

void PicksTest::calendarClosesAndGivesTheFocusBack()
{
    QmlView view = gallery(0, 1);
    openCalendar(view);
    QTest::keyClick(&view.window(), Qt::Key_Right);
    QTest::keyClick(&view.window(), Qt::Key_Escape);
    QCOMPARE(focusedName(view), QStringLiteral("Calendar. When should we call?"));
    QCOMPARE(valueOf(view, kCall), QStringLiteral("2026-06-11"));
    openCalendar(view);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(focusedName(view), QStringLiteral("Calendar. When should we call?"));
}

void PicksTest::calendarIsOneStopOfTab()
{
    QmlView view = gallery(0, 1);
    openCalendar(view);
    QTest::keyClick(&view.window(), Qt::Key_Tab, Qt::ShiftModifier);
    QCOMPARE(focusedName(view), QStringLiteral("Month after"));
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(focusedName(view), QStringLiteral("Month after"));
    QTest::keyClick(&view.window(), Qt::Key_Tab);
    QCOMPARE(focusedName(view), QStringLiteral("Saturday 11 July 2026"));
    QTest::keyClick(&view.window(), Qt::Key_Tab);
    QVERIFY(!focusedName(view).contains(QStringLiteral("2026")));
}

void PicksTest::daysHaveRoomAndNames()
{
    QmlView view = gallery(0, 2);
    int days = 0;
    for (QAccessibleInterface *each : tree(view)) {
        if (each->role() != QAccessible::Cell || !each->text(QAccessible::Name).contains(QStringLiteral(" June 2026")))
            continue;
        ++days;
        QVERIFY2(each->rect().height() >= 48 && each->rect().width() >= 46, told(each).constData());
        QVERIFY(each->state().focusable && each->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    }
    QCOMPARE(days, 30); // June; what is no day of it is not there
    QAccessibleInterface *today = nullptr;
    for (QAccessibleInterface *each : tree(view)) {
        if (each->text(QAccessible::Name) == QStringLiteral("Thursday 4 June 2026. Today"))
            today = each;
    }
    QVERIFY(today);
}

void PicksTest::typedTimeIsUnderstood()
{
    QmlView view = gallery(0, 1);
    QVERIFY(named(view, QStringLiteral("As last time. 8:30"))->state().checked);
    type(view, kStart, QStringLiteral("5 pm"));
    QCOMPARE(valueOf(view, kStart), QStringLiteral("17:00"));
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(shownIn(view, kStart), QStringLiteral("17:00"));
    QCOMPARE(view.item(kStart)->findChild<QQuickItem *>(QStringLiteral("understood"))->property("text").toString(), QStringLiteral("17:00 in the afternoon"));
}

void PicksTest::personIsFoundAndChosenWithKeys()
{
    QmlView view = gallery(0, 1);
    QSignalSpy chosen(view.item(kWho), SIGNAL(chosen(QString)));
    type(view, kWho, QStringLiteral("gl"));
    const char *const rows[] = {"Gloria Mensah. Mosaic Clubhouse. Large print. 1 of 3", "Gloria Adeyemi. Lambeth Carers. 2 of 3"};
    for (const char *row : rows) {
        QTest::keyClick(&view.window(), Qt::Key_Down);
        QCOMPARE(focusedName(view), QString::fromLatin1(row));
    }
    QTest::keyClick(&view.window(), Qt::Key_Up);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(view.item(kWho)->property("key").toString(), QStringLiteral("1"));
    QCOMPARE(view.item(kWho)->property("flag").toString(), QStringLiteral("Large print"));
    QCOMPARE(shownIn(view, kWho), QStringLiteral("Gloria Mensah"));
    QCOMPARE(view.window().activeFocusItem(), view.item(kWho + QStringLiteral("FieldInput")));
    QVERIFY(!view.item(QStringLiteral("found0")) || !view.item(QStringLiteral("found0"))->isVisible());
    QCOMPARE(spokenBy(view), QStringLiteral("Gloria Mensah chosen. Large print"));
    QTest::keyClick(&view.window(), Qt::Key_Backspace);
    QCOMPARE(view.item(kWho)->property("key").toString(), QString());
    QCOMPARE(chosen.size(), 2);
}

void PicksTest::foundIsCountedAloud()
{
    QmlView view = gallery(0, 1);
    type(view, kWho, QStringLiteral("g"));
    QTRY_COMPARE(spokenBy(view), QStringLiteral("3 found"));
    type(view, kWho, QStringLiteral("p"));
    QTRY_COMPARE(spokenBy(view), QStringLiteral("1 found"));
    type(view, kWho, QStringLiteral("px"));
    QTRY_COMPARE(spokenBy(view), QStringLiteral("Nobody found by this name"));
}

void PicksTest::returnTakesOnlyTheOneThingFound()
{
    QmlView view = gallery(0, 1);
    type(view, kWho, QStringLiteral("gl"));
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(view.item(kWho)->property("key").toString(), QString());
    QCOMPARE(focusedName(view), QStringLiteral("Gloria Mensah. Mosaic Clubhouse. Large print. 1 of 3"));
    type(view, kWho, QStringLiteral("pet"));
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(view.item(kWho)->property("key").toString(), QStringLiteral("4"));
}

void PicksTest::otherWordsAreNobodyYet()
{
    QmlView view = gallery(0, 1);
    type(view, kWho, QStringLiteral("gloria"));
    QVERIFY(view.item(kWho)->property("unclear").toBool());
    QVERIFY(!view.item(kWhoSaid)->property("unclear").toBool());
    QCOMPARE(shownIn(view, kWhoSaid), QStringLiteral("Gloria Mensah"));
    QVERIFY(QMetaObject::invokeMethod(view.item(kWhoSaid), "clear"));
    QCOMPARE(shownIn(view, kWhoSaid), QString());
    QVERIFY(!view.item(kWhoSaid)->property("unclear").toBool());
}

void PicksTest::someoneNewIsTheLast()
{
    QmlView view = gallery(0, 1);
    QSignalSpy asked(view.item(kWho), SIGNAL(newAsked(QString)));
    type(view, kWho, QStringLiteral("pet"));
    QTest::keyClick(&view.window(), Qt::Key_Down);
    QTest::keyClick(&view.window(), Qt::Key_Down);
    QCOMPARE(focusedName(view), QStringLiteral("Add someone new. pet"));
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("pet"));
    QVERIFY(!named(view, QStringLiteral("Add someone new. pet")));
}

void PicksTest::escapeClosesTheListOnly()
{
    QmlView view = gallery(0, 1);
    type(view, kWho, QStringLiteral("gl"));
    QTest::keyClick(&view.window(), Qt::Key_Down);
    QTest::keyClick(&view.window(), Qt::Key_Escape);
    QCOMPARE(view.window().activeFocusItem(), view.item(kWho + QStringLiteral("FieldInput")));
    QCOMPARE(shownIn(view, kWho), QStringLiteral("gl"));
    QVERIFY(!named(view, QStringLiteral("Add someone new. gl")));
    QTest::keyClick(&view.window(), Qt::Key_Down);
    QCOMPARE(focusedName(view), QStringLiteral("Gloria Mensah. Mosaic Clubhouse. Large print. 1 of 3"));
}

void PicksTest::tabLeavesThePick()
{
    QmlView view = gallery(0, 1);
    type(view, kWho, QStringLiteral("gl"));
    QTest::keyClick(&view.window(), Qt::Key_Tab);
    QCOMPARE(view.window().activeFocusItem(), view.item(kWhoSaid + QStringLiteral("FieldInput")));
    QVERIFY(!named(view, QStringLiteral("Add someone new. gl")));
}

void PicksTest::screenReaderChooses()
{
    QmlView view = gallery(0, 1);
    type(view, kWho, QStringLiteral("gl"));
    view.settle();
    QAccessibleInterface *row = named(view, QStringLiteral("Glen Turner. Self-nominated. 3 of 3"));
    QVERIFY(row);
    QVERIFY(row->rect().height() >= 48 && row->state().focusable);
    row->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(view.item(kWho)->property("key").toString(), QStringLiteral("3"));
}

void PicksTest::namesAreNotMarkup()
{
    QmlView view = gallery(0, 1, {360, 800});
    type(view, kWho, QStringLiteral("<"));
    QTest::keyClick(&view.window(), Qt::Key_Down);
    view.settle();
    QQuickItem *row = view.window().activeFocusItem();
    QVERIFY(focusedName(view).startsWith(QStringLiteral("<img src=x> <img")));
    for (QQuickItem *item : visibleItems(*row)) {
        const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
        QVERIFY(place.left() >= 0 && place.right() <= 360);
    }
}

QTEST_MAIN(PicksTest)
#include "tst_picks.moc"
