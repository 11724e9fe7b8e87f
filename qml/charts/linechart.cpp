#include "linechart.h"

#include <QLinearGradient>
#include <QLocale>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace ourtable {
namespace {

constexpr int kSteps = 3;
constexpr double kGap = 10;

double counted(double value) { return std::isfinite(value) ? std::max(0.0, value) : 0; }

QString figure(double value) { return QLocale::c().toString(value, 'g', 12); }

struct Frame {
    QRectF inside; // the line's own place
    double step = 1;
    QList<QPointF> points;
};

Frame frameOf(const QRectF &place, const LineData &data, const ChartStyle &style)
{
    double most = 0;
    for (const LinePoint &point : data.points)
        most = std::max(most, counted(point.value));
    Frame frame;
    frame.step = roundStep(most);
    const double axis = widthOf(figure(frame.step * kSteps), style.label) + kGap;
    const double last = widthOf(figure(counted(data.points.last().value)), style.strong) + kGap;
    frame.inside = place.adjusted(axis, heightOf(style.strong) + kGap, -std::max(last, 40.0), -heightOf(style.label) - kGap);
    for (qsizetype i = 0; i < data.points.size(); ++i) {
        const double across = double(i) / double(data.points.size() - 1);
        const double up = counted(data.points[i].value) / (frame.step * kSteps);
        frame.points.append({frame.inside.left() + frame.inside.width() * across, frame.inside.bottom() - frame.inside.height() * up});
    }
    return frame;
}

void paintGrid(QPainter &painter, const QRectF &place, const Frame &frame, const ChartStyle &style)
{
    const double high = heightOf(style.label);
    for (int i = 0; i <= kSteps; ++i) {
        const double y = std::round(frame.inside.bottom() - frame.inside.height() * i / kSteps) + 0.5;
        painter.setPen(QPen(style.line, 1));
        painter.drawLine(QPointF(frame.inside.left(), y), QPointF(place.right(), y));
        paintWords(painter, {place.left(), y - high / 2, frame.inside.left() - place.left() - kGap, high}, figure(frame.step * i), style.label,
                   style.muted, Qt::AlignRight, style);
    }
}

// Every one where there is room, else every second, third … and always the last.
void paintTimes(QPainter &painter, const QRectF &place, const Frame &frame, const LineData &data, const ChartStyle &style)
{
    double widest = 0;
    for (const LinePoint &point : data.points)
        widest = std::max(widest, widthOf(point.text, style.label) + kGap);
    const auto count = data.points.size();
    const double apart = frame.inside.width() / double(count - 1);
    const auto every = std::max<qsizetype>(1, qsizetype(std::ceil(widest / apart)));
    for (qsizetype i = 0; i < count; ++i) {
        const auto behind = count - 1 - i;
        if (behind % every != 0)
            continue;
        const double wide = std::min({apart * double(every), widthOf(data.points[i].text, style.label), place.width()});
        const double left = std::clamp(frame.points[i].x() - wide / 2, place.left(), place.right() - wide);
        paintWords(painter, {left, frame.inside.bottom() + kGap / 2, wide, heightOf(style.label)}, data.points[i].text, style.label, style.muted,
                   Qt::AlignHCenter, style);
    }
}

void paintEvents(QPainter &painter, const QRectF &place, const Frame &frame, const LineData &data, const ChartStyle &style)
{
    for (const LineEvent &event : data.events) {
        if (event.at < 0 || event.at >= frame.points.size())
            continue;
        const double x = std::round(frame.points[event.at].x()) + 0.5;
        painter.setPen(QPen(style.muted, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(x, place.top()), QPointF(x, frame.inside.bottom()));
        const double wide = widthOf(event.text, style.label);
        const bool right = x + 8 + wide <= place.right() || place.right() - x > x - frame.inside.left();
        const double room = std::min(wide, right ? place.right() - x - 8 : x - 8 - frame.inside.left());
        const QRectF words(right ? x + 8 : x - 8 - room, frame.inside.bottom() - heightOf(style.label) - 4, room, heightOf(style.label));
        painter.fillRect(words.adjusted(-2, 0, 2, 0), style.surface); // over the grid and under no point
        paintWords(painter, words, event.text, style.label, style.muted, Qt::AlignHCenter, style);
    }
}

void paintLine(QPainter &painter, const Frame &frame, const ChartStyle &style)
{
    QPainterPath area(QPointF(frame.points.first().x(), frame.inside.bottom()));
    for (const QPointF &point : frame.points)
        area.lineTo(point);
    area.lineTo(frame.points.last().x(), frame.inside.bottom());
    QLinearGradient fill(frame.inside.topLeft(), frame.inside.bottomLeft());
    QColor shade = style.bar;
    shade.setAlphaF(0.18F);
    fill.setColorAt(0, shade);
    shade.setAlphaF(0.02F);
    fill.setColorAt(1, shade);
    painter.fillPath(area, fill);
    painter.setPen(QPen(style.bar, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(frame.points.constData(), int(frame.points.size()));
    painter.setPen(QPen(style.bar, 2.5));
    painter.setBrush(style.surface);
    for (const QPointF &point : frame.points)
        painter.drawEllipse(point, 4.5, 4.5);
    painter.setBrush(Qt::NoBrush);
}

void paintEnds(QPainter &painter, const Frame &frame, const LineData &data, const ChartStyle &style)
{
    const double high = heightOf(style.strong);
    const QString first = figure(counted(data.points.first().value));
    const QString last = figure(counted(data.points.last().value));
    const double wide = widthOf(first, style.strong);
    const QPointF start = frame.points.first();
    paintWords(painter, {start.x() - 2, start.y() - high - 6, wide, high}, first, style.strong, style.ink, Qt::AlignHCenter, style);
    const QPointF end = frame.points.last();
    paintWords(painter, {end.x() + kGap, end.y() - high / 2, widthOf(last, style.strong), high}, last, style.strong, style.ink, Qt::AlignHCenter, style);
}

} // namespace

double roundStep(double most)
{
    const double least = std::max(1.0, counted(most) / kSteps);
    const double unit = std::pow(10, std::floor(std::log10(least)));
    for (const double times : std::array{1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
        if (times * unit >= least)
            return times * unit;
    }
    return 10 * unit;
}

double lineChartHeight(const ChartStyle &style) { return std::max(220.0, 11 * heightOf(style.label)); }

void paintLineChart(QPainter &painter, const QRectF &place, const LineData &data, const ChartStyle &style)
{
    if (data.points.size() < 2)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    ChartStyle leftToRight = style;
    leftToRight.rightToLeft = false;
    const Frame frame = frameOf(place, data, style);
    paintGrid(painter, place, frame, leftToRight);
    paintEvents(painter, place, frame, data, leftToRight);
    paintLine(painter, frame, style);
    paintTimes(painter, place, frame, data, leftToRight);
    paintEnds(painter, frame, data, leftToRight);
}

} // namespace ourtable
