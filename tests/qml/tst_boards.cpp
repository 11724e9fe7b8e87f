// A board, a table and what goes with them, as they are operated (ux.md 5, 20 to 23, and 6.3), on the gallery's page.
#include <QSignalSpy>
#include <QTest>

#include "tests/qml/galleryview.h"

using namespace ourtable::test;

class BoardsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { failOnWarnings(); }
    void cardsAreWalkedWithArrows();
    void cardIsChosenWithReturn();
    void cardMovesByItsMenu();
    void boardIsOneStopOfTabForEachColumn();
    void narrowBoardShowsOneColumn();
    void rowIsReadInOneGo();
    void cellsSayTheirColumn();
    void rowsAreChosenWithKeys();
    void rowsAreChosenInRanges();
    void allRowsAreChosenAndCleared();
    void chosenRowsSurviveSortingAndGoWithTheirRecord();
    void returnOpensARow();
    void headSaysHowItSorts();
    void columnsAreHidden();
    void markChoosesAndTheRestOpens();
    void barSaysHowManyAndClears();
    void escapeClosesThePane();
};

namespace {

const char *const kGloria = "Gloria Mensah. Nominated by: Mosaic Clubhouse. What we look for: 16 out of 20. Access: Large print. Next: 9 June. 2 of 4";

QString focusedName(QmlView &view)
{
    QAccessibleInterface *focused = QAccessible::queryAccessibleInterface(view.window().activeFocusItem());
    return focused ? focused->text(QAccessible::Name) : QString();
}

QString firstName(QmlView &view) { return focusedName(view).section(QStringLiteral(". "), 0, 0); }

void press(QmlView &view, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view.window(), key, modifiers); }

// What a view made from a model is not among its children as QObject.
QQuickItem *below(QQuickItem *top, const QString &name)
{
    for (QQuickItem *child : top->childItems()) {
        QQuickItem *found = child->objectName() == name ? child : below(child, name);
        if (found)
            return found;
    }
    return nullptr;
}

QQuickItem *within(QmlView &view, const char *part, const char *name)
{
    return below(view.item(QString::fromLatin1(part)), QString::fromLatin1(name));
}

void enter(QQuickItem *item)
{
    QVERIFY(item);
    item->forceActiveFocus(Qt::TabFocusReason);
}

QStringList chosen(QmlView &view)
{
    QStringList keys = view.item(QStringLiteral("table"))->property("chosen").toStringList();
    keys.sort();
    return keys;
}

// The row of a table or the head of a column, which have no role of a control.
QAccessibleInterface *part(QmlView &view, QAccessible::Role role, const QString &beginning)
{
    for (QAccessibleInterface *each : tree(view)) {
        if (each->role() == role && each->text(QAccessible::Name).startsWith(beginning))
            return each;
    }
    return nullptr;
}

} // namespace

void BoardsTest::cardsAreWalkedWithArrows()
{
    QmlView view = gallery(0, 1);
    enter(within(view, "board", "card1"));
    const struct {
        Qt::Key key;
        const char *name;
    } walk[] = {
        {Qt::Key_Down, "Tomasz Zielinski"}, {Qt::Key_Right, "Peter Lund"}, {Qt::Key_Up, "Gloria Mensah"}, {Qt::Key_Right, "Sofia Marques"},
        {Qt::Key_Right, "Sofia Marques"}, {Qt::Key_Left, "Gloria Mensah"}, {Qt::Key_Left, "Marcia Bennett"}, {Qt::Key_Up, "Marcia Bennett"},
        {Qt::Key_End, "Somebody with a name that is much longer than any card"}, {Qt::Key_Home, "Marcia Bennett"},
    };
    for (const auto &step : walk) {
        press(view, step.key);
        QCOMPARE(firstName(view), QString::fromLatin1(step.name));
    }
    QCOMPARE(focusedName(view), QStringLiteral("Marcia Bennett. Brixton Advice Hub. 2 days ago. 1 of 3"));
}

