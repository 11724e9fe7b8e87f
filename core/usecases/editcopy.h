// The copy of a sealed record that its writer may still correct: kind, and each value with the id that a correction has
// to name. Kept sealed under the writer's draft key, never readable at rest.
#pragma once

#include "core/sync/merge.h"

namespace ourtable::usecases {

inline constexpr std::int64_t kEditWindow = 10 * 60 * 1000; // milliseconds (design README 4)

// What one sealed change adds to the copy that was kept before (null for the first).
[[nodiscard]] Value copyWith(const Value &before, const sync::Body &body, const Hash &change);
// The copy as a record state, so that a correction is prepared like any other change. Corrupt when it is no copy.
[[nodiscard]] Result<sync::RecordState> stateFromCopy(const Value &copy, const EndpointId &author);

} // namespace ourtable::usecases
