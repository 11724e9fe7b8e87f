#include "core/sync/nearbyhandshake.h"

#include <algorithm>

#include "core/crypto/aead.h"
#include "core/crypto/agreement.h"
#include "core/crypto/hashing.h"
#include "core/sync/replica.h"
#include "core/sync/twowords.h"

namespace ourtable::sync {
namespace {

constexpr std::size_t kKeyOctets = crypto::BoxPublicKey::size;
constexpr std::size_t kVersionedOctets = 1 + kKeyOctets;
constexpr std::size_t kProofOctets = DeviceId::size + crypto::Signature::size;
static_assert(kKeyOctets + kProofOctets + crypto::kTagSize <= kHandshakeOctets);

Hash commitmentTo(const crypto::BoxPublicKey &key) { return crypto::hashOf("ourtable.nearby.commitment.v1", {key.view()}); }

Bytes versioned(ByteView octets)
{
    Bytes message{kNearbyVersion};
    append(message, octets);
    return message;
}

Result<void> checkVersioned(ByteView message)
{
    if (message.size() != kVersionedOctets)
        return Error{ErrorCode::Malformed, "nearby"};
    if (message.front() != kNearbyVersion)
        return Error{ErrorCode::Unsupported, "nearby"};
    return {};
}

crypto::SecretKey directionKey(const crypto::SecretKey &agreed, std::string_view domain, const Hash &transcript)
{
    Hash key = crypto::keyedHashOf(agreed.view(), domain, {transcript.view()});
    crypto::SecretKey made(key.octets);
    crypto::wipe(key.octets);
    return made;
}

// Each key is for one direction of one meeting, so that a number is enough.
crypto::Nonce nonceOf(std::uint64_t number)
{
    crypto::Nonce nonce;
    std::ranges::copy(crypto::le64(number), nonce.octets.begin());
    return nonce;
}

} // namespace

bool belongs(const EndpointState &endpoint, std::int64_t now)
{
    const EndpointVersion &version = endpoint.now();
    return version.active && (version.until == 0 || now <= version.until);
}

bool mayBeMet(const Directory &directory, const DeviceId &device, std::int64_t now)
{
    const DeviceState *const known = directory.device(device);
    return known && !known->revoked && std::ranges::any_of(directory.endpoints(), [&](const auto &each) {
        return each.second.device == device && belongs(each.second, now);
    });
}

NearbyPapers NearbyPapers::of(const Directory &directory, const crypto::SigningKeyPair &device, std::int64_t now)
{
    NearbyPapers papers{directory.root().rootKey, {device.verifyKey, device.secret.copy()}, {}};
    const DeviceId self = deviceIdOf(device.verifyKey);
    for (const auto &[id, state] : directory.devices())
        if (id != self && mayBeMet(directory, id, now))
            papers.others.emplace(id, state.key);
    return papers;
}

Bytes NearbyChannel::seal(ByteView plain) { return crypto::seal(m_mine.view(), nonceOf(m_sealed++), plain, {}); }

Result<Bytes> NearbyChannel::open(ByteView sealed)
{
    OURTABLE_ASSIGN(Bytes plain, crypto::open(m_theirs.view(), nonceOf(m_opened), sealed, {}));
    ++m_opened;
    return plain;
}

NearbyHandshake::NearbyHandshake(Role role, const NearbyPapers &papers, Random &random)
    : m_role(role), m_papers(papers), m_key(crypto::BoxKeyPair::make(random)), m_step(role == Role::Caller ? Step::Key : Step::Commitment)
{
}

Bytes NearbyHandshake::begin()
{
    if (m_role != Role::Caller)
        return {};
    m_commitment = versioned(commitmentTo(m_key.publicKey).view());
    return m_commitment;
}

Result<Bytes> NearbyHandshake::take(ByteView message)
{
    Result<Bytes> answer = takeNext(message);
    if (!answer)
        m_step = Step::Over;
    return answer;
}

Result<Bytes> NearbyHandshake::takeNext(ByteView message)
{
    switch (m_step) {
    case Step::Commitment: return takeCommitment(message);
    case Step::Key: return takeKey(message);
    case Step::Opening: return takeOpening(message);
    case Step::Proof:
        OURTABLE_TRY(takeProof(message));
        return Bytes{};
    case Step::Done:
    case Step::Over: break;
    }
    return Error{ErrorCode::Malformed, "nearby"};
}

Result<Bytes> NearbyHandshake::takeCommitment(ByteView message)
{
    OURTABLE_TRY(checkVersioned(message));
    m_commitment = toBytes(message);
    m_answer = versioned(m_key.publicKey.view());
    m_step = Step::Opening;
    return m_answer;
}

Result<Bytes> NearbyHandshake::takeKey(ByteView message)
{
    OURTABLE_TRY(checkVersioned(message));
    m_answer = toBytes(message);
    OURTABLE_TRY(agree(*crypto::BoxPublicKey::from(message.subspan(1))));
    m_step = Step::Proof;
    Bytes opening = toBytes(m_key.publicKey.view());
    append(opening, proof());
    return opening;
}

// The caller proves itself first: whoever calls without belonging here learns nothing of who was called.
Result<Bytes> NearbyHandshake::takeOpening(ByteView message)
{
    if (message.size() <= kKeyOctets)
        return Error{ErrorCode::Malformed, "nearby"};
    const crypto::BoxPublicKey key = *crypto::BoxPublicKey::from(message.first(kKeyOctets));
    if (!equal(m_commitment, versioned(commitmentTo(key).view())))
        return Error{ErrorCode::SealBroken, "nearby"};
    OURTABLE_TRY(agree(key));
    OURTABLE_TRY(takeProof(message.subspan(kKeyOctets)));
    return proof();
}

Result<void> NearbyHandshake::agree(const crypto::BoxPublicKey &theirs)
{
    OURTABLE_ASSIGN(const crypto::SecretKey agreed, crypto::agreedSecret(m_key, theirs));
    // The caller's key stands in the transcript by what binds the caller to it. The root is never sent: who does not know the
    // programme comes to other keys.
    m_transcript = crypto::hashOf("ourtable.nearby.v1", {m_papers.root.view(), m_commitment, m_answer});
    crypto::SecretKey callers = directionKey(agreed, "ourtable.nearby.caller.v1", m_transcript);
    crypto::SecretKey calleds = directionKey(agreed, "ourtable.nearby.called.v1", m_transcript);
    if (m_role == Role::Caller)
        m_channel.emplace(std::move(callers), std::move(calleds));
    else
        m_channel.emplace(std::move(calleds), std::move(callers));
    return {};
}

Hash NearbyHandshake::proofTranscript(Role role, const DeviceId &device) const
{
    const std::array<std::uint8_t, 1> octet{static_cast<std::uint8_t>(role)};
    return crypto::hashOf("ourtable.nearby.proof.v1", {m_transcript.view(), octet, device.view()});
}

Bytes NearbyHandshake::proof()
{
    const DeviceId self = deviceIdOf(m_papers.device.verifyKey);
    Bytes plain = toBytes(self.view());
    append(plain, crypto::sign(m_papers.device, proofTranscript(m_role, self)).view());
    return m_channel->seal(plain);
}

Result<void> NearbyHandshake::takeProof(ByteView message)
{
    OURTABLE_ASSIGN(const Bytes plain, m_channel->open(message));
    if (plain.size() != kProofOctets)
        return Error{ErrorCode::Malformed, "nearby"};
    const ByteView octets(plain);
    m_other = *DeviceId::from(octets.first(DeviceId::size));
    const auto known = m_papers.others.find(m_other);
    if (known == m_papers.others.end())
        return Error{ErrorCode::NotMember, "nearby"};
    const Role role = m_role == Role::Caller ? Role::Called : Role::Caller;
    if (!crypto::verify(known->second, proofTranscript(role, m_other), *crypto::Signature::from(octets.subspan(DeviceId::size))))
        return Error{ErrorCode::SealBroken, "nearby"};
    m_step = Step::Done;
    return {};
}

std::string NearbyHandshake::words() const { return twoWordsOf(crypto::hashOf("ourtable.nearby.words.v1", {m_transcript.view()})); }

NearbyChannel NearbyHandshake::takeChannel() { return std::move(*m_channel); }

} // namespace ourtable::sync
