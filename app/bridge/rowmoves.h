// How a list gets from one order of records to another. Pure; any thread.
#pragma once

#include <vector>

#include "core/store/recordview.h"

namespace ourtable {

// For each row of before: whether it can stay where it is, as the places of those that stay only rise. What both have alike
// at their beginning and end costs nothing but a comparison.
[[nodiscard]] std::vector<bool> stayingRows(const std::vector<store::RecordKey> &before, const std::vector<store::RecordKey> &after);
// In how many runs rows leave or come in. stays as stayingRows() told.
[[nodiscard]] int movesBetween(const std::vector<store::RecordKey> &before, const std::vector<store::RecordKey> &after,
                               const std::vector<bool> &stays);

} // namespace ourtable
