// Live capture for fingers, screen readers and large letters.
#include <QTest>

#include "tests/app/capturedesk.h"
#include "tests/app/inputs.h"
#include "tests/qml/accessibletree.h"

using namespace ourtable;
using namespace ourtable::test;

class CaptureAccessTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void J1_03_everyTargetHasRoomAndNothingIsWiderThanTheWindow_data();
    void J1_03_everyTargetHasRoomAndNothingIsWiderThanTheWindow();
    void J1_11_theFocusGoesFromTheTableToTheWordsTheKindAndSaving();
    void J1_11_aFingerAndAMouseLeaveTheFocusInTheWords_data() { addPointers(); }
    void J1_11_aFingerAndAMouseLeaveTheFocusInTheWords();
    void J1_11_everyChoiceSaysItsNameAndStateAndSavedIsSaidOnce_data();
    void J1_11_everyChoiceSaysItsNameAndStateAndSavedIsSaidOnce();
    void aboveTheKeyboardThereIsRoomForWordsKindsAndSaving_data();
    void aboveTheKeyboardThereIsRoomForWordsKindsAndSaving();

private:
    static void addPointers();
    static QString whatHasNoRoom(AppView &app, int least);
    QRectF placeOf(CaptureDesk &desk, const char *name);
    Morning m_morning;
};

void CaptureAccessTest::initTestCase()
{
    QAccessible::setActive(true);
    QVERIFY2(m_morning.make(), m_morning.programme.failure.c_str());
}

QRectF CaptureAccessTest::placeOf(CaptureDesk &desk, const char *name)
{
    QQuickItem *const item = desk.app.item(words(name));
    return item ? item->mapRectToScene(QRectF(0, 0, item->width(), item->height())) : QRectF();
}

namespace {

struct Placed {
    QString name;
    QRectF place;
    const QQuickItem *scrolls; // with what it moves
};

// In a sheet that is open over the page, or on the page when there is none.
QList<QQuickItem *> itemsInFront(AppView &app)
{
    QList<QQuickItem *> above;
    for (QQuickItem *item : app.items()) {
        const QQuickItem *top = item;
        while (top && !top->inherits("QQuickOverlay"))
            top = top->parentItem();
        if (top)
            above.append(item);
    }
    return std::any_of(above.begin(), above.end(), [](QQuickItem *item) { return item->inherits("QQuickAbstractButton"); }) ? above : app.items();
}

const QQuickItem *scrollOf(const QQuickItem *item)
{
    while (item && !item->inherits("QQuickFlickable"))
        item = item->parentItem();
    return item;
}

bool areApart(const QRectF &one, const QRectF &other)
{
    return one.right() + 8 <= other.left() || other.right() + 8 <= one.left() || one.bottom() + 8 <= other.top() || other.bottom() + 8 <= one.top();
}

bool isChip(const QString &name) { return name.contains(QLatin1Char('-')) || name.startsWith(words("table")) || name == words("moreThemes"); }

} // namespace

void CaptureAccessTest::addPointers()
{
    QTest::addColumn<int>("input");
    QTest::newRow("finger") << int(Input::Touch);
    QTest::newRow("mouse") << int(Input::Mouse);
}

// The first target that is too small, too near to another, out of sight to the side, or the first thing that scrolls sideways.
QString CaptureAccessTest::whatHasNoRoom(AppView &app, int least)
{
    const double width = app.window().width();
    QList<Placed> chips;
    for (QQuickItem *item : itemsInFront(app)) {
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        const QString what = item->objectName() + QLatin1Char(' ') + item->property("text").toString();
        if (item->inherits("QQuickAbstractButton")) {
            if (place.width() < least || place.height() < least)
                return words("too small: ") + what;
            if (isChip(item->objectName()))
                chips.append({item->objectName(), place, scrollOf(item)});
        }
        const bool shows = item->inherits("QQuickAbstractButton") || (item->inherits("QQuickText") && !item->property("text").toString().isEmpty());
        if (shows && (place.left() < 0 || place.right() > width + 1))
            return words("not in the window: ") + what;
        if (item->inherits("QQuickFlickable") && item->property("contentWidth").toDouble() > item->width() + 1)
            return words("scrolls sideways: ") + what;
    }
    if (chips.size() < 8)
        return words("only %1 chips").arg(chips.size());
    for (qsizetype one = 0; one < chips.size(); ++one) {
        for (qsizetype other = one + 1; other < chips.size(); ++other) {
            if (chips[one].scrolls == chips[other].scrolls && !areApart(chips[one].place, chips[other].place))
                return words("too near: %1 %2").arg(chips[one].name, chips[other].name);
        }
    }
    return {};
}

