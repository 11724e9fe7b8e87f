// Charts: what they paint for any numbers and words, on a screen and on paper (ux.md 10.5), and how they are read (ux.md 9.6).
#include <QBuffer>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QTest>

#include <limits>
#include <numeric>

#include "qml/charts/chartvalues.h"
#include "tests/qml/galleryview.h"

using namespace ourtable;
using namespace ourtable::test;

class ChartsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QAccessible::setActive(true); }
    void init() { failOnWarnings(); }
    void axisEndsWithRoundNumbers_data();
    void axisEndsWithRoundNumbers();
    void sharesAddUp_data();
    void sharesAddUp();
    void noMoreThanFourHuesComeTogether();
    void nothingIsPaintedOutsideItsPlace_data();
    void nothingIsPaintedOutsideItsPlace();
    void barsMirrorAndTimeDoesNot();
    void longerBarsAreMore();
    void fewerThanFiveHaveNoLength();
    void chartsGoOnPaper();
    void chartIsReadWithItsSentence();
    void tableIsOneKeyAway();
    void tooFewNumbersAreSaid();
};

namespace {

constexpr int kMargin = 30;

ChartStyle style(int pixels, bool rightToLeft = false)
{
    const QVariantMap look{{QStringLiteral("family"), QStringLiteral("Inter")}, {QStringLiteral("pixels"), pixels}, {QStringLiteral("strongPixels"), pixels + 2},
                           {QStringLiteral("ink"), QColor(Qt::black)}, {QStringLiteral("muted"), QColor(Qt::darkGray)}, {QStringLiteral("line"), QColor(Qt::lightGray)},
                           {QStringLiteral("track"), QColor(Qt::lightGray)}, {QStringLiteral("surface"), QColor(Qt::white)}, {QStringLiteral("bar"), QColor(Qt::red)},
                           {QStringLiteral("soft"), QColor(Qt::lightGray)},
                           {QStringLiteral("series"), QVariantList{QColor(Qt::red), QColor(Qt::green), QColor(Qt::blue), QColor(Qt::cyan)}},
                           {QStringLiteral("rightToLeft"), rightToLeft}};
    return styleFrom(look);
}

QVariantMap value(const QString &text, double number) { return {{QStringLiteral("text"), text}, {QStringLiteral("value"), number}}; }

QVariantList usual()
{
    return {value(QStringLiteral("Peer support"), 46), value(QStringLiteral("Crisis care"), 38), value(QStringLiteral("Waiting times"), 3)};
}

QVariantList hostile()
{
    QVariantList values{value(QString(2000, u'W'), 1e300), value(QStringLiteral("<img src=x>\nsecond line"), std::numeric_limits<double>::quiet_NaN()),
                        value(QString(), -5), value(QStringLiteral("\u0645\u0631\u062d\u0628\u0627"), std::numeric_limits<double>::infinity()), {}, value(QStringLiteral("x"), 0)};
    QVariantMap told = value(QString(300, u'a'), 1);
    told.insert({{QStringLiteral("words"), QString(500, u'9')}, {QStringLiteral("detail"), QString(400, u'd')}, {QStringLiteral("state"), QString(200, u's')},
                 {QStringLiteral("mark"), 1e300}});
    values.append(told);
    return values;
}

QVariantList events(const QString &text)
{
    return {QVariantMap{{QStringLiteral("at"), 1}, {QStringLiteral("text"), text}}, QVariantMap{{QStringLiteral("at"), 99}, {QStringLiteral("text"), text}}};
}

struct Painted {
    QImage image;
    QRectF place;
};

// kind as ChartPicture has it.
Painted painted(int kind, const QVariantList &values, const ChartStyle &look, double width)
{
    const QString mark = QStringLiteral("Share of people living here");
    const double height = kind == 0 ? lineChartHeight(look) : kind == 1 ? barListHeight(barsFrom(values, mark), look, width)
        : kind == 2 ? stackBarHeight(partsFrom(values, QStringLiteral("Others")), look, width) : timelinePathHeight(stopsFrom(values), look, width);
    const QRectF place(kMargin, kMargin, width, height);
    QImage image(QSize(int(width), int(height)) + QSize(2 * kMargin, 2 * kMargin), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    switch (kind) {
    case 0:
        paintLineChart(painter, place, lineFrom(values, events(values.value(0).toMap().value(QStringLiteral("text")).toString())), look);
        break;
    case 1:
        paintBarList(painter, place, barsFrom(values, mark), look);
        break;
    case 2:
        paintStackBar(painter, place, partsFrom(values, QStringLiteral("Others")), look);
        break;
    default:
        paintTimelinePath(painter, place, stopsFrom(values), look);
    }
    return {image, place};
}

int inked(const QImage &image, const QRect &part, const std::function<bool(QRgb)> &counts)
{
    int found = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            found += counts(image.pixel(x, y)) ? 1 : 0;
    }
    return found;
}

bool any(QRgb pixel) { return qAlpha(pixel) > 0; }
bool red(QRgb pixel) { return pixel == qRgb(255, 0, 0); }

} // namespace

