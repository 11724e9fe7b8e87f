// What a hello tells a device, and the tag that stands for it.
#pragma once

#include "core/hub/hubstore.h"
#include "core/sync/directory.h"

namespace ourtable::hub {

// now: milliseconds since 1970.
[[nodiscard]] Result<sync::HelloAnswer> helloFor(HubStore &store, const sync::Directory &directory, const DeviceId &device,
                                                 std::int64_t now);

} // namespace ourtable::hub
