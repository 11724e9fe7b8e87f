#include "chartvalues.h"

#include <algorithm>

namespace ourtable {
namespace {

QString text(const QVariantMap &map, const char *key) { return map.value(QLatin1String(key)).toString(); }
double number(const QVariantMap &map, const char *key) { return map.value(QLatin1String(key)).toDouble(); }
QColor colour(const QVariantMap &map, const char *key) { return map.value(QLatin1String(key)).value<QColor>(); }

QString wordsOf(const QVariantMap &map)
{
    const QString words = text(map, "words");
    return words.isEmpty() ? text(map, "value") : words;
}

QFont fontFrom(const QVariantMap &look, const char *pixels, int weight)
{
    QFont font(text(look, "family"));
    font.setPixelSize(std::max(1, look.value(QLatin1String(pixels)).toInt()));
    font.setWeight(QFont::Weight(weight));
    return font;
}

} // namespace

ChartStyle styleFrom(const QVariantMap &look)
{
    ChartStyle style{fontFrom(look, "pixels", QFont::Medium), fontFrom(look, "strongPixels", QFont::DemiBold),
                     colour(look, "ink"), colour(look, "muted"), colour(look, "line"), colour(look, "track"), colour(look, "surface"), colour(look, "bar"),
                     colour(look, "soft"), {}, look.value(QStringLiteral("rightToLeft")).toBool()};
    for (const QVariant &each : look.value(QStringLiteral("series")).toList())
        style.series.append(each.value<QColor>());
    return style;
}

LineData lineFrom(const QVariantList &values, const QVariantList &events)
{
    LineData data;
    for (const QVariant &each : values) {
        const QVariantMap map = each.toMap();
        data.points.append({text(map, "text"), number(map, "value")});
    }
    for (const QVariant &each : events) {
        const QVariantMap map = each.toMap();
        data.events.append({map.value(QStringLiteral("at"), -1).toInt(), text(map, "text")});
    }
    return data;
}

BarData barsFrom(const QVariantList &values, const QString &markWords)
{
    BarData data{{}, markWords};
    for (const QVariant &each : values) {
        const QVariantMap map = each.toMap();
        data.bars.append({text(map, "text"), number(map, "value"), wordsOf(map), map.value(QStringLiteral("mark"), -1).toDouble(),
                          map.value(QStringLiteral("tooFew")).toBool()});
    }
    return data;
}

QList<Part> partsFrom(const QVariantList &values, const QString &otherWords)
{
    QList<Part> parts;
    for (const QVariant &each : values) {
        const QVariantMap map = each.toMap();
        parts.append({text(map, "text"), number(map, "value"), wordsOf(map)});
    }
    return atMostHues(parts, otherWords);
}

QList<Stop> stopsFrom(const QVariantList &values)
{
    QList<Stop> stops;
    for (const QVariant &each : values) {
        const QVariantMap map = each.toMap();
        const QString reach = text(map, "reach");
        stops.append({text(map, "text"), text(map, "detail"), text(map, "state"),
                      reach == u"done" ? Stop::Reach::Done : reach == u"now" ? Stop::Reach::Now : Stop::Reach::Later});
    }
    return stops;
}

} // namespace ourtable
