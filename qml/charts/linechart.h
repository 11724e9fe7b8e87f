// Numbers over time as a line from zero, with the first and the last in figures and with what happened marked. Time runs left to
// right in every language.
#pragma once

#include <QString>

#include "chartbox.h"

namespace ourtable {

struct LinePoint {
    QString text;  // when
    double value = 0; // less than nothing, or none at all, counts as nothing
};

struct LineEvent {
    int at = 0; // the point's index
    QString text;
};

struct LineData {
    QList<LinePoint> points;
    QList<LineEvent> events;
};

// The first of a few round numbers that three steps of lead past `most`.
[[nodiscard]] double roundStep(double most);
[[nodiscard]] double lineChartHeight(const ChartStyle &style);
// Nothing when there are fewer than two points.
void paintLineChart(QPainter &painter, const QRectF &place, const LineData &data, const ChartStyle &style);

} // namespace ourtable
