// Letters and colours of every chart. They are handed in: the theme has them, and paper has others.
#pragma once

#include <QColor>
#include <QFont>
#include <QList>

namespace ourtable {

struct ChartStyle {
    QFont label;
    QFont strong;
    QColor ink;
    QColor muted;
    QColor line;         // of the grid, which says nothing
    QColor track;        // where a bar or a path could still go
    QColor surface;      // what the chart lies on, and words on a series' colour
    QColor bar;          // the one colour of lines and ranked bars
    QColor soft;         // behind words about a state
    QList<QColor> series; // of parts, which have to be told apart: more than kMostHues cannot be
    bool rightToLeft = false;
};

inline constexpr int kMostHues = 4;

} // namespace ourtable
