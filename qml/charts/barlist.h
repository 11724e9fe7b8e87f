// Ranked numbers as bars of one colour, each with its words and its figure; where there is a mark on a bar, what it is compared to.
#pragma once

#include <QString>

#include "chartbox.h"

namespace ourtable {

struct Bar {
    QString text;
    double value = 0;
    QString words;      // the figure as it is shown
    double mark = -1;   // what it is compared to; less than nothing: no mark
    bool tooFew = false; // shown as `words` without a length: nobody may be told apart
};

struct BarData {
    QList<Bar> bars;
    QString markWords; // what a mark means; empty when there are none
};

[[nodiscard]] double barListHeight(const BarData &data, const ChartStyle &style, double width);
void paintBarList(QPainter &painter, const QRectF &place, const BarData &data, const ChartStyle &style);

} // namespace ourtable
