// What client and hub say to each other about changes (PROTOCOL.md 8; sync.md 7 with design README 8, Wire). Every
// message is one CBOR value in our strict profile; decoding gives Malformed for anything else.
#pragma once

#include <vector>

#include "core/sync/replica.h"
#include "core/sync/run.h"

namespace ourtable::sync {

inline constexpr std::int64_t kProtocolVersion = 1;
inline constexpr std::size_t kPushChanges = 500;
inline constexpr std::size_t kPushOctets = 1024 * 1024;
inline constexpr std::size_t kPullOctets = 1024 * 1024;
inline constexpr std::size_t kMessageOctets = 2 * 1024 * 1024; // no message is longer

// Sixteen octets over everything that a hello would tell this device; equal tags mean "nothing new".
using StateTag = FixedBytes<struct StateTagTag, 16>;

struct HelloRequest {
    std::int64_t protocol = kProtocolVersion;
    StateTag tag; // of the last answer; zero for "tell me all"

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<HelloRequest> decode(ByteView octets);
};

struct CirclePosition { // of a circle in which the device has a reader
    CircleId circle;
    std::uint64_t headSeq = 0; // hub_seq of its newest change
};

struct ReplicaHead {
    CircleId circle;
    ReplicaId replica;
    std::uint64_t seq = 0;
    Hash head;
};

struct HelloAnswer {
    bool unchanged = false;    // then only hubTime is told
    std::int64_t hubTime = 0;  // milliseconds since 1970
    HubEpoch hubEpoch;
    StateTag tag;
    std::uint64_t directorySize = 0;
    Hash directoryHead;
    std::vector<CirclePosition> circles;
    std::vector<ReplicaHead> heads; // of the replicas of the device's own endpoints; a forked one appears twice

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<HelloAnswer> decode(ByteView octets);
};

struct PushRequest {
    RequestId request;
    std::vector<ReplicaCertificate> certificates; // of replicas that the hub may not know
    std::vector<Run> runs;
    std::vector<Seal> seals;

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<PushRequest> decode(ByteView octets);
};

enum class PushCode : std::uint8_t {
    Ok = 0,     // stored
    Dup = 1,    // was here already, with the same hash
    Fork = 2,   // stored, but this replica and number also exist with another hash
    Gap = 3,    // its predecessor is not here: send from there
    Erased = 4, // its record was taken back: the envelope is kept, the words are not
    Bad = 5,    // cannot be decoded, too large, or its replica has no valid certificate
    Refused = 6, // this device or endpoint may not write to that circle, or was switched off before this change
};

struct PushAnswer {
    RequestId request;
    std::vector<std::vector<PushCode>> codes; // one list a run, one code a change
    std::vector<ReplicaHead> heads;           // of the replicas pushed
    StateTag tag;                             // what a hello would now say

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<PushAnswer> decode(ByteView octets);
};

// GET /v1/pull?c=<circle>&e=<hub epoch>&after=<hub seq>[&own=1]. Without own=1 the hub leaves out what the asking device's own
// endpoints wrote: they have it, unless their store was restored.
struct PullAnswer {
    CircleId circle;
    std::vector<Run> runs;                        // in hub order; erased changes without ciphertext
    std::vector<ReplicaCertificate> certificates; // of every replica in the runs
    std::vector<Seal> seals;                      // newest of every replica in the runs, each branch
    std::uint64_t next = 0;                       // ask after this
    bool more = false;

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<PullAnswer> decode(ByteView octets);
};

// POST /v1/vv: the heads of every chain of a circle, both ways. A writer is told of its own replicas only.
struct HeadsMessage {
    CircleId circle;
    std::vector<ReplicaHead> heads; // every branch; `circle` in them is the same

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<HeadsMessage> decode(ByteView octets);
};

// GET /v1/wait?t=<tag>: answered when the tag would differ, or after 25 s.
struct WaitAnswer {
    StateTag tag;
    bool changed = false;

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<WaitAnswer> decode(ByteView octets);
};

// The body of every answer that is not 200: a code of sync.md 7 ("hub_changed") and what goes with it.
struct Refusal {
    std::string code;
    std::int64_t number = 0; // a limit, a minimum version, seconds; 0 = none
    Bytes octets;            // the signed directory entry of a revocation, or the new hub epoch

    [[nodiscard]] Bytes encoded() const;
    [[nodiscard]] static Result<Refusal> decode(ByteView octets);
};

} // namespace ourtable::sync
