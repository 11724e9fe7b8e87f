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
    void screenReaderPresses();
    void screenReaderTicks();
    void returnAndSpacePress();
    void tabGoesThroughEverything();
    void unfinishedWordsAreRead_data();
    void unfinishedWordsAreRead();
    void tabLeavesABoxOfText();

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

bool isControl(Role role)
{
    return QList<Role>{QAccessible::Button, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText, QAccessible::ListItem,
                       QAccessible::PageTab, QAccessible::MenuItem, QAccessible::ComboBox}
        .contains(role);
}

QByteArray told(QAccessibleInterface *control)
{
    return QByteArray::number(control->role(), 16) + " '" + control->text(QAccessible::Name).toUtf8() + "'";
}

QAccessibleInterface *named(QmlView &view, const QString &name)
{
    for (QAccessibleInterface *each : tree(view)) {
        if (each->text(QAccessible::Name) == name && isControl(each->role()))
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
        if (!isControl(each->role()))
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
        if (isControl(each->role()) && each->state().focusable) {
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
        if (!isControl(each->role()) || !item || !item->isEnabled())
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

QTEST_MAIN(ControlsTest)
#include "tst_controls.moc"
