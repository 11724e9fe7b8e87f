// What the sync engine asks of the device's log. core/store's LogStore is the only real one; every call that writes is one
// transaction: it happened whole or not at all.
#pragma once

#include <span>

#include "core/sync/directory.h"
#include "core/sync/hybridclock.h"
#include "core/sync/wireadmin.h"

namespace ourtable::sync {

struct HubMemory {
    HubEpoch epoch;            // zero before the first contact
    StateTag tag;              // of the last complete sharing; zero = ask for everything
};

// A push in the making: rows[i][k] is the log row of runs[i].items[k].
struct Outgoing {
    std::vector<ReplicaCertificate> certificates;
    std::vector<Run> runs;
    std::vector<Seal> seals;
    std::vector<std::vector<std::int64_t>> rows;
};

struct Settled {
    std::size_t acknowledged = 0; // now with the hub's receipt
    std::size_t erased = 0;       // of records that were taken back meanwhile
    std::size_t bad = 0;          // set aside with a reason
    std::size_t refused = 0;      // kept here; the hub will not have them
    bool gap = false;             // the hub lacks a predecessor: compare heads
    bool forked = false;          // another device writes under our replica's id
};

class SyncStore {
public:
    virtual ~SyncStore() = default;

    [[nodiscard]] virtual const Directory &directory() const = 0;
    // Verified entry by entry; the good ones are kept even when a later one is not. What waited for them is judged again.
    [[nodiscard]] virtual Result<void> appendDirectory(std::span<const Bytes> entries) = 0;
    [[nodiscard]] virtual Result<std::vector<Bytes>> directoryEntries(std::uint64_t after) = 0;

    [[nodiscard]] virtual Result<HubMemory> hubMemory() = 0;
    [[nodiscard]] virtual Result<void> rememberHub(const HubMemory &memory) = 0;
    [[nodiscard]] virtual Result<void> rememberOffset(const HubOffset &offset) = 0;

    // Circles of which this device lacks a package for one of its readers, or the bag of the newest epoch.
    [[nodiscard]] virtual Result<bool> lacksKeys() = 0;
    [[nodiscard]] virtual Result<void> storeKeys(const KeysAnswer &keys) = 0;

    // Circles that somebody on this device reads.
    [[nodiscard]] virtual std::vector<CircleId> readableCircles() const = 0;
    [[nodiscard]] virtual Result<std::uint64_t> cursor(const CircleId &circle) = 0;
    // Takes what the hub sent and moves the cursor, in one transaction. Gives the number of changes that were new.
    [[nodiscard]] virtual Result<std::size_t> ingest(const PullAnswer &answer) = 0;
    [[nodiscard]] virtual Result<void> resetCursors() = 0;
    // Whether a seal covers changes that are not here, so that its chain is held up: they were lost or altered on the way.
    // True once for the same seals, or whoever makes up a seal would have everything fetched for ever.
    [[nodiscard]] virtual Result<bool> noticeHoles(const CircleId &circle) = 0;

    // The next changes without receipt that are not under way, most urgent circles first, within the limits of a push. Empty
    // when there are none.
    [[nodiscard]] virtual Result<Outgoing> outgoing(const Outgoing &underWay) = 0;
    [[nodiscard]] virtual Result<Settled> settle(const Outgoing &sent, const PushAnswer &answer) = 0;

    // Every branch's head of the circle, as far as this device holds it.
    [[nodiscard]] virtual Result<std::vector<ReplicaHead>> heads(const CircleId &circle) = 0;
    // Queues what the hub lacks according to its heads, whoever wrote it. Circles: all with changes here.
    [[nodiscard]] virtual Result<std::vector<CircleId>> circlesWithChanges() = 0;
    [[nodiscard]] virtual Result<std::size_t> offerMissing(const CircleId &circle, const std::vector<ReplicaHead> &hubHeads) = 0;

    // Compares what the hub holds of this device's own replicas: a head past ours or unknown here means that the store was
    // restored or copied. Marks those replicas as spent: a new one is made at the next save. True when there was one.
    [[nodiscard]] virtual Result<bool> noticeOwnHeads(const std::vector<ReplicaHead> &hubHeads) = 0;
    // Own replicas' last numbers, kept outside the database before they leave the device.
    [[nodiscard]] virtual Result<void> anchorOwnHeads() = 0;
};

} // namespace ourtable::sync
