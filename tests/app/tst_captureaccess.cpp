// Live capture for fingers, screen readers and large letters.
#include <QTest>

#include "tests/app/capturedesk.h"
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
    void J1_11_everyChoiceSaysItsNameAndStateAndSavedIsSaidOnce();
    void aboveTheKeyboardThereIsRoomForWordsKindsAndSaving_data();
    void aboveTheKeyboardThereIsRoomForWordsKindsAndSaving();

private:
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

void CaptureAccessTest::J1_03_everyTargetHasRoomAndNothingIsWiderThanTheWindow_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    for (const double scale : {1.0, 1.3, 2.0}) {
        QTest::addRow("tablet %.0f", scale * 100) << QSize(1280, 800) << scale;
        QTest::addRow("upright %.0f", scale * 100) << QSize(800, 1280) << scale;
        QTest::addRow("phone %.0f", scale * 100) << QSize(360, 800) << scale;
        QTest::addRow("phone on its side %.0f", scale * 100) << QSize(800, 360) << scale;
    }
}

void CaptureAccessTest::J1_03_everyTargetHasRoomAndNothingIsWiderThanTheWindow()
{
    QFETCH(QSize, size);
    QFETCH(double, scale);
    CaptureDesk desk(m_morning, {size, true});
    desk.app.session().comfort()->setTextScale(scale);
    desk.app.settle();
    QList<QPair<QString, QRectF>> chips;
    for (QQuickItem *item : desk.app.items()) {
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        if (item->inherits("QQuickAbstractButton")) {
            const QByteArray what = item->objectName().toUtf8() + " " + item->property("text").toString().toUtf8();
            QVERIFY2(place.width() >= 48 && place.height() >= 48, what.constData());
            QVERIFY2(place.left() >= 0 && place.right() <= size.width(), what.constData());
            if (item->objectName().contains(QLatin1Char('-')) || item->objectName().startsWith(words("table")))
                chips.append({item->objectName(), place});
        }
        if (item->inherits("QQuickText") && !item->property("text").toString().isEmpty())
            QVERIFY2(place.right() <= size.width() + 1 && place.left() >= 0, qPrintable(item->property("text").toString()));
    }
    QVERIFY(chips.size() >= 10);
    for (const auto &one : chips) {
        for (const auto &other : chips) {
            const bool apart = &one == &other || one.second.right() + 8 <= other.second.left() || other.second.right() + 8 <= one.second.left()
                || one.second.bottom() + 8 <= other.second.top() || other.second.bottom() + 8 <= one.second.top();
            QVERIFY2(apart, qPrintable(one.first + QLatin1Char(' ') + other.first));
        }
    }
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

void CaptureAccessTest::J1_11_everyChoiceSaysItsNameAndStateAndSavedIsSaidOnce()
{
    CaptureDesk desk(m_morning);
    desk.app.type(words("Heard by a screen reader."));
    desk.app.tap(words("kind-question"));
    const auto told = [&desk](const char *name) { return QAccessible::queryAccessibleInterface(desk.app.item(words(name))); };
    QCOMPARE(told("kind-question")->text(QAccessible::Name), words("Question"));
    QVERIFY(told("kind-question")->state().checked);
    QCOMPARE(told("kind-idea")->text(QAccessible::Name), words("Idea"));
    QVERIFY(!told("kind-idea")->state().checked);
    QVERIFY(told("kind-idea")->state().checkable);
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
    told("save")->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    desk.app.settle();
    QCOMPARE(desk.saved(2).size(), before + 1);
    QCOMPARE(spoken, QStringList{words("Saved. %1 notes at table 2").arg(before + 1)});
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
