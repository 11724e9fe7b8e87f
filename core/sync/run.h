// Changes of one chain as they travel: what they have in common is said once (PROTOCOL.md 8).
#pragma once

#include <optional>
#include <vector>

#include "core/sync/envelope.h"

namespace ourtable::sync {

// Changes of one chain, one after the other, under one epoch and membership head. The hash of each is recomputed.
struct Run {
    struct Item {
        ChangeKind kind = ChangeKind::Data;
        Suite suite = Suite::EpochKey;
        RecordId record;
        crypto::Nonce nonce;
        Bytes sealedKey;
        std::optional<Bytes> ciphertext; // nothing when erased; then its hash is sent
        Hash ciphertextHash;
    };
    CircleId circle;
    ReplicaId replica;
    std::uint64_t firstSeq = 0;
    Hash previous;
    std::uint32_t epoch = 0;
    MembershipHead membershipHead;
    std::vector<Item> items;

    // The envelopes of the run, in order.
    [[nodiscard]] std::vector<Envelope> envelopes() const;
    // Appends when the envelope continues this run; false (and nothing changed) when it needs a run of its own.
    [[nodiscard]] bool add(const Envelope &envelope, const Hash &previousHash);
    [[nodiscard]] static Run startingWith(const Envelope &envelope);

    void encode(cbor::Writer &out) const;
    [[nodiscard]] static Run decode(cbor::Reader &in);
};

// Packs envelopes, in the order given, into as few runs as their chains allow.
class RunBuilder {
public:
    void add(const Envelope &envelope);
    [[nodiscard]] std::vector<Run> take();
    [[nodiscard]] std::size_t changes() const { return m_changes; }
    [[nodiscard]] std::size_t octets() const { return m_octets; } // an upper estimate of the encoding

private:
    std::vector<Run> m_runs;
    Hash m_lastHash;
    std::size_t m_changes = 0;
    std::size_t m_octets = 0;
};

} // namespace ourtable::sync
