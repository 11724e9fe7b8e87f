#include "core/sync/replica.h"

#include "core/crypto/hashing.h"

namespace ourtable::sync {

ReplicaId ReplicaCertificate::replica() const
{
    return crypto::shortened<ReplicaId>(crypto::hashOf("ourtable.replica.v1", {endpoint.view(), salt.view()}));
}

Hash ReplicaCertificate::transcript() const
{
    const auto why = static_cast<std::uint8_t>(reason);
    return crypto::hashOf("ourtable.replica.certificate.v1",
                          {endpoint.view(), salt.view(), previous.view(), ByteView(&why, 1)});
}

ReplicaCertificate ReplicaCertificate::make(const EndpointId &endpoint, const crypto::SigningKeyPair &keys,
                                            const ReplicaId &previous, ReplicaReason reason, Random &random)
{
    ReplicaCertificate made;
    made.endpoint = endpoint;
    random.fill(made.salt.octets);
    made.previous = previous;
    made.reason = reason;
    made.signature = crypto::sign(keys, made.transcript());
    return made;
}

bool ReplicaCertificate::verify(const crypto::VerifyKey &endpointKey) const
{
    return endpointIdOf(endpointKey) == endpoint && crypto::verify(endpointKey, transcript(), signature);
}

void ReplicaCertificate::encode(cbor::Writer &out) const
{
    out.array(5);
    out.octets(endpoint.view());
    out.octets(salt.view());
    out.octets(previous.view());
    out.integer(static_cast<std::int64_t>(reason));
    out.octets(signature.view());
}

ReplicaCertificate ReplicaCertificate::decode(cbor::Reader &in)
{
    ReplicaCertificate read;
    if (in.array() != 5)
        in.fail();
    read.endpoint = in.id<EndpointId>();
    read.salt = in.id<decltype(read.salt)>();
    read.previous = in.id<ReplicaId>();
    const std::int64_t reason = in.integer();
    if (reason < 1 || reason > 3)
        in.fail();
    read.reason = static_cast<ReplicaReason>(reason);
    read.signature = in.id<crypto::Signature>();
    return read;
}

Hash Seal::transcript() const
{
    return crypto::hashOf("ourtable.seal.v1",
                          {circle.view(), replica.view(), crypto::le64(seq), head.view(), membershipHead.view()});
}

Seal Seal::make(const CircleId &circle, const ReplicaId &replica, std::uint64_t seq, const Hash &head,
                const MembershipHead &membershipHead, const crypto::SigningKeyPair &endpointKeys)
{
    Seal made{circle, replica, seq, head, membershipHead, {}};
    made.signature = crypto::sign(endpointKeys, made.transcript());
    return made;
}

bool Seal::verify(const crypto::VerifyKey &endpointKey) const
{
    return crypto::verify(endpointKey, transcript(), signature);
}

void Seal::encode(cbor::Writer &out) const
{
    out.array(6);
    out.octets(circle.view());
    out.octets(replica.view());
    out.integer(static_cast<std::int64_t>(seq));
    out.octets(head.view());
    out.octets(membershipHead.view());
    out.octets(signature.view());
}

Seal Seal::decode(cbor::Reader &in)
{
    Seal read;
    if (in.array() != 6)
        in.fail();
    read.circle = in.id<CircleId>();
    read.replica = in.id<ReplicaId>();
    const std::int64_t seq = in.integer();
    if (seq < 1)
        in.fail();
    read.seq = static_cast<std::uint64_t>(seq);
    read.head = in.id<Hash>();
    read.membershipHead = in.id<MembershipHead>();
    read.signature = in.id<crypto::Signature>();
    return read;
}

DeviceId deviceIdOf(const crypto::VerifyKey &key)
{
    return crypto::shortened<DeviceId>(crypto::hashOf("ourtable.device.v1", {key.view()}));
}

EndpointId endpointIdOf(const crypto::VerifyKey &key)
{
    return crypto::shortened<EndpointId>(crypto::hashOf("ourtable.endpoint.v1", {key.view()}));
}

} // namespace ourtable::sync
