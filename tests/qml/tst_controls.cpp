// Every control of the gallery as an eye, a finger and a screen reader find it (ux.md 9 and 10.3).
#include <QTest>

#include "tests/qml/galleryview.h"

using namespace ourtable::test;

namespace {

// Only boards, tables and charts may (ux.md 9.2).
bool scrollsSideways(QQuickItem *item)
{
    for (; item; item = item->parentItem()) {
        if (item->inherits("QQuickFlickable") && item->property("contentWidth").toDouble() > item->width())
            return true;
    }
    return false;
}

} // namespace

class ControlsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { failOnWarnings(); }
    void everyControlSaysWhatItIs_data() { looks(); }
    void everyControlSaysWhatItIs();
    void fingersHaveRoom_data() { looks(); }
    void fingersHaveRoom();
    void nothingIsCutOff_data();
    void nothingIsCutOff();
    void allTextIsPlain();
    void numbersAgreeWithTheirWords();

private:
    static void looks();
};

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
        QVERIFY2(missingOf(each).isEmpty(), QByteArray(told(each) + " lacks " + missingOf(each)).constData());
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
        QVERIFY2((place.left() >= 0 && place.right() <= size.width()) || scrollsSideways(item), words.constData());
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

QTEST_MAIN(ControlsTest)
#include "tst_controls.moc"