void CaptureAccessTest::J1_03_everyTargetHasRoomAndNothingIsWiderThanTheWindow_data()
{
    QTest::addColumn<int>("input");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("touch");
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 1.3, 2.0}) {
        QTest::addRow("finger, tablet %.0f", scale * 100) << int(Input::Touch) << QSize(1280, 800) << true << scale;
        QTest::addRow("finger, upright %.0f", scale * 100) << int(Input::Touch) << QSize(800, 1280) << true << scale;
        QTest::addRow("finger, phone %.0f", scale * 100) << int(Input::Touch) << QSize(360, 800) << true << scale;
        QTest::addRow("finger, phone on its side %.0f", scale * 100) << int(Input::Touch) << QSize(800, 360) << true << scale;
    }
    for (const auto &[name, input] : {std::pair("mouse", Input::Mouse), std::pair("keys", Input::Keys)}) { // of a tablet, too
        QTest::addRow("%s, tablet 200", name) << int(input) << QSize(1280, 800) << true << 2.0;
        QTest::addRow("%s, phone 200", name) << int(input) << QSize(360, 800) << true << 2.0;
        QTest::addRow("%s, desktop 100", name) << int(input) << QSize(1440, 900) << false << 1.0;
        QTest::addRow("%s, desktop 200", name) << int(input) << QSize(1440, 900) << false << 2.0;
    }
}

// From Today to chips that are chosen, as people go there.
void CaptureAccessTest::J1_03_everyTargetHasRoomAndNothingIsWiderThanTheWindow()
{
    QFETCH(int, input);
    QFETCH(QSize, size);
    QFETCH(bool, touch);
    QFETCH(double, scale);
    const Input by = static_cast<Input>(input);
    const int least = touch ? 48 : 32; // what a pointer on a desktop is given
    CaptureDesk desk(m_morning, {size, touch});
    desk.app.session().comfort()->setTextScale(scale);
    desk.app.open(words("today"));
    pressBy(by, desk.app, words("startNotes"));
    QCOMPARE(desk.app.page(), words("capture"));
    QCOMPARE(whatHasNoRoom(desk.app, least), QString());
    pressBy(by, desk.app, words("table3"));
    pressBy(by, desk.app, words("kind-need"));
    pressBy(by, desk.app, words("moreThemes"));
    pressBy(by, desk.app, words("all-carers"));
    QCOMPARE(whatHasNoRoom(desk.app, least), QString());
    pressBy(by, desk.app, words("confirm"));
    QTRY_VERIFY(desk.app.item(words("theme-carers")));
    desk.app.settle();
    QVERIFY(desk.isChosen("table3") && desk.isChosen("kind-need") && desk.isChosen("theme-carers"));
    QCOMPARE(whatHasNoRoom(desk.app, least), QString());
    if (desk.app.item(words("who"))) { // it is part of "More" elsewhere
        pressBy(by, desk.app, words("who"));
        QCOMPARE(whatHasNoRoom(desk.app, least), QString());
        pressBy(by, desk.app, words("cancel"));
    }
    pressBy(by, desk.app, words("kind-need"));
    pressBy(by, desk.app, words("theme-carers"));
}

void CaptureAccessTest::J1_11_theFocusGoesFromTheTableToTheWordsTheKindAndSaving()
{
    CaptureDesk desk(m_morning);
    QStringList order;
    desk.app.item(words("table1"))->forceActiveFocus(Qt::TabFocusReason);
    for (int step = 0; step < 60 && order.value(order.size() - 1) != words("save"); ++step) {
        const QString name = desk.app.window().activeFocusItem()->objectName();
        if (!name.isEmpty())
            order.append(name);
        desk.app.press(Qt::Key_Tab);
        if (desk.app.window().activeFocusItem()->objectName() == words("save"))
            order.append(words("save"));
    }
    const auto at = [&order](const char *name) { return order.indexOf(words(name)); };
    QVERIFY2(at("table1") >= 0 && at("table1") < at("boxInput"), qPrintable(order.join(QLatin1Char(' '))));
    QVERIFY2(at("boxInput") < at("kind-idea"), qPrintable(order.join(QLatin1Char(' '))));
    QVERIFY2(at("kind-idea") < at("kind-promise"), qPrintable(order.join(QLatin1Char(' '))));
    QVERIFY2(at("kind-promise") < at("save"), qPrintable(order.join(QLatin1Char(' '))));
    QVERIFY2(at("theme-crisis") < at("save") && at("theme-crisis") > at("kind-promise"), qPrintable(order.join(QLatin1Char(' '))));
}

