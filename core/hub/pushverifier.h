// The part of a push that needs no transaction: hashes, certificates and seals.
#pragma once

#include <map>

#include "core/hub/hubstore.h"
#include "core/sync/directory.h"

namespace ourtable::hub {

struct VerifiedChange {
    sync::Envelope envelope;
    Hash hash;
    bool good = false; // well-formed, and its run's certificate and seals hold
};

struct VerifiedRun {
    CircleId circle;
    ReplicaId replica;
    std::vector<VerifiedChange> changes;
    bool sealed = false; // all of it lies under a seal that came along and holds
};

struct VerifiedPush {
    RequestId request;
    DeviceId device;
    std::map<ReplicaId, sync::ReplicaCertificate> certificates; // valid, of the replicas of the runs
    std::vector<VerifiedRun> runs;
    std::vector<sync::Seal> seals;                              // valid ones only
    std::size_t changes = 0;
};

// Certificates count when their endpoint was in the directory at any time. The changes of a chain are not good when there
// is no valid certificate for it, here or in the store, or when a seal of it that came along does not hold.
[[nodiscard]] Result<VerifiedPush> verifyPush(const sync::PushRequest &push, const DeviceId &device,
                                              const sync::Directory &directory, ChangeStore &store);

} // namespace ourtable::hub
