// What sharing did and what is on the device, as JSON; used by several commands.
#pragma once

#include "core/store/logstore.h"
#include "core/support/json.h"
#include "core/sync/syncengine.h"
#include "core/usecases/workspace.h"

namespace ourtable::cli {

[[nodiscard]] Json jsonOf(const sync::ShareReport &report);
[[nodiscard]] Json jsonOf(const store::LogCounts &counts);
[[nodiscard]] Json jsonOf(const usecases::StatusReport &report);

} // namespace ourtable::cli
