// Steps on a way, and how far one has got: across where there is room, down where there is not.
#pragma once

#include <QString>

#include "chartbox.h"

namespace ourtable {

struct Stop {
    enum class Reach { Done, Now, Later };

    QString text;
    QString detail; // what is happening there
    QString state;  // "Under way", in words
    Reach reach = Reach::Later;
};

[[nodiscard]] double timelinePathHeight(const QList<Stop> &stops, const ChartStyle &style, double width);
void paintTimelinePath(QPainter &painter, const QRectF &place, const QList<Stop> &stops, const ChartStyle &style);

} // namespace ourtable
