// The identifiers of the formats (sync.md 3; design README 3 and 8). All are opaque octets.
#pragma once

#include "core/support/bytes.h"

namespace ourtable {

struct ProgrammeTag; struct CircleTag; struct DeviceTag; struct EndpointTag; struct PersonTag; struct ReplicaTag;
struct RecordTag; struct ValueTag; struct HashTag; struct HeadTag; struct HubEpochTag; struct HubTag; struct SessionTag;
struct InviteTag; struct RequestTag;

using ProgrammeId = FixedBytes<ProgrammeTag, 16>; // one co-production programme; leads every key of the hub
using CircleId = FixedBytes<CircleTag, 16>;       // a group of readers with keys of its own
using DeviceId = FixedBytes<DeviceTag, 16>;       // BLAKE2b-128 of the device's Ed25519 key
using EndpointId = FixedBytes<EndpointTag, 16>;   // one person on one device: BLAKE2b-128 of the endpoint's Ed25519 key
using PersonId = FixedBytes<PersonTag, 16>;       // a person in the directory; also the record id of their Person record
using ReplicaId = FixedBytes<ReplicaTag, 16>;     // one writer's chain; derived from endpoint and salt (sync/replica.h)
using RecordId = FixedBytes<RecordTag, 16>;       // random, made on the device
using ValueId = FixedBytes<ValueTag, 8>;          // first 8 octets of BLAKE2b(change hash, index of the write)
using Hash = FixedBytes<HashTag, 32>;             // BLAKE2b-256
using MembershipHead = FixedBytes<HeadTag, 16>;   // first 16 octets of the hash of a directory entry
using HubEpoch = FixedBytes<HubEpochTag, 16>;     // made anew with every hub database, and by every restore
using HubId = FixedBytes<HubTag, 16>;             // first 16 octets of the BLAKE2b hash of the hub's CA public key
using SessionId = FixedBytes<SessionTag, 16>;
using InviteId = FixedBytes<InviteTag, 16>;
using RequestId = FixedBytes<RequestTag, 16>;     // an answer repeats it (sync.md 2, Evolu)

} // namespace ourtable
