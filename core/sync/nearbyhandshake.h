// Two devices of one programme meet without a hub (PROTOCOL.md 10). Each sends a key made for this meeting, and the caller is
// bound to its own before it sees the other's; then, sealed, each proves its device by a signature over all that was said.
// Pure: the line, the time and the random octets come from outside. Whatever is not as it has to be is an error, after which
// the meeting is over and nothing happened.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>

#include "core/crypto/box.h"
#include "core/crypto/signing.h"
#include "core/sync/directory.h"

namespace ourtable::sync {

inline constexpr std::uint8_t kNearbyVersion = 1;
inline constexpr std::size_t kHandshakeOctets = 128; // no message of the handshake is longer

// Whether somebody belongs to the programme at this moment (milliseconds since 1970): has not left, and their time is not over.
[[nodiscard]] bool belongs(const EndpointState &endpoint, std::int64_t now);
// Whether this device may be met: known to the directory, not switched off, and used by somebody who belongs.
[[nodiscard]] bool mayBeMet(const Directory &directory, const DeviceId &device, std::int64_t now);

// What a device needs to meet others, as the directory had it at one moment.
struct NearbyPapers {
    crypto::VerifyKey root;
    crypto::SigningKeyPair device;                // this one
    std::map<DeviceId, crypto::VerifyKey> others; // who may be met

    [[nodiscard]] static NearbyPapers of(const Directory &directory, const crypto::SigningKeyPair &device, std::int64_t now);
};

// Sealed messages both ways over a line that keeps their order: one that is lost, repeated, moved or changed does not open.
class NearbyChannel {
public:
    NearbyChannel(crypto::SecretKey mine, crypto::SecretKey theirs) : m_mine(std::move(mine)), m_theirs(std::move(theirs)) {}
    [[nodiscard]] Bytes seal(ByteView plain);
    [[nodiscard]] Result<Bytes> open(ByteView sealed); // SealBroken

private:
    crypto::SecretKey m_mine;
    crypto::SecretKey m_theirs;
    std::uint64_t m_sealed = 0;
    std::uint64_t m_opened = 0;
};

class NearbyHandshake {
public:
    enum class Role : std::uint8_t { Caller = 1, Called = 2 };

    // The papers outlive it.
    NearbyHandshake(Role role, const NearbyPapers &papers, Random &random);

    // The caller's first message; the called one has none.
    [[nodiscard]] Bytes begin();
    // Takes the other's next message and gives the answer; empty when there is none. Malformed, Unsupported (another version),
    // SealBroken (another programme, or somebody in between), NotMember (not in this device's directory, or switched off).
    [[nodiscard]] Result<Bytes> take(ByteView message);
    [[nodiscard]] bool done() const { return m_step == Step::Done; }

    // Once it is done:
    [[nodiscard]] Role role() const { return m_role; }
    [[nodiscard]] const DeviceId &other() const { return m_other; }
    [[nodiscard]] std::string words() const;
    [[nodiscard]] NearbyChannel takeChannel();

private:
    enum class Step : std::uint8_t { Commitment, Key, Opening, Proof, Done, Over };

    [[nodiscard]] Result<Bytes> takeNext(ByteView message);
    [[nodiscard]] Result<Bytes> takeCommitment(ByteView message);
    [[nodiscard]] Result<Bytes> takeKey(ByteView message);
    [[nodiscard]] Result<Bytes> takeOpening(ByteView message);
    [[nodiscard]] Result<void> takeProof(ByteView message);
    [[nodiscard]] Result<void> agree(const crypto::BoxPublicKey &theirs);
    [[nodiscard]] Bytes proof();
    [[nodiscard]] Hash proofTranscript(Role role, const DeviceId &device) const;

    Role m_role;
    const NearbyPapers &m_papers;
    crypto::BoxKeyPair m_key;
    Step m_step;
    Bytes m_commitment; // these two as they were sent
    Bytes m_answer;
    Hash m_transcript;
    std::optional<NearbyChannel> m_channel;
    DeviceId m_other;
};

} // namespace ourtable::sync