void ChartsTest::axisEndsWithRoundNumbers_data()
{
    QTest::addColumn<double>("most");
    QTest::addColumn<double>("step");
    QTest::newRow("212") << 212.0 << 80.0;
    QTest::newRow("3") << 3.0 << 1.0;
    QTest::newRow("0") << 0.0 << 1.0;
    QTest::newRow("31") << 31.0 << 20.0;
    QTest::newRow("2700") << 2700.0 << 1000.0;
    QTest::newRow("none") << std::numeric_limits<double>::quiet_NaN() << 1.0;
}

void ChartsTest::axisEndsWithRoundNumbers()
{
    QFETCH(double, most);
    QFETCH(double, step);
    QCOMPARE(roundStep(most), step);
}

void ChartsTest::sharesAddUp_data()
{
    QTest::addColumn<QList<double>>("numbers");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("ideas") << QList<double>{52, 119, 41, 19} << QList<int>{22, 52, 18, 8};
    QTest::newRow("thirds") << QList<double>{1, 1, 1} << QList<int>{34, 33, 33};
    QTest::newRow("nothing") << QList<double>{0, 0} << QList<int>{0, 0};
    QTest::newRow("no number") << QList<double>{-3, 1} << QList<int>{0, 100};
}

void ChartsTest::sharesAddUp()
{
    QFETCH(QList<double>, numbers);
    QFETCH(QList<int>, expected);
    QList<Part> parts;
    for (const double number : numbers)
        parts.append({{}, number, {}});
    QCOMPARE(shares(parts), expected);
}

void ChartsTest::noMoreThanFourHuesComeTogether()
{
    QVariantList values = usual();
    values.append(value(QStringLiteral("Housing"), 2));
    QCOMPARE(partsFrom(values, QStringLiteral("Others")).size(), 4);
    QCOMPARE(partsFrom(values, QStringLiteral("Others")).last().text, QStringLiteral("Housing"));
    values.append(value(QStringLiteral("Money"), 5));
    const QList<Part> parts = partsFrom(values, QStringLiteral("Others"));
    QCOMPARE(parts.size(), 4);
    QCOMPARE(parts.last().text, QStringLiteral("Others"));
    QCOMPARE(parts.last().words, QStringLiteral("7"));
}

void ChartsTest::nothingIsPaintedOutsideItsPlace_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QVariantList>("values");
    QTest::addColumn<double>("width");
    QTest::addColumn<int>("pixels");
    const char *const kinds[] = {"line", "bars", "stack", "path"};
    for (int kind = 0; kind < 4; ++kind) {
        for (const double width : {260.0, 900.0}) {
            for (const int pixels : {14, 27}) {
                QTest::addRow("%s, %g wide, %d px", kinds[kind], width, pixels) << kind << usual() << width << pixels;
                QTest::addRow("%s, %g wide, %d px, hostile", kinds[kind], width, pixels) << kind << hostile() << width << pixels;
                QTest::addRow("%s, %g wide, %d px, empty", kinds[kind], width, pixels) << kind << QVariantList() << width << pixels;
            }
        }
    }
}

void ChartsTest::nothingIsPaintedOutsideItsPlace()
{
    QFETCH(int, kind);
    QFETCH(QVariantList, values);
    QFETCH(double, width);
    QFETCH(int, pixels);
    const Painted all = painted(kind, values, style(pixels), width);
    const QRect place = all.place.toAlignedRect().adjusted(-6, -6, 6, 6); // a point's ring
    const int inside = inked(all.image, place, any);
    QCOMPARE(inked(all.image, all.image.rect(), any), inside);
    QCOMPARE(inside > 100, !values.isEmpty());
}

