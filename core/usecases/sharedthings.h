// Sharing as people see it: notes, promises and other things, never changes.
#pragma once

#include <set>

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct Things {
    std::int64_t notes = 0;
    std::int64_t promises = 0;
    std::int64_t others = 0;

    [[nodiscard]] std::int64_t total() const { return notes + promises + others; }
    bool operator==(const Things &) const = default;
};

// What kinds these records are, as far as whoever is signed in can tell; without anybody, all are others.
[[nodiscard]] Result<Things> thingsAmong(Workspace *workspace, std::span<const RecordId> records);
// What lacks the hub's receipt in some part. By the outbox alone: no request that came back is trusted.
[[nodiscard]] Result<Things> waitingThings(Profile &profile, Workspace *workspace);
// All that this person finds on this device, and what was written here into circles that they cannot read.
[[nodiscard]] Result<Things> allThings(Workspace &workspace);

// One sharing: what the hub gave its receipt for meanwhile.
struct SharingRound {
    Result<sync::ShareReport> report = ErrorCode::Cancelled;
    std::vector<RecordId> sent;
};
[[nodiscard]] SharingRound shareOnce(Profile &profile, const sync::ShareProgress &progress = {});
// Of the records touched by what arrived: those that somebody else wrote to last.
[[nodiscard]] Result<std::vector<RecordId>> cameFromOthers(Workspace &workspace, const std::vector<Touched> &touched);

} // namespace ourtable::usecases
