// The clear part of a change, and the hash chain over it (PROTOCOL.md 2; sync.md 3 with design README 4).
// Pure values and functions.
#pragma once

#include "core/crypto/aead.h"
#include "core/support/cbor.h"
#include "core/support/ids.h"

namespace ourtable::sync {

inline constexpr std::int64_t kEnvelopeVersion = 1;
inline constexpr std::size_t kChangeOctets = 64 * 1024;      // a whole change at most
inline constexpr std::size_t kSealedKeyOctets = 80;          // a 32-octet key in a sealed box

enum class Suite : std::uint8_t {
    EpochKey = 1,  // body under a subkey of the circle's epoch key
    CircleBox = 2, // body under a fresh key, which is boxed to the circle's public key: for writers who cannot read
};

enum class ChangeKind : std::uint8_t { Data = 1, Erase = 3 };

struct Envelope {
    Suite suite = Suite::EpochKey;
    CircleId circle;
    ReplicaId replica;
    std::uint64_t seq = 0;      // 1, 2, 3 ... per circle and replica
    Hash previous;              // hash of the change before it in this chain; zero for the first
    ChangeKind kind = ChangeKind::Data;
    RecordId record;
    std::uint32_t epoch = 0;
    MembershipHead membershipHead;
    crypto::Nonce nonce;
    Bytes sealedKey;            // suite 2: kSealedKeyOctets; suite 1: empty
    std::optional<Bytes> ciphertext; // nothing after the record was erased
    Hash ciphertextHash;        // of the ciphertext, kept when that is gone

    // The AEAD's associated data: everything but the ciphertext, as one CBOR array.
    [[nodiscard]] Bytes associatedData() const;
    // The change's hash: over the associated data and the ciphertext's hash, so that the chain survives erasure.
    [[nodiscard]] Hash hash() const;
    // Whether the parts have the sizes that the suite asks for, and the ciphertext (if here) its hash.
    [[nodiscard]] bool wellFormed() const;
    [[nodiscard]] std::size_t octets() const;
};

// The id of the write at this index of the change (design README 8, Value ids).
[[nodiscard]] ValueId valueIdOf(const Hash &change, std::size_t writeIndex);

} // namespace ourtable::sync
