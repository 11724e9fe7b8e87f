#include "timelinepath.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ourtable {
namespace {

constexpr double kGap = 8;
constexpr double kRail = 8;

double circle(const ChartStyle &style) { return std::max(44.0, heightOf(style.strong) + 18); }

bool goesAcross(const QList<Stop> &stops, const ChartStyle &style, double width)
{
    return width / double(std::max<qsizetype>(1, stops.size())) >= 11 * QFontMetricsF(style.label).averageCharWidth() + 40;
}

double wrapped(const QString &words, const QFont &font, double width)
{
    return words.isEmpty() ? 0 : std::ceil(QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10000), Qt::TextWordWrap, words).height()) + kGap / 2;
}

double wordsHeight(const Stop &stop, const ChartStyle &style, double width)
{
    const double state = stop.state.isEmpty() ? 0 : heightOf(style.label) + kGap;
    return wrapped(stop.text, style.strong, width) + wrapped(stop.detail, style.label, width) + state;
}

void paintWrapped(QPainter &painter, QRectF &place, const QString &words, const QFont &font, const QColor &colour, Qt::Alignment alignment)
{
    painter.setFont(font);
    painter.setPen(colour);
    painter.drawText(place, int(alignment | Qt::AlignAbsolute) | Qt::TextWordWrap, words);
    place.setTop(place.top() + wrapped(words, font, place.width()));
}

void paintText(QPainter &painter, QRectF place, const Stop &stop, bool centred, const ChartStyle &style)
{
    const Qt::Alignment alignment = centred ? Qt::AlignHCenter : style.rightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    paintWrapped(painter, place, stop.text, style.strong, style.ink, alignment);
    paintWrapped(painter, place, stop.detail, style.label, style.muted, alignment);
    if (stop.state.isEmpty())
        return;
    const double wide = std::min(place.width(), widthOf(stop.state, style.label) + 2 * kGap);
    const QRectF tag = leading(place, centred ? (place.width() - wide) / 2 : 0, 0, wide, heightOf(style.label) + kGap, style);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.soft);
    painter.drawRoundedRect(tag, 6, 6);
    paintWords(painter, tag.adjusted(kGap, 0, -kGap, 0), stop.state, style.label, style.ink, Qt::AlignHCenter, style);
}

// A tick is done, a ring in the path's colour is now, a thin one is later: never the colour alone.
void paintCircle(QPainter &painter, const QRectF &place, qsizetype number, Stop::Reach reach, const ChartStyle &style)
{
    const bool done = reach == Stop::Reach::Done;
    painter.setBrush(done ? style.bar : style.surface);
    painter.setPen(QPen(reach == Stop::Reach::Later ? style.muted : style.bar, reach == Stop::Reach::Later ? 2 : 4));
    painter.drawEllipse(place.adjusted(2, 2, -2, -2));
    if (!done) {
        paintWords(painter, place, QString::number(number), style.strong, reach == Stop::Reach::Later ? style.muted : style.bar, Qt::AlignHCenter, style);
        return;
    }
    const double side = place.width();
    QPainterPath tick(place.topLeft() + QPointF(side * 0.32, side * 0.52));
    tick.lineTo(place.topLeft() + QPointF(side * 0.45, side * 0.65));
    tick.lineTo(place.topLeft() + QPointF(side * 0.69, side * 0.38));
    painter.setPen(QPen(style.surface, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(tick);
}

void paintRail(QPainter &painter, const QRectF &from, const QRectF &to, bool reached, const ChartStyle &style)
{
    painter.setPen(QPen(reached ? style.bar : style.track, kRail));
    painter.drawLine(from.center(), to.center());
}

void paintCircles(QPainter &painter, const QList<QRectF> &circles, const QList<Stop> &stops, const ChartStyle &style)
{
    for (qsizetype i = 1; i < circles.size(); ++i)
        paintRail(painter, circles[i - 1], circles[i], stops[i].reach != Stop::Reach::Later, style);
    for (qsizetype i = 0; i < circles.size(); ++i)
        paintCircle(painter, circles[i], i + 1, stops[i].reach, style);
}

} // namespace

double timelinePathHeight(const QList<Stop> &stops, const ChartStyle &style, double width)
{
    const bool across = goesAcross(stops, style, width);
    const double side = circle(style);
    const double room = across ? width / double(std::max<qsizetype>(1, stops.size())) - 2 * kGap : width - side - 2 * kGap;
    double height = 0;
    for (const Stop &stop : stops) {
        const double words = wordsHeight(stop, style, room);
        height = across ? std::max(height, side + kGap + words) : height + std::max(side, words) + 2 * kGap;
    }
    return height;
}

void paintTimelinePath(QPainter &painter, const QRectF &place, const QList<Stop> &stops, const ChartStyle &style)
{
    if (stops.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    const bool across = goesAcross(stops, style, place.width());
    const double side = circle(style);
    const double each = place.width() / double(stops.size());
    QList<QRectF> circles;
    double top = 0;
    for (const Stop &stop : stops) {
        const double at = each * double(circles.size());
        const double room = across ? each - 2 * kGap : place.width() - side - 2 * kGap;
        circles.append(leading(place, across ? at + (each - side) / 2 : 0, across ? 0 : top, side, side, style));
        const double words = wordsHeight(stop, style, room);
        const QRectF text = leading(place, across ? at + kGap : side + 2 * kGap, across ? side + kGap : top, room, words + kGap, style);
        paintText(painter, text, stop, across, style);
        top += std::max(side, words) + 2 * kGap;
    }
    paintCircles(painter, circles, stops, style);
}

} // namespace ourtable