void BoardsTest::cardIsChosenWithReturn()
{
    QmlView view = gallery(0, 1);
    QSignalSpy told(view.item(QStringLiteral("board")), SIGNAL(chosen(QString)));
    enter(within(view, "board", "card2"));
    QVERIFY(focusedName(view).contains(QStringLiteral("16 out of 20. Large print. Chat on Tuesday 9 June. Chosen")));
    press(view, Qt::Key_Left);
    press(view, Qt::Key_Return);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(), QStringLiteral("1"));
    QVERIFY(focusedName(view).contains(QStringLiteral("Chosen")));
}

void BoardsTest::cardMovesByItsMenu()
{
    QmlView view = gallery(0, 1);
    auto *menu = view.root().findChild<QObject *>(QStringLiteral("moveMenu"));
    QSignalSpy moved(view.item(QStringLiteral("board")), SIGNAL(moveAsked(QString,QString)));
    enter(within(view, "board", "card4"));
    press(view, Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(menu->property("opened").toBool());
    QCOMPARE(menu->property("count").toInt(), 4); // the three other steps, and Cancel
    press(view, Qt::Key_Down);
    press(view, Qt::Key_Down);
    QCOMPARE(firstName(view), QStringLiteral("Decide together"));
    press(view, Qt::Key_Return);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved.first(), (QVariantList{QStringLiteral("4"), QStringLiteral("decide")}));
    QTRY_VERIFY(!menu->property("visible").toBool());
    view.settle();
    QQuickItem *column = within(view, "board", "stepdecide");
    QCOMPARE(column->property("count").toInt(), 1);
    QVERIFY(below(column, QStringLiteral("card4")));
    QTRY_VERIFY(within(view, "board", "stepnominated")->hasFocus()); // where it was, there is the next
    press(view, Qt::Key_Home);
    QCOMPARE(firstName(view), QStringLiteral("Marcia Bennett"));
}

void BoardsTest::boardIsOneStopOfTabForEachColumn()
{
    QmlView view = gallery(0, 1);
    enter(within(view, "board", "card1"));
    const char *const stops[] = {"Move to: Marcia Bennett", "Gloria Mensah", "Move to: Gloria Mensah", "Sofia Marques", "Move to: Sofia Marques"};
    for (const char *stop : stops) {
        press(view, Qt::Key_Tab);
        QCOMPARE(firstName(view), QString::fromLatin1(stop));
    }
}

void BoardsTest::narrowBoardShowsOneColumn()
{
    QmlView view = gallery(0, 1, {360, 800});
    QVERIFY(within(view, "board", "stepnominated")->isVisible());
    QVERIFY(!within(view, "board", "stepknow")->isVisible());
    QAccessibleInterface *step = named(view, QStringLiteral("Getting to know"));
    QVERIFY(step);
    step->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(!within(view, "board", "stepnominated")->isVisible());
    QVERIFY(within(view, "board", "stepknow")->isVisible());
    enter(within(view, "board", "card2"));
    press(view, Qt::Key_Left);
    QCOMPARE(firstName(view), QStringLiteral("Marcia Bennett"));
    QVERIFY(within(view, "board", "stepnominated")->isVisible());
}

void BoardsTest::rowIsReadInOneGo()
{
    QmlView view = gallery(0, 1);
    enter(within(view, "table", "row2"));
    QCOMPARE(focusedName(view), QString::fromLatin1(kGloria));
    press(view, Qt::Key_Down);
    QCOMPARE(focusedName(view), QStringLiteral("Marcia Bennett. Nominated by: Brixton Advice Hub. What we look for: Not yet. Next: 2 days ago. 3 of 4"));
    press(view, Qt::Key_End);
    QCOMPARE(firstName(view), QStringLiteral("Peter Lund"));
    press(view, Qt::Key_PageUp);
    QCOMPARE(firstName(view), QStringLiteral("Anita Rao"));
}

