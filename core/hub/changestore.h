// The part of the hub's store that keeps changes, chains and erasures. The rules of hubstore.h hold.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/support/result.h"
#include "core/sync/wire.h"

namespace ourtable::hub {

// One tip of a chain. A chain has one, labelled 0, until two changes with one number came (a cloned device).
struct Branch {
    std::uint32_t label = 0; // local to this hub
    std::uint64_t seq = 0;
    Hash head;
};

struct CircleTotals {
    std::uint64_t headSeq = 0; // gap-free: the number of its changes
    std::uint64_t octets = 0;
};

struct KnownChange {
    Hash hash;
    bool hasWords = false; // its ciphertext is here
};

struct Erasure {
    CircleId circle;
    RecordId record;
    Hash change;          // the erase that says so
    EndpointId author;
    DeviceId device;      // that brought it
    bool offered = false; // that is not the author's own device
    std::int64_t at = 0;
};

class ChangeStore {
public:
    virtual ~ChangeStore() = default;

    // Zeros when nothing was stored yet. In a transaction nobody else can number changes of this circle until its end.
    [[nodiscard]] virtual Result<CircleTotals> circleTotals(const CircleId &circle) = 0;
    [[nodiscard]] virtual Result<void> setCircleTotals(const CircleId &circle, const CircleTotals &totals) = 0;

    [[nodiscard]] virtual Result<std::vector<Branch>> branches(const CircleId &circle, const ReplicaId &replica) = 0;
    [[nodiscard]] virtual Result<void> setBranch(const CircleId &circle, const ReplicaId &replica, const Branch &branch) = 0;
    // Every tip of a circle; of the replicas of one endpoint, in all circles.
    [[nodiscard]] virtual Result<std::vector<sync::ReplicaHead>> headsOf(const CircleId &circle) = 0;
    [[nodiscard]] virtual Result<std::vector<sync::ReplicaHead>> headsOf(const EndpointId &endpoint) = 0;

    // The changes with this number: none, one, or as many as there are branches.
    [[nodiscard]] virtual Result<std::vector<KnownChange>> changesAt(const CircleId &circle, const ReplicaId &replica,
                                                                     std::uint64_t seq) = 0;
    [[nodiscard]] virtual Result<void> addChange(std::uint64_t hubSeq, const sync::Envelope &change, const Hash &hash,
                                                 std::int64_t at) = 0;
    // Gives a change that came without its words its ciphertext.
    [[nodiscard]] virtual Result<void> fillWords(const sync::Envelope &change, const Hash &hash) = 0;
    // Changes after a number, in hub order, until visit returns false.
    using VisitChange = std::function<bool(std::uint64_t hubSeq, sync::Envelope change)>;
    [[nodiscard]] virtual Result<void> changesAfter(const CircleId &circle, std::uint64_t after, const VisitChange &visit) = 0;

    [[nodiscard]] virtual Result<std::optional<sync::ReplicaCertificate>> certificate(const ReplicaId &replica) = 0;
    [[nodiscard]] virtual Result<void> addCertificate(const sync::ReplicaCertificate &certificate) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> replicasOf(const EndpointId &endpoint) = 0;

    // The newest seal of each branch of a chain, with the branch's label.
    using LabelledSeal = std::pair<std::uint32_t, sync::Seal>;
    [[nodiscard]] virtual Result<std::vector<LabelledSeal>> seals(const CircleId &circle, const ReplicaId &replica) = 0;
    [[nodiscard]] virtual Result<void> setSeal(std::uint32_t label, const sync::Seal &seal) = 0;

    [[nodiscard]] virtual Result<bool> isErased(const CircleId &circle, const RecordId &record) = 0;
    // Blanks every data change of the record, and remembers it in the ledger.
    [[nodiscard]] virtual Result<void> erase(const Erasure &erasure) = 0;
    // Ledger rows since a time: brought by the author's own device; of others, brought by this device.
    [[nodiscard]] virtual Result<std::uint64_t> erasuresBy(const EndpointId &author, std::int64_t since) = 0;
    [[nodiscard]] virtual Result<std::uint64_t> erasuresFrom(const DeviceId &device, std::int64_t since) = 0;
    // Who wrote changes of this record.
    [[nodiscard]] virtual Result<std::vector<EndpointId>> authorsOf(const CircleId &circle, const RecordId &record) = 0;
};

} // namespace ourtable::hub
