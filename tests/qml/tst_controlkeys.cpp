// Every control of the gallery as it is operated: pressed by a screen reader, with the keyboard, with an input method at work
// (ux.md 6.3 and 10.3).
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

#include "tests/qml/galleryview.h"

using namespace ourtable::test;

class ControlKeysTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { failOnWarnings(); }
    void screenReaderPresses();
    void screenReaderTicks();
    void returnAndSpacePress();
    void tabGoesThroughEverything();
    void unfinishedWordsAreRead_data();
    void unfinishedWordsAreRead();
    void tabLeavesABoxOfText();
    void arrowsGoAlongTabs();
    void escapeClearsASearch();
    void sheetKeepsTheFocusAndGivesItBack();
    void sheetThatRemovesOffersToLeaveFirst();
    void menuIsWalkedWithArrowsAndEndsWithCancel();
};

namespace {

// A list is one stop of Tab; tst_picks and tst_boards walk on from there.
bool isWalkedWithArrows(QAccessibleInterface *control)
{
    for (; control; control = control->parent()) {
        if (control->role() == QAccessible::List)
            return true;
    }
    return false;
}

// The popup of this name, opened with Return on its button; nullptr when it did not open.
QObject *opened(QmlView &view, const QString &button, const QString &popup)
{
    view.item(button)->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    auto *found = view.root().findChild<QObject *>(popup);
    const bool open = found && QTest::qWaitFor([found] { return found->property("opened").toBool(); });
    return open ? found : nullptr;
}

} // namespace

void ControlKeysTest::screenReaderPresses()
{
    QmlView view = gallery(0, 1);
    QQuickItem *button = view.item(QStringLiteral("primaryButton"));
    QVERIFY(button);
    QSignalSpy clicked(button, SIGNAL(clicked()));
    QAccessible::queryAccessibleInterface(button)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(clicked.size(), 1);
}

void ControlKeysTest::screenReaderTicks()
{
    QmlView view = gallery(0, 1);
    for (const QString &name : {QStringLiteral("Housing"), QStringLiteral("Somewhere to live"), QStringLiteral("Less movement"),
                                QStringLiteral("OK to share these words, without a name")}) {
        QAccessibleInterface *box = named(view, name);
        QVERIFY2(box, qPrintable(name));
        const bool before = box->state().checked;
        QSignalSpy toggled(box->object(), SIGNAL(toggled()));
        box->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(bool(box->state().checked), !before);
        QCOMPARE(toggled.size(), 1);
    }
}

void ControlKeysTest::returnAndSpacePress()
{
    QmlView view = gallery(0, 1);
    QQuickItem *button = view.item(QStringLiteral("primaryButton"));
    QSignalSpy clicked(button, SIGNAL(clicked()));
    button->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QTest::keyClick(&view.window(), Qt::Key_Enter);
    QTest::keyClick(&view.window(), Qt::Key_Space);
    QCOMPARE(clicked.size(), 3);
}

// Once round, forwards: each control has the focus once, and nobody keeps it.
void ControlKeysTest::tabGoesThroughEverything()
{
    QmlView view = gallery(0, 1);
    view.item(QStringLiteral("primaryButton"))->forceActiveFocus(Qt::TabFocusReason);
    QSet<QQuickItem *> reached;
    while (!reached.contains(view.window().activeFocusItem())) {
        reached.insert(view.window().activeFocusItem());
        QTest::keyClick(&view.window(), Qt::Key_Tab);
    }
    QCOMPARE(view.window().activeFocusItem(), view.item(QStringLiteral("primaryButton")));
    int controls = 0;
    for (QAccessibleInterface *each : tree(view)) {
        auto *item = qobject_cast<QQuickItem *>(each->object());
        if (!isControl(each) || !item || !item->isEnabled() || isWalkedWithArrows(each))
            continue;
        ++controls;
        QVERIFY2(reached.contains(item), told(each).constData());
    }
    QVERIFY(controls > 30);
}

void ControlKeysTest::unfinishedWordsAreRead_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("one line") << QStringLiteral("organisation");
    QTest::newRow("several lines") << QStringLiteral("words");
}

// What an input method still holds would be lost by reading `text`.
void ControlKeysTest::unfinishedWordsAreRead()
{
    QFETCH(QString, field);
    QmlView view = gallery(0, 1);
    QQuickItem *input = view.item(field + QStringLiteral("Input"));
    QVERIFY(input);
    input->forceActiveFocus();
    input->setProperty("text", QStringLiteral("Brixton "));
    input->setProperty("cursorPosition", 8);
    QInputMethodEvent unfinished(QStringLiteral("Advice"), {});
    QCoreApplication::sendEvent(input, &unfinished);
    QCOMPARE(input->property("text").toString(), QStringLiteral("Brixton "));
    QString read;
    QVERIFY(QMetaObject::invokeMethod(view.item(field), "wholeText", Q_RETURN_ARG(QString, read)));
    QCOMPARE(read, QStringLiteral("Brixton Advice"));
}

