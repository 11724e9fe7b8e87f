// Every control of the gallery as a screen reader, a keyboard and a finger meet it (ux.md 9 and 10.3).
#include <QAccessible>
#include <QInputMethodEvent>
#include <QSignalSpy>
#include <QTest>

#include "tests/qml/qmlview.h"

using ourtable::test::QmlView;
using ourtable::test::visibleItems;

class ControlsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { ourtable::test::failOnWarnings(); }
    void everyControlSaysWhatItIs_data() { looks(); }
    void everyControlSaysWhatItIs();
    void fingersHaveRoom_data() { looks(); }
    void fingersHaveRoom();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void allTextIsPlain();
    void numbersAgreeWithTheirWords();
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

private:
    static void looks();
};

namespace {

using Role = QAccessible::Role;

QmlView gallery(int mode, double scale, const QSize &size = {1280, 900})
{
    return QmlView(QStringLiteral("qrc:/qt/qml/OurTable/Gallery/Gallery.qml"),
                   {{QStringLiteral("mode"), mode}, {QStringLiteral("textScale"), scale}, {QStringLiteral("touch"), true}}, size);
}

void collect(QAccessibleInterface *from, QList<QAccessibleInterface *> &found)
{
    for (int i = 0; i < from->childCount(); ++i) {
        QAccessibleInterface *child = from->child(i);
        if (!child || child->state().invisible)
            continue;
        found.append(child);
        collect(child, found);
    }
}

QList<QAccessibleInterface *> tree(QmlView &view)
{
    QList<QAccessibleInterface *> found;
    collect(QAccessible::queryAccessibleInterface(&view.window()), found);
    return found;
}

bool hasRoleOfControl(Role role)
{
    return QList<Role>{QAccessible::Button, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText, QAccessible::ListItem,
                       QAccessible::PageTab, QAccessible::MenuItem, QAccessible::ComboBox}
        .contains(role);
}

// A note in a list has buttons of its own instead of being one.
bool holdsControls(QAccessibleInterface *from)
{
    for (int i = 0; i < from->childCount(); ++i) {
        QAccessibleInterface *child = from->child(i);
        if (child && (hasRoleOfControl(child->role()) || holdsControls(child)))
            return true;
    }
    return false;
}

bool isControl(QAccessibleInterface *each)
{
    return hasRoleOfControl(each->role()) && !(each->role() == QAccessible::ListItem && !each->state().focusable && holdsControls(each));
}

QByteArray told(QAccessibleInterface *control)
{
    return QByteArray::number(control->role(), 16) + " '" + control->text(QAccessible::Name).toUtf8() + "'";
}

QAccessibleInterface *named(QmlView &view, const QString &name)
{
    for (QAccessibleInterface *each : tree(view)) {
        if (each->text(QAccessible::Name) == name && isControl(each))
            return each;
    }
    return nullptr;
}

} // namespace

void ControlsTest::initTestCase() { QAccessible::setActive(true); }

void ControlsTest::looks()
{
    QTest::addColumn<int>("mode");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << 0 << 1.0;
    QTest::newRow("dark, largest text") << 1 << 2.0;
    QTest::newRow("high contrast, smallest text") << 2 << 0.9;
}

void ControlsTest::everyControlSaysWhatItIs()
{
    QFETCH(int, mode);
    QFETCH(double, scale);
    QmlView view = gallery(mode, scale);
    int controls = 0;
    for (QAccessibleInterface *each : tree(view)) {
        if (!isControl(each))
            continue;
        ++controls;
        QVERIFY2(!each->text(QAccessible::Name).isEmpty(), told(each).constData());
        QVERIFY2(each->state().focusable || each->state().disabled, told(each).constData());
        const QStringList actions = each->actionInterface() ? each->actionInterface()->actionNames() : QStringList();
        const bool acts = actions.contains(QAccessibleActionInterface::pressAction()) || actions.contains(QAccessibleActionInterface::toggleAction());
        QVERIFY2(acts || each->role() == QAccessible::EditableText, told(each).constData());
        QVERIFY2(each->role() != QAccessible::CheckBox || each->state().checkable, told(each).constData());
    }
    QVERIFY(controls > 35);
}

void ControlsTest::fingersHaveRoom()
{
    QFETCH(int, mode);
    QFETCH(double, scale);
    QmlView view = gallery(mode, scale);
    for (QAccessibleInterface *each : tree(view)) {
        if (isControl(each) && each->state().focusable) {
            QVERIFY2(each->rect().height() >= 48, told(each).constData());
            QVERIFY2(each->rect().width() >= 48, told(each).constData());
        }
    }
}

void ControlsTest::nothingIsCutOff_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<QSize>("size");
    QTest::newRow("phone") << 1.0 << QSize(360, 800);
    QTest::newRow("phone, largest text") << 2.0 << QSize(360, 800);
    QTest::newRow("tablet, largest text") << 2.0 << QSize(1280, 800);
    QTest::newRow("desktop") << 1.0 << QSize(1440, 900);
}

