#include "stackbar.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ourtable {
namespace {

constexpr double kSeam = 3;
constexpr double kSwatch = 14;

double counted(double value) { return std::isfinite(value) ? std::max(0.0, value) : 0; }

double barHeight(const ChartStyle &style) { return std::max(32.0, heightOf(style.strong) + 10); }

QColor hueOf(qsizetype index, const ChartStyle &style) { return style.series.isEmpty() ? style.bar : style.series[index % style.series.size()]; }

struct Entry {
    double from = 0;
    double line = 0; // which
    double text = 0; // width
    double words = 0;
};

// Entries after each other, on a new line where the place ends.
QList<Entry> legend(const QList<Part> &parts, const ChartStyle &style, double width)
{
    QList<Entry> entries;
    double from = 0;
    double line = 0;
    for (const Part &part : parts) {
        Entry entry;
        entry.words = widthOf(part.words, style.strong);
        entry.text = std::min(widthOf(part.text, style.label), width - kSwatch - 16 - entry.words);
        const double wide = kSwatch + 8 + entry.text + 8 + entry.words;
        if (from > 0 && from + wide > width) {
            from = 0;
            ++line;
        }
        entry.from = from;
        entry.line = line;
        entries.append(entry);
        from += wide + 20;
    }
    return entries;
}

double lineHeight(const ChartStyle &style) { return std::max(heightOf(style.strong), kSwatch) + 8; }

void paintLegend(QPainter &painter, const QRectF &place, const QList<Part> &parts, const ChartStyle &style)
{
    const QList<Entry> entries = legend(parts, style, place.width());
    const double high = lineHeight(style);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const double top = barHeight(style) + 12 + entries[i].line * high;
        painter.setPen(Qt::NoPen);
        painter.setBrush(hueOf(i, style));
        painter.drawRoundedRect(leading(place, entries[i].from, top + (high - kSwatch) / 2, kSwatch, kSwatch, style), 4, 4);
        const double text = entries[i].from + kSwatch + 8;
        paintWords(painter, leading(place, text, top, entries[i].text, high, style), parts[i].text, style.label, style.ink, Qt::AlignLeft, style);
        paintWords(painter, leading(place, text + entries[i].text + 8, top, entries[i].words, high, style), parts[i].words, style.strong, style.ink,
                   Qt::AlignLeft, style);
    }
}

} // namespace

QList<Part> atMostHues(QList<Part> parts, const QString &others)
{
    if (parts.size() <= kMostHues)
        return parts;
    Part rest{others, 0, {}};
    while (parts.size() >= kMostHues)
        rest.value += counted(parts.takeLast().value);
    rest.words = QLocale::c().toString(rest.value, 'g', 12);
    parts.append(rest);
    return parts;
}

QList<int> shares(const QList<Part> &parts)
{
    const double whole = std::accumulate(parts.begin(), parts.end(), 0.0, [](double sum, const Part &part) { return sum + counted(part.value); });
    QList<int> found(parts.size(), 0);
    if (whole <= 0)
        return found;
    QList<double> left;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const double exact = 100 * counted(parts[i].value) / whole;
        found[i] = int(exact);
        left.append(exact - found[i]);
    }
    for (int missing = 100 - std::accumulate(found.begin(), found.end(), 0); missing > 0; --missing) {
        const auto most = std::max_element(left.begin(), left.end()) - left.begin();
        ++found[most];
        left[most] = -1;
    }
    return found;
}

double stackBarHeight(const QList<Part> &parts, const ChartStyle &style, double width)
{
    const QList<Entry> entries = legend(parts, style, width);
    return barHeight(style) + (entries.isEmpty() ? 0 : 12 + (entries.last().line + 1) * lineHeight(style));
}

void paintStackBar(QPainter &painter, const QRectF &place, const QList<Part> &parts, const ChartStyle &style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const double whole = std::accumulate(parts.begin(), parts.end(), 0.0, [](double sum, const Part &part) { return sum + counted(part.value); });
    if (whole <= 0)
        return;
    const QList<int> share = shares(parts);
    const double room = place.width() - kSeam * double(parts.size() - 1);
    double from = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const double wide = room * counted(parts[i].value) / whole;
        const QRectF part = leading(place, from, 0, wide, barHeight(style), style);
        painter.setPen(Qt::NoPen);
        painter.setBrush(hueOf(i, style));
        painter.drawRoundedRect(part, std::min(6.0, wide / 2), 6);
        const QString words = QString::number(share[i]) + u'%';
        if (widthOf(words, style.strong) + 8 <= wide)
            paintWords(painter, part, words, style.strong, style.surface, Qt::AlignHCenter, style);
        from += wide + kSeam;
    }
    paintLegend(painter, place, parts, style);
}

} // namespace ourtable
