// Whoever holds a circle's key hands it to readers that the directory names: a coordinator signs people into circles whose
// keys a coordinator does not hold.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

// Posts packages for readers who joined since this device last looked. Gives how many. Part of every sharing. While it
// waits for the hub the person may sign out: afterwards only the profile is touched.
[[nodiscard]] Result<std::size_t> handOverKeys(Workspace &workspace);

} // namespace ourtable::usecases
