// Whether every pair of colours that meets on a screen can be told apart (ux.md 4.1, 9.1): words 4.5 to 1, controls, focus
// and data 3 to 1, in each theme.
#include <QColor>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "qml/engine/prepareengine.h"

class ContrastTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void pairsCanBeToldApart_data();
    void pairsCanBeToldApart();
    void tonesCanBeToldApart_data();
    void tonesCanBeToldApart();

private:
    QColor colour(const QString &path) const;

    QQmlEngine m_engine;
    std::unique_ptr<QObject> m_themes;
};

namespace {

// WCAG 2.2, relative luminance.
double luminance(const QColor &colour)
{
    const auto linear = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

const char *const kThemes[] = {"light", "dark", "contrast"};
constexpr double kWords = 4.5;
constexpr double kMarks = 3;

} // namespace

void ContrastTest::initTestCase()
{
    ourtable::prepareEngine(m_engine);
    QQmlComponent component(&m_engine);
    component.setData("import QtQml\nimport OurTable.Theme\nQtObject {\n"
                      "property ColourSet light: Theme.light\nproperty ColourSet dark: Theme.dark\nproperty ColourSet contrast: Theme.contrast\n"
                      "property var categories: [light, dark, contrast].map(set => Array.from(set.categories).map(tone => [tone.solid, tone.soft, tone.ink]))\n}",
                      {});
    m_themes.reset(component.create());
    QVERIFY2(m_themes, qPrintable(component.errorString()));
}

// "dark.dangerTone.ink"
QColor ContrastTest::colour(const QString &path) const
{
    QObject *holder = m_themes.get();
    const QStringList steps = path.split(u'.');
    for (int i = 0; i + 1 < steps.size(); ++i)
        holder = holder->property(steps[i].toLatin1().constData()).value<QObject *>();
    return holder->property(steps.last().toLatin1().constData()).value<QColor>();
}

void ContrastTest::pairsCanBeToldApart_data()
{
    QTest::addColumn<QString>("on");
    QTest::addColumn<QString>("under");
    QTest::addColumn<double>("least");
    struct Pair {
        const char *on;
        const char *under;
        double least;
    };
    const Pair pairs[] = {
        {"text", "canvas", kWords}, {"text", "surface", kWords}, {"text", "sunken", kWords}, {"text", "nav", kWords}, {"text", "selected", kWords},
        {"muted", "canvas", kWords}, {"muted", "surface", kWords}, {"muted", "sunken", kWords}, {"muted", "nav", kWords}, {"muted", "selected", kWords},
        {"primaryInk", "primary", kWords}, {"primaryInk", "primaryHover", kWords}, {"primaryInk", "primaryPress", kWords},
        {"link", "canvas", kWords}, {"link", "surface", kWords}, {"link", "primaryTone.soft", kWords}, {"accentInk", "accentTone.solid", kWords},
        {"liveInk", "live", kWords}, {"liveMuted", "live", kWords}, {"dangerTone.solid", "surface", kWords}, {"dangerTone.solid", "canvas", kWords},
        {"dangerTone.ink", "surface", kWords}, {"dangerTone.ink", "primaryTone.soft", kWords},
        {"outline", "surface", kMarks}, {"outline", "canvas", kMarks}, {"outline", "sunken", kMarks}, {"primary", "surface", kMarks},
        {"primary", "canvas", kMarks}, {"primary", "primaryTone.soft", kMarks}, {"primary", "sunken", kMarks},
        {"focus", "canvas", kMarks}, {"focus", "surface", kMarks}, {"focus", "sunken", kMarks}, {"focus", "nav", kMarks}, {"focus", "selected", kMarks},
    };
    for (const char *theme : kThemes) {
        const QString prefix = QLatin1String(theme) + u'.';
        for (const Pair &pair : pairs) {
            QTest::addRow("%s: %s on %s", theme, pair.on, pair.under)
                << QString(prefix + QLatin1String(pair.on)) << QString(prefix + QLatin1String(pair.under)) << pair.least;
        }
        for (const char *tone : {"primaryTone", "accentTone", "successTone", "warningTone", "dangerTone", "infoTone", "neutralTone"}) {
            const QString path = prefix + QLatin1String(tone);
            QTest::addRow("%s: %s", theme, tone) << QString(path + QStringLiteral(".ink")) << QString(path + QStringLiteral(".soft")) << kWords;
        }
    }
}

void ContrastTest::pairsCanBeToldApart()
{
    QFETCH(QString, on);
    QFETCH(QString, under);
    QFETCH(double, least);
    QVERIFY(colour(on).isValid() && colour(under).isValid());
    const double found = contrast(colour(on), colour(under));
    QVERIFY2(found >= least, QByteArray::number(found).constData());
}

void ContrastTest::tonesCanBeToldApart_data()
{
    QTest::addColumn<int>("theme");
    QTest::addColumn<int>("category");
    for (int theme = 0; theme < 3; ++theme) {
        for (int category = 0; category < 8; ++category)
            QTest::addRow("%s: %d", kThemes[theme], category) << theme << category;
    }
}

void ContrastTest::tonesCanBeToldApart()
{
    QFETCH(int, theme);
    QFETCH(int, category);
    const QVariantList tones = m_themes->property("categories").toList().at(theme).toList();
    QCOMPARE(tones.size(), 8);
    const QVariantList tone = tones.at(category).toList();
    const QString set = QLatin1String(kThemes[theme]) + u'.';
    const auto solid = tone.at(0).value<QColor>();
    const auto soft = tone.at(1).value<QColor>();
    QVERIFY(contrast(solid, colour(set + QStringLiteral("surface"))) >= kMarks);
    QVERIFY(contrast(colour(set + QStringLiteral("text")), soft) >= kWords);
    QVERIFY(contrast(tone.at(2).value<QColor>(), soft) >= kWords);
    QVERIFY(contrast(colour(set + QStringLiteral("surface")), solid) >= kMarks); // the number on a badge, the tick
}

QTEST_MAIN(ContrastTest)
#include "tst_contrast.moc"