void BoardsTest::cellsSayTheirColumn()
{
    QmlView view = gallery(0, 1);
    QAccessibleInterface *row = QAccessible::queryAccessibleInterface(within(view, "table", "row2"));
    QStringList cells;
    for (int i = 0; i < row->childCount(); ++i) {
        if (row->child(i)->role() == QAccessible::Cell)
            cells.append(row->child(i)->text(QAccessible::Name));
    }
    QCOMPARE(cells, QStringList({QStringLiteral("Name: Gloria Mensah"), QStringLiteral("Nominated by: Mosaic Clubhouse"), QStringLiteral("What we look for: 16 out of 20"),
                                 QStringLiteral("Access: Large print"), QStringLiteral("Next: 9 June")}));
}

void BoardsTest::rowsAreChosenWithKeys()
{
    QmlView view = gallery(0, 1);
    enter(within(view, "table", "row2"));
    press(view, Qt::Key_Space);
    QVERIFY(focusedName(view).endsWith(QStringLiteral("Chosen. 2 of 4")));
    press(view, Qt::Key_End);
    press(view, Qt::Key_Space);
    QCOMPARE(chosen(view), QStringList({QStringLiteral("2"), QStringLiteral("4")}));
    press(view, Qt::Key_Space);
    QCOMPARE(chosen(view), QStringList({QStringLiteral("2")}));
    QAccessibleInterface *row = QAccessible::queryAccessibleInterface(within(view, "table", "row3"));
    row->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(row->state().checkable && row->state().checked);
    QCOMPARE(chosen(view), QStringList({QStringLiteral("2"), QStringLiteral("3")}));
}

