// What a hub is told at its start, and its limits with their defaults (sync.md 7, Limits and answers; security.md 3.4).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "core/support/ids.h"

namespace ourtable::hub {

struct HubLimits {
    std::uint64_t changesPerDay = 10'000;       // newly stored for one device; then 429
    unsigned erasuresPerDay = 20;               // newly stored of one endpoint, pushed by its own device
    unsigned offeredErasuresPerDay = 200;       // of others, newly stored for one device: after a restore of the hub
    unsigned replicasPerEndpoint = 256;
    unsigned branchesPerChain = 16;
    unsigned sessionsPerDevice = 4;
    std::size_t sessionsInAll = 10'000;
    std::int64_t sessionSeconds = 600;
    unsigned sessionsPerMinute = 600;           // asked for from one address: a café is one address
    unsigned enrolmentsPerMinute = 6;           // tried from one address, founding included
    std::size_t waitingInAll = 4'000;
    unsigned waitingPerDevice = 4;
    std::int64_t waitSeconds = 25;
    std::size_t queueOctets = 64u << 20;        // bodies waiting for the writer, and as much for the worker; then 503
    std::size_t groupChanges = 2'000;           // changes in one transaction
    unsigned invites = 200;                     // open at one time
    std::int64_t databasePages = 0;             // quota of the database in pages of 4 KiB; 0 = the disk is the limit
};

struct HubSettings {
    std::string databasePath;
    std::string epochPath;   // the file that has to name the same hub epoch as the database
    HubId hubId;
    std::string address;     // "host:port", as invitations name it
    Hash caPin;
    Bytes caCertificateDer;
    HubLimits limits;
};

} // namespace ourtable::hub