void ControlKeysTest::tabLeavesABoxOfText()
{
    QmlView view = gallery(0, 1);
    QQuickItem *input = view.item(QStringLiteral("wordsInput"));
    input->forceActiveFocus();
    const QString before = input->property("text").toString();
    QTest::keyClick(&view.window(), Qt::Key_Tab);
    QVERIFY(!input->hasActiveFocus());
    QCOMPARE(input->property("text").toString(), before);
    QSignalSpy accepted(view.item(QStringLiteral("words")), SIGNAL(accepted()));
    input->forceActiveFocus();
    QTest::keyClick(&view.window(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(accepted.size(), 1);
    QCOMPARE(input->property("text").toString(), before);
}

void ControlKeysTest::arrowsGoAlongTabs()
{
    QmlView view = gallery(0, 1);
    QAccessibleInterface *first = named(view, QStringLiteral("What was said"));
    QAccessibleInterface *second = named(view, QStringLiteral("News"));
    QVERIFY(first && second);
    QVERIFY(first->state().selected && !second->state().selected);
    qobject_cast<QQuickItem *>(first->object())->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&view.window(), Qt::Key_Right);
    QVERIFY(!first->state().selected && second->state().selected);
    QCOMPARE(view.window().activeFocusItem(), second->object());
    QTest::keyClick(&view.window(), Qt::Key_Home);
    QVERIFY(first->state().selected);
    QTest::keyClick(&view.window(), Qt::Key_Left); // stays at the end
    QVERIFY(first->state().selected);
}

void ControlKeysTest::escapeClearsASearch()
{
    QmlView view = gallery(0, 1);
    QAccessibleInterface *box = named(view, QStringLiteral("Search these notes"));
    QVERIFY(box);
    auto *input = qobject_cast<QQuickItem *>(box->object());
    input->forceActiveFocus();
    for (const char letter : {'b', 'u', 's'})
        QTest::keyClick(&view.window(), letter);
    QCOMPARE(input->property("text").toString(), QStringLiteral("bus"));
    QTest::keyClick(&view.window(), Qt::Key_Escape);
    QCOMPARE(input->property("text").toString(), QString());
}

void ControlKeysTest::sheetKeepsTheFocusAndGivesItBack()
{
    QmlView view = gallery(0, 1);
    QObject *sheet = opened(view, QStringLiteral("openSheet"), QStringLiteral("sheet"));
    QVERIFY(sheet);
    for (int i = 0; i < 6; ++i) {
        const QString name = view.window().activeFocusItem()->objectName();
        QVERIFY2(name == QStringLiteral("confirm") || name == QStringLiteral("cancel"), qPrintable(name));
        QTest::keyClick(&view.window(), Qt::Key_Tab);
    }
    QTest::keyClick(&view.window(), Qt::Key_Escape);
    QTRY_VERIFY(!sheet->property("visible").toBool());
    QCOMPARE(view.window().activeFocusItem(), view.item(QStringLiteral("openSheet")));
}

void ControlKeysTest::sheetThatRemovesOffersToLeaveFirst()
{
    QmlView view = gallery(0, 1);
    auto *sheet = view.root().findChild<QObject *>(QStringLiteral("sheet"));
    QSignalSpy confirmed(sheet, SIGNAL(confirmed()));
    QVERIFY(QMetaObject::invokeMethod(sheet, "open"));
    QTRY_VERIFY(sheet->property("opened").toBool());
    QCOMPARE(view.window().activeFocusItem()->objectName(), QStringLiteral("cancel"));
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QTRY_VERIFY(!sheet->property("visible").toBool());
    QCOMPARE(confirmed.size(), 0);
    QVERIFY(QMetaObject::invokeMethod(sheet, "open"));
    QTRY_VERIFY(sheet->property("opened").toBool());
    QTest::keyClick(&view.window(), Qt::Key_Tab, Qt::ShiftModifier);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(confirmed.size(), 1);
}

void ControlKeysTest::menuIsWalkedWithArrowsAndEndsWithCancel()
{
    QmlView view = gallery(0, 1);
    QObject *menu = opened(view, QStringLiteral("openMenu"), QStringLiteral("moreMenu"));
    QVERIFY(menu);
    const int count = menu->property("count").toInt();
    QCOMPARE(count, 3);
    QQuickItem *last = nullptr;
    QVERIFY(QMetaObject::invokeMethod(menu, "itemAt", Q_RETURN_ARG(QQuickItem *, last), Q_ARG(int, count - 1)));
    QCOMPARE(last->property("text").toString(), QStringLiteral("Cancel"));
    QQuickItem *print = nullptr;
    QVERIFY(QMetaObject::invokeMethod(menu, "itemAt", Q_RETURN_ARG(QQuickItem *, print), Q_ARG(int, 1)));
    QSignalSpy triggered(print, SIGNAL(triggered()));
    QTest::keyClick(&view.window(), Qt::Key_Down);
    QTest::keyClick(&view.window(), Qt::Key_Down);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QCOMPARE(triggered.size(), 1);
    QTRY_VERIFY(!menu->property("visible").toBool());
    QTRY_COMPARE(view.window().activeFocusItem(), view.item(QStringLiteral("openMenu")));
}

QTEST_MAIN(ControlKeysTest)
#include "tst_controlkeys.moc"