void BoardsTest::rowsAreChosenInRanges()
{
    QmlView view = gallery(0, 1);
    enter(within(view, "table", "row1"));
    press(view, Qt::Key_Down);
    press(view, Qt::Key_Down, Qt::ShiftModifier);
    press(view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(chosen(view), QStringList({QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")}));
    press(view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(chosen(view), QStringList({QStringLiteral("2"), QStringLiteral("3")}));
    press(view, Qt::Key_Up);
    QCOMPARE(chosen(view), QStringList({QStringLiteral("2"), QStringLiteral("3")}));
}

void BoardsTest::allRowsAreChosenAndCleared()
{
    QmlView view = gallery(0, 1);
    enter(within(view, "table", "row1"));
    press(view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(chosen(view).size(), 4);
    press(view, Qt::Key_Escape);
    QCOMPARE(chosen(view).size(), 0);
    QAccessibleInterface *all = named(view, QStringLiteral("Choose all"));
    press(view, Qt::Key_Space);
    QVERIFY(all->state().checked && all->state().checkStateMixed);
    all->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QCOMPARE(chosen(view).size(), 4);
    QVERIFY(all->state().checked && !all->state().checkStateMixed);
    all->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(chosen(view).size(), 0);
}

void BoardsTest::chosenRowsSurviveSortingAndGoWithTheirRecord()
{
    QmlView view = gallery(0, 1);
    enter(within(view, "table", "row1"));
    press(view, Qt::Key_Space);
    part(view, QAccessible::ColumnHeader, QStringLiteral("Name"))->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(QAccessible::queryAccessibleInterface(within(view, "table", "row1"))->text(QAccessible::Name).endsWith(QStringLiteral("Chosen. 4 of 4")));
    QCOMPARE(chosen(view), QStringList({QStringLiteral("1")}));
    auto *records = view.item(QStringLiteral("table"))->property("model").value<QObject *>();
    QVERIFY(QMetaObject::invokeMethod(records, "drop", Q_ARG(int, 3)));
    QCOMPARE(chosen(view), QStringList());
}

void BoardsTest::returnOpensARow()
{
    QmlView view = gallery(0, 1);
    QSignalSpy opened(view.item(QStringLiteral("table")), SIGNAL(opened(QString)));
    enter(within(view, "table", "row1"));
    press(view, Qt::Key_Down);
    press(view, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), QStringLiteral("2"));
    QCOMPARE(focusedName(view), QString::fromLatin1(kGloria));
}

void BoardsTest::headSaysHowItSorts()
{
    QmlView view = gallery(0, 1);
    QSignalSpy asked(view.item(QStringLiteral("table")), SIGNAL(sortAsked(QString,bool)));
    enter(within(view, "table", "headtext"));
    QCOMPARE(focusedName(view), QStringLiteral("Name, sorted first to last"));
    press(view, Qt::Key_Return);
    QCOMPARE(focusedName(view), QStringLiteral("Name, sorted last to first"));
    press(view, Qt::Key_Tab);
    QCOMPARE(focusedName(view), QStringLiteral("Nominated by"));
    press(view, Qt::Key_Space);
    QCOMPARE(focusedName(view), QStringLiteral("Nominated by, sorted first to last"));
    QCOMPARE(asked.size(), 2);
    enter(within(view, "table", "row3"));
    QVERIFY(focusedName(view).endsWith(QStringLiteral("1 of 4"))); // Brixton
}

void BoardsTest::columnsAreHidden()
{
    QmlView view = gallery(0, 1);
    enter(within(view, "table", "columns"));
    press(view, Qt::Key_Return);
    auto *menu = view.root().findChild<QObject *>(QStringLiteral("columnsMenu"));
    QTRY_VERIFY(menu->property("opened").toBool());
    QCOMPARE(menu->property("count").toInt(), 5); // all but the name, and Cancel
    press(view, Qt::Key_Down);
    QCOMPARE(focusedName(view), QStringLiteral("Hide: Nominated by"));
    press(view, Qt::Key_Return);
    QTRY_VERIFY(!menu->property("visible").toBool());
    enter(within(view, "table", "row2"));
    QVERIFY(!focusedName(view).contains(QStringLiteral("Mosaic")));
    QVERIFY(!part(view, QAccessible::ColumnHeader, QStringLiteral("Nominated by")));
}

void BoardsTest::markChoosesAndTheRestOpens()
{
    QmlView view = gallery(0, 1, {1280, 6000});
    QSignalSpy opened(view.item(QStringLiteral("table")), SIGNAL(opened(QString)));
    QQuickItem *row = within(view, "table", "row3");
    const QPointF place = row->mapToScene({0, row->height() / 2});
    QTest::mouseClick(&view.window(), Qt::LeftButton, {}, (place + QPointF(20, 0)).toPoint());
    QCOMPARE(chosen(view), QStringList({QStringLiteral("3")}));
    QCOMPARE(opened.size(), 0);
    QTest::mouseClick(&view.window(), Qt::LeftButton, {}, (place + QPointF(200, 0)).toPoint());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(chosen(view), QStringList({QStringLiteral("3")}));
}

void BoardsTest::barSaysHowManyAndClears()
{
    QmlView view = gallery(0, 1);
    QQuickItem *bar = view.item(QStringLiteral("bulk"));
    QVERIFY(!bar->isVisible());
    enter(within(view, "table", "row1"));
    press(view, Qt::Key_A, Qt::ControlModifier);
    QVERIFY(bar->isVisible());
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(bar);
    QCOMPARE(spoken->role(), QAccessible::ToolBar);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("4 chosen"));
    enter(within(view, "bulk", "clear"));
    press(view, Qt::Key_Escape);
    QCOMPARE(chosen(view).size(), 0);
    QVERIFY(!bar->isVisible());
}

void BoardsTest::escapeClosesThePane()
{
    QmlView view = gallery(0, 1);
    QQuickItem *pane = view.item(QStringLiteral("inspector"));
    QCOMPARE(pane->property("count").toInt(), 1);
    enter(within(view, "inspector", "closePane"));
    press(view, Qt::Key_Escape);
    QCOMPARE(pane->property("count").toInt(), 0);
    QVERIFY(!within(view, "inspector", "closePane")->isVisible());
}

QTEST_MAIN(BoardsTest)
#include "tst_boards.moc"