// So the keyboard on the screen stays up, and the next letter needs no tap.
void CaptureAccessTest::J1_11_aFingerAndAMouseLeaveTheFocusInTheWords()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(m_morning, windowFor(by));
    for (const char *name : {"table1", "table2", "boxInput", "kind-idea", "theme-crisis"}) {
        pressBy(by, desk.app, words(name));
        QVERIFY2(desk.boxHasFocus(), name);
    }
    writeBy(by, desk.app, words("Nobody lost the cursor."));
    pressBy(by, desk.app, words("save"));
    QVERIFY(desk.boxHasFocus());
    QCOMPARE(desk.box(), QString());
}

void CaptureAccessTest::J1_11_everyChoiceSaysItsNameAndStateAndSavedIsSaidOnce_data()
{
    addInputs();
    QTest::newRow("screen reader") << int(Input::Reader);
}

void CaptureAccessTest::J1_11_everyChoiceSaysItsNameAndStateAndSavedIsSaidOnce()
{
    QFETCH(int, input);
    const Input by = static_cast<Input>(input);
    CaptureDesk desk(m_morning, windowFor(by));
    desk.app.type(words("Heard by a screen reader."));
    pressBy(by, desk.app, words("kind-question"));
    pressBy(by, desk.app, words("theme-crisis"));
    const auto told = [&desk](const char *name) { return QAccessible::queryAccessibleInterface(desk.app.item(words(name))); };
    QCOMPARE(told("kind-question")->text(QAccessible::Name), words("Question"));
    QVERIFY(told("kind-question")->state().checked);
    QCOMPARE(told("kind-idea")->text(QAccessible::Name), words("Idea"));
    QVERIFY(!told("kind-idea")->state().checked);
    QVERIFY(told("kind-idea")->state().checkable);
    QCOMPARE(told("theme-crisis")->text(QAccessible::Name), words("Crisis care"));
    QVERIFY(told("theme-crisis")->state().checked);
    const std::size_t before = desk.saved(2).size();
    QCOMPARE(told("table2")->text(QAccessible::Name), words("Table 2, %1 notes").arg(before));
    QVERIFY(told("table2")->state().checked);
    QCOMPARE(told("boxInput")->text(QAccessible::Name), words("What did someone say?"));

    QStringList spoken; // an alert that appears is spoken
    QQuickItem *const line = desk.app.window().findChild<QQuickItem *>(words("spoken"));
    const QObject listening; // ends before the words that it writes into, and before the window, which hides its lines as it goes
    connect(line, &QQuickItem::visibleChanged, &listening, [line, &spoken] {
        if (line->isVisible())
            spoken.append(QAccessible::queryAccessibleInterface(line)->text(QAccessible::Name));
    });
    pressBy(by, desk.app, words("save"));
    QCOMPARE(desk.saved(2).size(), before + 1);
    QCOMPARE(spoken, QStringList{words("Saved. %1 notes at table 2").arg(before + 1)});
    QVERIFY(desk.boxHasFocus());
    QVERIFY(!told("kind-question")->state().checked && !told("theme-crisis")->state().checked);
}

void CaptureAccessTest::aboveTheKeyboardThereIsRoomForWordsKindsAndSaving_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("keyboard");
    QTest::newRow("tablet") << QSize(1280, 800) << 316.0;
    QTest::newRow("phone") << QSize(360, 800) << 270.0;
}

void CaptureAccessTest::aboveTheKeyboardThereIsRoomForWordsKindsAndSaving()
{
    QFETCH(QSize, size);
    QFETCH(double, keyboard);
    CaptureDesk desk(m_morning, {size, true});
    desk.app.session().comfort()->setTextScale(1);
    desk.app.item(words("shell"))->setProperty("keyboardHeight", keyboard);
    desk.app.settle();
    const double most = size.height() - keyboard;
    QRectF before = placeOf(desk, "box");
    QVERIFY(before.height() >= 96);
    for (const char *name : {"kind-idea", "kind-promise", "save"}) {
        const QRectF place = placeOf(desk, name);
        QVERIFY2(!place.isEmpty() && place.bottom() <= most, qPrintable(words("%1 ends at %2 of %3").arg(words(name)).arg(place.bottom()).arg(most)));
        QVERIFY2(place.top() >= before.bottom() - 1 || place.left() > before.left(), name);
    }
    QVERIFY(placeOf(desk, "kind-promise").bottom() <= placeOf(desk, "save").top()); // nothing is behind it
    QVERIFY(!desk.app.item(words("level")));
}

QTEST_MAIN(CaptureAccessTest)
#include "tst_captureaccess.moc"
