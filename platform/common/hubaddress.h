// Which hub, and how it is recognised.
#pragma once

#include <string>

#include "core/support/ids.h"

namespace ourtable::platform {

// address is "host:port" as sync::isHubAddress takes it. caPin is BLAKE2b-256 of the SubjectPublicKeyInfo of the hub's
// certificate authority; the two come from the invitation, or from what was kept of it.
struct HubAddress {
    std::string address;
    Hash caPin;
};

} // namespace ourtable::platform
