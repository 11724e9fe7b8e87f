// What QML hands to a chart, as the painters take it.
#pragma once

#include <QVariant>

#include "barlist.h"
#include "linechart.h"
#include "stackbar.h"
#include "timelinepath.h"

namespace ourtable {

[[nodiscard]] ChartStyle styleFrom(const QVariantMap &look);
[[nodiscard]] LineData lineFrom(const QVariantList &values, const QVariantList &events);
[[nodiscard]] BarData barsFrom(const QVariantList &values, const QString &markWords);
[[nodiscard]] QList<Part> partsFrom(const QVariantList &values, const QString &otherWords);
[[nodiscard]] QList<Stop> stopsFrom(const QVariantList &values);

} // namespace ourtable
