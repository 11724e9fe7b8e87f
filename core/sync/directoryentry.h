// One entry of the programme's directory: who is in, on which device, with which keys, in which circles (PROTOCOL.md 6).
// This file is the format; directory.h says which entries are valid.
#pragma once

#include <variant>

#include "core/crypto/box.h"
#include "core/crypto/signing.h"
#include "core/support/cbor.h"
#include "core/support/ids.h"

namespace ourtable::sync {

enum class CircleMode : std::uint8_t { Writer = 1, Reader = 2 }; // a reader may write too

struct Grant {
    CircleId circle;
    CircleMode mode = CircleMode::Writer;
    auto operator<=>(const Grant &) const = default;
};

// Where one of an endpoint's chains ended when it was switched off.
struct ChainEnd {
    CircleId circle;
    ReplicaId replica;
    std::uint64_t seq = 0;
    auto operator<=>(const ChainEnd &) const = default;
};

enum class LeaveReason : std::uint8_t { Left = 1, Lost = 2, Compromised = 3 }; // Left may still push what it wrote before

struct RootInit {
    ProgrammeId programme;
    crypto::VerifyKey rootKey;
    crypto::BoxPublicKey recoveryKey;
    Hash hubCaPin;
};
struct DeviceAdd {
    crypto::VerifyKey key;
};
struct EndpointAdd {
    crypto::VerifyKey key;
    crypto::BoxPublicKey box;
    DeviceId device;
    PersonId person;
    std::vector<std::uint8_t> roles;   // RoleNumbers, ascending
    std::vector<Grant> grants;         // ascending by circle
    std::int64_t until = 0;            // milliseconds since 1970; 0 = no end
};
struct EndpointChange {
    EndpointId endpoint;
    std::vector<std::uint8_t> roles;
    std::vector<Grant> grants;
    std::int64_t until = 0;
};
struct EndpointRevoke {
    EndpointId endpoint;
    LeaveReason reason = LeaveReason::Left;
    std::vector<ChainEnd> ends;        // changes past these go to quarantine
};
struct DeviceRevoke {
    DeviceId device;
    LeaveReason reason = LeaveReason::Lost;
    bool wipe = false;
    std::vector<ChainEnd> ends;
};
struct CircleCreate {
    CircleId circle;
    std::uint8_t kind = 0;             // CircleNumber of the catalogue
    bool history = true;
};
struct EpochStart {
    CircleId circle;
    std::uint32_t epoch = 0;
    Hash commitment;                   // EpochKey::commitment
    Hash members;                      // membersHash over the readers at this point
    crypto::BoxPublicKey circleBox;    // for writers who cannot read
    Hash bag;                          // plain hash of the key bag posted with it
};
struct HubPins {
    std::vector<Hash> caPins;          // accepted from now on
};

using DirectoryBody = std::variant<RootInit, DeviceAdd, EndpointAdd, EndpointChange, EndpointRevoke, DeviceRevoke,
                                   CircleCreate, EpochStart, HubPins>; // the index is the type number: append only

// Who signed: an endpoint, or the root (a zero id).
struct EntrySignature {
    EndpointId signer;
    crypto::Signature signature;
};

struct DirectoryEntry {
    std::uint64_t seq = 0;             // 0, 1, 2 ...
    Hash previous;                     // zero for entry 0
    std::int64_t time = 0;             // milliseconds since 1970 as the signer knew it
    DirectoryBody body;
    std::vector<EntrySignature> signatures;

    // What signers sign: everything but the signatures.
    [[nodiscard]] Hash transcript() const;
    [[nodiscard]] Bytes encoded() const;
    // Of the whole encoding, signatures too.
    [[nodiscard]] Hash hash() const;
    void signAs(const EndpointId &signer, const crypto::SigningKeyPair &keys);

    // Malformed; Unsupported for a type or version of a later program.
    [[nodiscard]] static Result<DirectoryEntry> decode(ByteView octets);

private:
    void encodeSigned(cbor::Writer &out) const;
};

[[nodiscard]] MembershipHead membershipHeadOf(const Hash &entryHash);

// Over the readers' ids and keys, in order of ids: differs when the hub or anybody slips in another reader (attack 28).
struct ReaderKeys {
    EndpointId endpoint;
    crypto::VerifyKey key;
    crypto::BoxPublicKey box;
};
[[nodiscard]] Hash membersHash(std::vector<ReaderKeys> readers);

// The recovery key as a pseudo-reader of every circle: packages to it carry this id.
[[nodiscard]] EndpointId recoveryEndpoint(const crypto::BoxPublicKey &recoveryKey);

} // namespace ourtable::sync
