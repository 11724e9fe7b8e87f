// What waits for a coordinator, and the three numbers below it (ux.md 7.3).
#pragma once

#include "app/bridge/todayreading.h"
#include "core/usecases/today.h"

namespace ourtable {

// Each leads to where it is done; what there is none of is left out.
[[nodiscard]] QList<RowsModel::Row> waitingRows(const usecases::Today &now, const QString &today);
// On the storage thread.
[[nodiscard]] Result<std::vector<TodayFigure>> todayFigures(usecases::Workspace &workspace, const usecases::Today &now);

} // namespace ourtable
