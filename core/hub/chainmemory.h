// What a connection has read or written of chains, so that a push asks the file for nothing that the hub was told before.
#pragma once

#include <unordered_map>

#include "core/hub/hubstore.h"

namespace ourtable::hub {

// True of the present transaction; a new one takes its place when that is rolled back. Bounded: past kChains it starts again.
// Not thread-safe. Pointers hold until the next call that is not const.
class ChainMemory {
public:
    static constexpr std::size_t kChains = 20'000;
    enum class Of { Everything, WhatNeverChanges }; // Everything: for the one connection that writes chains
    explicit ChainMemory(Of kept) : m_kept(kept) {}

    struct Circle {
        std::int64_t number = 0; // of this database
        CircleTotals totals;
    };
    struct Replica {
        std::int64_t number = 0; // of this database
        sync::ReplicaCertificate certificate;
    };

    [[nodiscard]] Of kept() const { return m_kept; }
    // nullptr: nothing is known.
    [[nodiscard]] const Circle *circle(const CircleId &circle) const;
    [[nodiscard]] const Replica *replica(const ReplicaId &replica) const;
    [[nodiscard]] const std::vector<Branch> *branches(const CircleId &circle, const ReplicaId &replica) const;
    [[nodiscard]] const std::vector<ChangeStore::LabelledSeal> *seals(const CircleId &circle, const ReplicaId &replica) const;
    [[nodiscard]] const std::vector<sync::ReplicaHead> *headsOf(const EndpointId &endpoint) const;

    void remember(const CircleId &circle, const Circle &known);
    void remember(const ReplicaId &replica, const Replica &known);
    void remember(const CircleId &circle, const ReplicaId &replica, std::vector<Branch> all);
    void remember(const CircleId &circle, const ReplicaId &replica, std::vector<ChangeStore::LabelledSeal> all);
    void remember(const EndpointId &endpoint, std::vector<sync::ReplicaHead> all);

    // What was written: it changes what is known, and nothing else.
    void moved(const CircleId &circle, const ReplicaId &replica, const Branch &branch);
    void sealed(std::uint32_t label, const sync::Seal &seal);

private:
    struct Chain {
        std::optional<std::vector<Branch>> branches;
        std::optional<std::vector<ChangeStore::LabelledSeal>> seals;
    };
    using ChainName = std::pair<CircleId, ReplicaId>;
    struct ChainNameHash {
        std::size_t operator()(const ChainName &name) const { return FixedBytesHash()(name.first) ^ FixedBytesHash()(name.second); }
    };
    [[nodiscard]] const Chain *chain(const CircleId &circle, const ReplicaId &replica) const;
    [[nodiscard]] Chain &chainToFill(const CircleId &circle, const ReplicaId &replica);

    Of m_kept;
    std::unordered_map<CircleId, Circle, FixedBytesHash> m_circles;
    std::unordered_map<ReplicaId, Replica, FixedBytesHash> m_replicas;
    std::unordered_map<ChainName, Chain, ChainNameHash> m_chains;
    std::unordered_map<EndpointId, std::vector<sync::ReplicaHead>, FixedBytesHash> m_heads;
};

} // namespace ourtable::hub
