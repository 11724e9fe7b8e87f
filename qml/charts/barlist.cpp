#include "barlist.h"

#include <algorithm>
#include <cmath>

namespace ourtable {
namespace {

constexpr double kGap = 16;
constexpr double kLeastBar = 110;
constexpr double kBar = 22;

struct Shape {
    double text = 0;    // width
    double figure = 0;  // width
    bool above = false; // words and figure stand over the bar
    double row = 0;     // height
    double most = 0;
};

Shape shapeOf(const BarData &data, const ChartStyle &style, double width)
{
    Shape shape;
    for (const Bar &bar : data.bars) {
        shape.text = std::max(shape.text, widthOf(bar.text, style.label));
        shape.figure = std::max(shape.figure, widthOf(bar.words, style.strong));
        if (std::isfinite(bar.value) && !bar.tooFew)
            shape.most = std::max(shape.most, bar.value);
        if (std::isfinite(bar.mark))
            shape.most = std::max(shape.most, bar.mark);
    }
    shape.text = std::min(shape.text, width * 0.4);
    shape.above = width - shape.text - shape.figure - 2 * kGap < kLeastBar;
    shape.figure = std::min(shape.figure, width * 0.7);
    const double words = std::max(heightOf(style.label), heightOf(style.strong));
    shape.row = shape.above ? words + 4 + kBar + kGap : std::max(kBar, words) + 8;
    return shape;
}

double lengthOf(double value, const Shape &shape, double room)
{
    return std::isfinite(value) && value > 0 && shape.most > 0 ? std::max(3.0, room * value / shape.most) : 0;
}

void paintOne(QPainter &painter, const QRectF &row, const Bar &bar, const Shape &shape, const ChartStyle &style)
{
    const double high = shape.above ? kBar : row.height() - 8;
    const double top = shape.above ? row.height() - kGap - kBar : 0;
    const double words = shape.above ? top - 4 : high;
    const double from = shape.above ? 0 : shape.text + kGap;
    const double room = row.width() - from - (shape.above ? 0 : kGap + shape.figure);
    const double figure = shape.above ? std::min(shape.figure, widthOf(bar.words, style.strong)) : shape.figure;
    const double text = shape.above ? row.width() - figure - kGap : shape.text;
    paintWords(painter, leading(row, 0, 0, text, words, style), bar.text, style.label, style.ink, Qt::AlignLeft, style);
    paintWords(painter, leading(row, row.width() - figure, 0, figure, words, style), bar.words, style.strong, style.ink, Qt::AlignRight, style);
    painter.setPen(Qt::NoPen);
    const double thick = std::min(kBar, high);
    const double length = bar.tooFew ? 4 : lengthOf(bar.value, shape, room);
    painter.setBrush(bar.tooFew ? style.muted : style.bar);
    if (length > 0)
        painter.drawRoundedRect(leading(row, from, top + (high - thick) / 2, length, thick, style), 4, 4);
    if (bar.mark >= 0 && std::isfinite(bar.mark)) {
        painter.setBrush(style.ink);
        painter.setPen(QPen(style.surface, 1.5)); // so that it is seen on the bar
        painter.drawRoundedRect(leading(row, from + lengthOf(bar.mark, shape, room) - 2.5, top, 5, high, style), 2, 2);
    }
}

} // namespace

double barListHeight(const BarData &data, const ChartStyle &style, double width)
{
    const double legend = data.markWords.isEmpty() || data.bars.isEmpty() ? 0 : heightOf(style.label) + kGap / 2;
    return shapeOf(data, style, width).row * double(data.bars.size()) + legend;
}

void paintBarList(QPainter &painter, const QRectF &place, const BarData &data, const ChartStyle &style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const Shape shape = shapeOf(data, style, place.width());
    QRectF row(place.left(), place.top(), place.width(), shape.row);
    for (const Bar &bar : data.bars) {
        paintOne(painter, row, bar, shape, style);
        row.translate(0, shape.row);
    }
    if (data.markWords.isEmpty() || data.bars.isEmpty())
        return;
    const double high = heightOf(style.label);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.ink);
    painter.drawRoundedRect(leading(row, 0, kGap / 2, 4, high, style), 2, 2);
    paintWords(painter, leading(row, 12, kGap / 2, row.width() - 12, high, style), data.markWords, style.label, style.muted, Qt::AlignLeft, style);
}

} // namespace ourtable
