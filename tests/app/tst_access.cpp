// Every page as a screen reader and a finger find it (ux.md 9, points 8 and 21), and as an eye does with large text.
#include <QTest>

#include "tests/app/everypage.h"
#include "tests/qml/accessibletree.h"
#include "tests/qml/qmlview.h"

using namespace ourtable;
using namespace ourtable::test;

class AccessTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void everyControlOfEveryPageSaysWhatItIs_data() { sizes(); }
    void everyControlOfEveryPageSaysWhatItIs();
    void fingersHaveRoomOnEveryPage_data() { sizes(); }
    void fingersHaveRoomOnEveryPage();
    void nothingIsCutOffAtDoubleText_data()
    {
        sizes();
        QTest::newRow("small tablet upright") << QSize(600, 960) << true;
    }
    void nothingIsCutOffAtDoubleText();

private:
    static void sizes();
    DemoProgramme m_demo;
};

void AccessTest::initTestCase()
{
    QAccessible::setActive(true);
    QVERIFY2(m_demo.make(), m_demo.failure().c_str());
}

void AccessTest::sizes()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("touch");
    QTest::newRow("tablet") << QSize(1280, 800) << true;
    QTest::newRow("phone") << QSize(360, 800) << true;
    QTest::newRow("desktop") << QSize(1440, 900) << false;
}

void AccessTest::everyControlOfEveryPageSaysWhatItIs()
{
    QFETCH(QSize, size);
    QFETCH(bool, touch);
    AppView app(m_demo.programme, m_demo.programme.coordinator, {size, touch});
    for (const PageCase &page : everyPage(m_demo)) {
        openPage(app, page);
        int controls = 0;
        for (QAccessibleInterface *each : accessibleTree(app.window())) {
            if (!isControl(each))
                continue;
            ++controls;
            QVERIFY2(missingOf(each).isEmpty(), QByteArray(page.name.toUtf8() + ": " + told(each) + " lacks " + missingOf(each)).constData());
        }
        QVERIFY2(controls > 1, qPrintable(page.name));
        leavePage(app, page);
    }
}

void AccessTest::fingersHaveRoomOnEveryPage()
{
    QFETCH(QSize, size);
    QFETCH(bool, touch);
    const int least = touch ? 48 : 32;
    AppView app(m_demo.programme, m_demo.programme.coordinator, {size, touch});
    for (const PageCase &page : everyPage(m_demo)) {
        openPage(app, page);
        for (QAccessibleInterface *each : accessibleTree(app.window())) {
            if (!isControl(each) || !each->state().focusable)
                continue;
            const QRect place = each->rect();
            QVERIFY2(place.height() >= least && place.width() >= least, QByteArray(page.name.toUtf8() + ": " + told(each)).constData());
        }
        leavePage(app, page);
    }
}

void AccessTest::nothingIsCutOffAtDoubleText()
{
    QFETCH(QSize, size);
    QFETCH(bool, touch);
    AppView app(m_demo.programme, m_demo.programme.coordinator, {size, touch});
    app.session().comfort()->setTextScale(2);
    for (const PageCase &page : everyPage(m_demo)) {
        openPage(app, page);
        app.session().comfort()->setTextScale(2);
        app.settle();
        for (QQuickItem *item : app.items()) {
            if (!item->inherits("QQuickText") || item->property("text").toString().isEmpty())
                continue;
            const QByteArray words = page.name.toUtf8() + ": " + item->property("text").toByteArray().left(80);
            const QRectF place = item->mapRectToScene({0, 0, item->width(), item->height()});
            const bool inSight = place.left() >= 0 && place.right() <= size.width() + 1;
            QVERIFY2(inSight, words.constData());
            QVERIFY2(item->property("contentWidth").toDouble() <= item->width() + 1, words.constData());
        }
        leavePage(app, page);
    }
}

QTEST_MAIN(AccessTest)
#include "tst_access.moc"
