// What the painters of charts share: places from the leading edge, and words in them.
#pragma once

#include <QFontMetricsF>
#include <QPainter>

#include "chartstyle.h"

namespace ourtable {

// A place `from` the leading edge of `whole`, mirrored where words run right to left.
[[nodiscard]] QRectF leading(const QRectF &whole, double from, double top, double width, double height, const ChartStyle &style);
// One line of words, cut with "…" where they do not fit. `alignment` Qt::AlignLeft means the leading edge.
void paintWords(QPainter &painter, const QRectF &place, const QString &words, const QFont &font, const QColor &colour, Qt::Alignment alignment,
                const ChartStyle &style);
[[nodiscard]] double widthOf(const QString &words, const QFont &font);
[[nodiscard]] double heightOf(const QFont &font);

} // namespace ourtable
