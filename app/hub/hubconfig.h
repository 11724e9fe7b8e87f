// hub.json, what `ourtable-hub init` decides and an operator may edit:
//   {"version": 1, "names": ["hub.example.org"], "port": 8443,
//    "limits": {"connections": 2000, "per_address": 20, "per_loopback": 200, "changes_a_day": 10000}}
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/hub/serverlimits.h"
#include "core/hub/hubsettings.h"
#include "core/support/result.h"

namespace ourtable::hub {

inline constexpr std::uint16_t kDefaultPort = 8443;

struct HubConfig {
    std::vector<std::string> names; // canonical (certificates.h); the first is the one that invitations carry
    std::uint16_t port = kDefaultPort; // 0: the system chooses at every start
    ServerLimits limits;               // only the numbers of connections are in the file
    std::uint64_t changesPerDay = HubLimits{}.changesPerDay; // of one device; more for the day of a large import
};

// NotFound when the folder has none; NewerVersion; Malformed with the field as detail for everything else that is not as
// above. "limits" and each limit may be left out.
[[nodiscard]] Result<HubConfig> readConfig(const std::string &folder);

// Replaces the file as a whole.
[[nodiscard]] Result<void> writeConfig(const std::string &folder, const HubConfig &config);

// "host:port" as clients write it, the first name in brackets when it is an IPv6 address.
[[nodiscard]] std::string addressOf(const HubConfig &config, std::uint16_t port);

} // namespace ourtable::hub
