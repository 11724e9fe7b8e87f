// Who a chain belongs to. A replica id is made of its endpoint and a salt, so nobody can write under somebody else's
// (PROTOCOL.md 4).
#pragma once

#include "core/crypto/signing.h"
#include "core/support/cbor.h"
#include "core/support/ids.h"

namespace ourtable::sync {

enum class ReplicaReason : std::uint8_t { Enrolled = 1, Restored = 2, Forked = 3 };

struct ReplicaCertificate {
    EndpointId endpoint;
    FixedBytes<struct ReplicaSaltTag, 16> salt;
    ReplicaId previous; // zero for the first
    ReplicaReason reason = ReplicaReason::Enrolled;
    crypto::Signature signature; // by the endpoint

    [[nodiscard]] ReplicaId replica() const;
    [[nodiscard]] static ReplicaCertificate make(const EndpointId &endpoint, const crypto::SigningKeyPair &keys,
                                                 const ReplicaId &previous, ReplicaReason reason, Random &random);
    [[nodiscard]] bool verify(const crypto::VerifyKey &endpointKey) const;

    void encode(cbor::Writer &out) const;
    [[nodiscard]] static ReplicaCertificate decode(cbor::Reader &in);

private:
    [[nodiscard]] Hash transcript() const;
};

// A signature over the newest head of one chain: it covers every change up to there. Only the newest is kept.
struct Seal {
    CircleId circle;
    ReplicaId replica;
    std::uint64_t seq = 0;
    Hash head;
    MembershipHead membershipHead;
    crypto::Signature signature; // by the replica's endpoint

    [[nodiscard]] static Seal make(const CircleId &circle, const ReplicaId &replica, std::uint64_t seq, const Hash &head,
                                   const MembershipHead &membershipHead, const crypto::SigningKeyPair &endpointKeys);
    [[nodiscard]] bool verify(const crypto::VerifyKey &endpointKey) const;

    void encode(cbor::Writer &out) const;
    [[nodiscard]] static Seal decode(cbor::Reader &in);

private:
    [[nodiscard]] Hash transcript() const;
};

// BLAKE2b-128 of an Ed25519 key: the id of a device or endpoint.
[[nodiscard]] DeviceId deviceIdOf(const crypto::VerifyKey &key);
[[nodiscard]] EndpointId endpointIdOf(const crypto::VerifyKey &key);

} // namespace ourtable::sync