void ControlsTest::nothingIsCutOff()
{
    QFETCH(double, scale);
    QFETCH(QSize, size);
    QmlView view = gallery(0, scale, size);
    for (QQuickItem *item : visibleItems(view.root())) {
        if (!item->inherits("QQuickText"))
            continue;
        const QByteArray words = item->property("text").toByteArray();
        const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
        QVERIFY2(place.left() >= 0 && place.right() <= size.width(), words.constData());
        QVERIFY2(item->property("contentWidth").toDouble() <= item->width() + 1, words.constData());
        QVERIFY2(item->property("contentHeight").toDouble() <= item->height() + 1, words.constData());
    }
}

void ControlsTest::allTextIsPlain()
{
    QmlView view = gallery(0, 1);
    int texts = 0;
    for (QQuickItem *item : visibleItems(view.root())) {
        if (item->inherits("QQuickText") || item->inherits("QQuickTextEdit")) {
            QCOMPARE(item->property("textFormat").toInt(), int(Qt::PlainText));
            ++texts;
        }
    }
    QVERIFY(texts > 60);
}

void ControlsTest::numbersAgreeWithTheirWords()
{
    QmlView view = gallery(0, 1);
    QVERIFY(named(view, QStringLiteral("1 thing to decide")));
    QVERIFY(named(view, QStringLiteral("Saved on this tablet. 6 to share")));
}

void ControlsTest::screenReaderPresses()
{
    QmlView view = gallery(0, 1);
    QQuickItem *button = view.item(QStringLiteral("primaryButton"));
    QVERIFY(button);
    QSignalSpy clicked(button, SIGNAL(clicked()));
    QAccessible::queryAccessibleInterface(button)->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(clicked.size(), 1);
}

void ControlsTest::screenReaderTicks()
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

void ControlsTest::returnAndSpacePress()
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
void ControlsTest::tabGoesThroughEverything()
{
    QmlView view = gallery(0, 1);
    view.item(QStringLiteral("primaryButton"))->forceActiveFocus(Qt::TabFocusReason);
    QSet<QQuickItem *> reached;
    for (int i = 0; i < 100; ++i) {
        reached.insert(view.window().activeFocusItem());
        QTest::keyClick(&view.window(), Qt::Key_Tab);
    }
    QCOMPARE(view.window().activeFocusItem() != nullptr, true);
    int controls = 0;
    for (QAccessibleInterface *each : tree(view)) {
        auto *item = qobject_cast<QQuickItem *>(each->object());
        if (!isControl(each) || !item || !item->isEnabled())
            continue;
        ++controls;
        QVERIFY2(reached.contains(item), told(each).constData());
    }
    QVERIFY(controls > 30);
}

void ControlsTest::unfinishedWordsAreRead_data()
{
    QTest::addColumn<QString>("field");
    QTest::newRow("one line") << QStringLiteral("organisation");
    QTest::newRow("several lines") << QStringLiteral("words");
}

// What an input method still holds would be lost by reading `text`.
void ControlsTest::unfinishedWordsAreRead()
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

void ControlsTest::tabLeavesABoxOfText()
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

void ControlsTest::arrowsGoAlongTabs()
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

void ControlsTest::escapeClearsASearch()
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

void ControlsTest::sheetKeepsTheFocusAndGivesItBack()
{
    QmlView view = gallery(0, 1);
    QQuickItem *opener = view.item(QStringLiteral("openSheet"));
    opener->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    auto *sheet = view.root().findChild<QObject *>(QStringLiteral("sheet"));
    QVERIFY(sheet);
    QTRY_VERIFY(sheet->property("opened").toBool());
    for (int i = 0; i < 6; ++i) {
        const QString name = view.window().activeFocusItem()->objectName();
        QVERIFY2(name == QStringLiteral("confirm") || name == QStringLiteral("cancel"), qPrintable(name));
        QTest::keyClick(&view.window(), Qt::Key_Tab);
    }
    QTest::keyClick(&view.window(), Qt::Key_Escape);
    QTRY_VERIFY(!sheet->property("visible").toBool());
    QCOMPARE(view.window().activeFocusItem(), opener);
}

void ControlsTest::sheetThatRemovesOffersToLeaveFirst()
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

void ControlsTest::menuIsWalkedWithArrowsAndEndsWithCancel()
{
    QmlView view = gallery(0, 1);
    QQuickItem *opener = view.item(QStringLiteral("openMenu"));
    opener->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    auto *menu = view.root().findChild<QObject *>(QStringLiteral("moreMenu"));
    QTRY_VERIFY(menu->property("opened").toBool());
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
    QTRY_COMPARE(view.window().activeFocusItem(), opener);
}

QTEST_MAIN(ControlsTest)
#include "tst_controls.moc"