void ChartsTest::barsMirrorAndTimeDoesNot()
{
    for (const bool mirrored : {false, true}) {
        const Painted bars = painted(1, {value(QStringLiteral("a"), 10), value(QStringLiteral("b"), 1)}, style(14, mirrored), 600);
        const QRect whole = bars.image.rect();
        const QRect second(0, whole.height() / 2 - 6, whole.width() / 2, 12);
        const int left = inked(bars.image, second, red);
        const int right = inked(bars.image, second.translated(whole.width() / 2, 0), red);
        QVERIFY(mirrored ? right > left : left > right);
    }
    const QVariantList times{value(QStringLiteral("Jan"), 1), value(QStringLiteral("Feb"), 100)};
    QCOMPARE(painted(0, times, style(14, true), 600).image, painted(0, times, style(14), 600).image);
}

void ChartsTest::longerBarsAreMore()
{
    const auto length = [](double number) {
        const Painted bars = painted(1, {value(QStringLiteral("a"), 100), value(QStringLiteral("a"), number)}, style(14), 600);
        return inked(bars.image, bars.image.rect(), red);
    };
    QVERIFY(length(0) < length(1));
    QVERIFY(length(1) < length(50));
    const double whole = length(100) - length(0);
    QVERIFY(qAbs((length(50) - length(0)) / whole - 0.5) < 0.02);
}

void ChartsTest::fewerThanFiveHaveNoLength()
{
    const auto image = [](double number) {
        QVariantMap few = value(QStringLiteral("Under 25"), number);
        few.insert({{QStringLiteral("tooFew"), true}, {QStringLiteral("words"), QStringLiteral("Too few to show")}});
        return painted(1, {value(QStringLiteral("25 to 44"), 10), few}, style(14), 600).image;
    };
    QCOMPARE(image(1), image(4));
    QCOMPARE(image(1), image(400));
}

void ChartsTest::chartsGoOnPaper()
{
    QByteArray paper;
    QBuffer buffer(&paper);
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(96);
        QPainter painter(&writer);
        paintBarList(painter, {0, 0, 500, 300}, barsFrom(usual(), {}), style(14));
        QVERIFY(writer.newPage());
        paintLineChart(painter, {0, 0, 500, 300}, lineFrom(usual(), {}), style(14));
    }
    QVERIFY(paper.startsWith("%PDF"));
    QVERIFY(paper.contains("/Count 2"));
}

void ChartsTest::chartIsReadWithItsSentence()
{
    QmlView view = gallery(0, 1);
    QQuickItem *picture = view.item(QStringLiteral("line"))->findChild<QQuickItem *>(QStringLiteral("picture"));
    QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(picture);
    QCOMPARE(spoken->role(), QAccessible::Chart);
    QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Referrals to hospital-based care are falling. There were 212 in January and 148 in June. "
                                                             "That is 64 fewer, or about 3 in every 10."));
    QVERIFY(picture->height() >= 180);
}

void ChartsTest::tableIsOneKeyAway()
{
    QmlView view = gallery(0, 1);
    QQuickItem *chart = view.item(QStringLiteral("line"));
    QAccessibleInterface *button = named(view, QStringLiteral("Show as table. Referrals to hospital-based care are falling"));
    QVERIFY(button);
    qobject_cast<QQuickItem *>(button->object())->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QVERIFY(!chart->findChild<QQuickItem *>(QStringLiteral("picture"))->isVisible());
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(chart->findChild<QQuickItem *>(QStringLiteral("numbers")));
    QCOMPARE(table->role(), QAccessible::Table);
    QStringList rows;
    for (int i = 0; i < table->childCount(); ++i)
        rows.append(table->child(i)->text(QAccessible::Name));
    QCOMPARE(rows, QStringList({QStringLiteral("When: How many"), QStringLiteral("Jan: 212"), QStringLiteral("Feb: 205"),
                                QStringLiteral("Mar (Peer support team starts): 188"), QStringLiteral("Apr: 176"), QStringLiteral("May: 161"), QStringLiteral("Jun: 148")}));
    QTest::keyClick(&view.window(), Qt::Key_Return);
    QVERIFY(chart->findChild<QQuickItem *>(QStringLiteral("picture"))->isVisible());
}

void ChartsTest::tooFewNumbersAreSaid()
{
    QmlView view = gallery(0, 1);
    QQuickItem *chart = view.item(QStringLiteral("few"));
    QVERIFY(!chart->findChild<QQuickItem *>(QStringLiteral("picture"))->isVisible());
    QVERIFY(!chart->findChild<QQuickItem *>(QStringLiteral("asTable"))->isVisible());
    bool said = false;
    for (QQuickItem *item : visibleItems(*chart))
        said = said || item->property("text").toString() == QStringLiteral("Add at least two months of numbers to see a trend.");
    QVERIFY(said);
}

QTEST_MAIN(ChartsTest)
#include "tst_charts.moc"
