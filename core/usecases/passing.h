// Passing changes to a device nearby, and taking in what it passes (PROTOCOL.md 10). Nothing of it is the hub's receipt: here
// and there it waits for the hub as before.
#pragma once

#include "core/sync/nearbyhandshake.h"
#include "core/sync/nearbymessage.h"
#include "core/usecases/sharedthings.h"

namespace ourtable::usecases {

// What this device needs to meet others.
[[nodiscard]] Result<sync::NearbyPapers> nearbyPapers(Workspace &workspace);

// The rest is for a device that was met. NotMember when it may not be met any more. Only circles that the other device reads
// leave this one, and only circles that both read are told of.
[[nodiscard]] Result<sync::NearbyHeads> headsFor(Workspace &workspace, const DeviceId &other);
// What it lacks, without writers that its directory does not have yet; in pages, one circle after the other.
[[nodiscard]] Result<std::vector<sync::PullAnswer>> pagesFor(Workspace &workspace, const DeviceId &other, const sync::NearbyHeads &theirs);

struct CameNearby {
    Things things;                // new to whoever is signed in; when none of it shows yet, the number of changes
    std::vector<Touched> touched;
};
// All that came of one circle, or nothing of it. NotPermitted for a circle that nobody on this device reads; otherwise as
// LogStore::takeCarried.
[[nodiscard]] Result<CameNearby> takeNearby(Workspace &workspace, const DeviceId &other, const sync::PullAnswer &set);

} // namespace ourtable::usecases
