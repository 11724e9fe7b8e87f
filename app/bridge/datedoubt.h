// Whether the device's clock stands before something that was saved on it: then its date is wrong, or was. Changes are put in
// their order all the same. For the storage thread.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::datedoubt {

// When the newest was saved, in milliseconds, when that is on a later day than today's and nobody has read it yet; otherwise 0.
[[nodiscard]] Result<std::int64_t> savedLater(usecases::Workspace &workspace);
// Whoever is signed in has read it: it is not said again of the same day.
[[nodiscard]] Result<void> markRead(usecases::Workspace &workspace, std::int64_t saved);

} // namespace ourtable::datedoubt
