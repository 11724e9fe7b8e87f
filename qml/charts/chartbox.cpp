#include "chartbox.h"

#include <cmath>

namespace ourtable {

QRectF leading(const QRectF &whole, double from, double top, double width, double height, const ChartStyle &style)
{
    const double left = style.rightToLeft ? whole.right() - from - width : whole.left() + from;
    return {left, whole.top() + top, width, height};
}

void paintWords(QPainter &painter, const QRectF &place, const QString &words, const QFont &font, const QColor &colour, Qt::Alignment alignment,
                const ChartStyle &style)
{
    Qt::Alignment across = alignment & Qt::AlignHorizontal_Mask;
    if (style.rightToLeft && across != Qt::AlignHCenter)
        across = across == Qt::AlignRight ? Qt::AlignLeft : Qt::AlignRight;
    painter.setFont(font);
    painter.setPen(colour);
    const QString whole = QFontMetricsF(font).elidedText(QString(words).replace(u'\n', u' '), Qt::ElideRight, place.width());
    painter.drawText(place, int(across | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, whole);
}

double widthOf(const QString &words, const QFont &font) { return std::ceil(QFontMetricsF(font).horizontalAdvance(words)) + 1; }

double heightOf(const QFont &font) { return std::ceil(QFontMetricsF(font).height()); }

} // namespace ourtable
