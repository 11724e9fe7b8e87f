// Parts of a whole as one bar: a share in each part, words and numbers below in the same order.
#pragma once

#include <QString>

#include "chartbox.h"

namespace ourtable {

struct Part {
    QString text;
    double value = 0;
    QString words; // the number as it is shown
};

// As many as can be told apart: when there are more than kMostHues, the last of them is all others together, called `others`.
[[nodiscard]] QList<Part> atMostHues(QList<Part> parts, const QString &others);
// Whole numbers out of 100 that add up to 100; nothing where there is nothing.
[[nodiscard]] QList<int> shares(const QList<Part> &parts);
[[nodiscard]] double stackBarHeight(const QList<Part> &parts, const ChartStyle &style, double width);
void paintStackBar(QPainter &painter, const QRectF &place, const QList<Part> &parts, const ChartStyle &style);

} // namespace ourtable
