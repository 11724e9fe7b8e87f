#include "core/sync/circlekeys.h"

#include "core/crypto/aead.h"
#include "core/crypto/hashing.h"
#include "core/support/cbor.h"

namespace ourtable::sync {
namespace {

Hash commitmentOf(crypto::KeyView key, const CircleId &circle, std::uint32_t epoch)
{
    return crypto::keyedHashOf(key, "ourtable.epoch.commitment.v1", {circle.view(), crypto::le64(epoch)});
}

Bytes bindingOf(const CircleId &circle, std::uint32_t epoch)
{
    Bytes bound = toBytes(circle.view());
    append(bound, crypto::le64(epoch));
    return bound;
}

} // namespace

EpochKey::EpochKey(CircleId circle, std::uint32_t epoch, crypto::SecretKey key)
    : m_circle(circle), m_epoch(epoch), m_key(std::move(key)),
      m_changeKey(crypto::subkeyOf(m_key.view(), crypto::EpochSubkey::Change)),
      m_circleBox(crypto::BoxKeyPair::fromSeed(crypto::subkeyOf(m_key.view(), crypto::EpochSubkey::CircleBoxSeed).view()))
{
}

EpochKey EpochKey::make(const CircleId &circle, std::uint32_t epoch, Random &random)
{
    crypto::SecretKey key;
    random.fill(key.writable());
    return {circle, epoch, std::move(key)};
}

Hash EpochKey::commitment() const { return commitmentOf(key(), m_circle, m_epoch); }

Result<Bytes> sealPackage(const EpochKey &key, const EndpointId &to, const crypto::BoxPublicKey &box)
{
    crypto::SecretBytes plain(toBytes(key.key()));
    append(plain.octets(), bindingOf(key.circle(), key.epoch()));
    append(plain.octets(), to.view());
    return crypto::boxSeal(box, plain.view());
}

Result<EpochKey> openPackage(ByteView package, const CircleId &circle, std::uint32_t epoch, const Hash &commitment,
                             const EndpointId &me, const crypto::BoxKeyPair &mine)
{
    OURTABLE_ASSIGN(Bytes octets, crypto::boxOpen(mine, package));
    const crypto::SecretBytes plain(std::move(octets));
    Bytes expected = bindingOf(circle, epoch);
    append(expected, me.view());
    if (plain.view().size() != crypto::kKeySize + expected.size() || !equal(plain.view().subspan(crypto::kKeySize), expected))
        return ErrorCode::SealBroken;
    EpochKey key(circle, epoch, crypto::SecretKey(plain.view().first<crypto::kKeySize>()));
    if (key.commitment() != commitment)
        return ErrorCode::SealBroken;
    return key;
}

void Keyring::add(EpochKey key)
{
    const std::pair at(key.circle(), key.epoch());
    m_keys.insert_or_assign(at, std::move(key));
}

const EpochKey *Keyring::find(const CircleId &circle, std::uint32_t epoch) const
{
    const auto at = m_keys.find({circle, epoch});
    return at == m_keys.end() ? nullptr : &at->second;
}

const EpochKey *Keyring::newest(const CircleId &circle) const
{
    auto at = m_keys.upper_bound({circle, UINT32_MAX});
    if (at == m_keys.begin())
        return nullptr;
    --at;
    return at->first.first == circle ? &at->second : nullptr;
}

Bytes Keyring::sealBag(const EpochKey &newest, std::uint32_t first, Random &random) const
{
    ValueArray keys;
    for (const auto &[at, key] : m_keys) {
        if (at.first == newest.circle() && at.second >= first && at.second < newest.epoch())
            keys.push_back(ValueArray{at.second, toBytes(key.key())});
    }
    const crypto::SecretBytes plain(cbor::encode(keys));
    return crypto::sealWithNonce(random, crypto::subkeyOf(newest.key(), crypto::EpochSubkey::KeyBag).view(), plain.view(),
                                 bindingOf(newest.circle(), newest.epoch()));
}

Result<std::size_t> Keyring::openBag(const EpochKey &newest, ByteView bag, const std::map<std::uint32_t, Hash> &commitments)
{
    OURTABLE_ASSIGN(Bytes octets, crypto::openWithNonce(crypto::subkeyOf(newest.key(), crypto::EpochSubkey::KeyBag).view(),
                                                        bag, bindingOf(newest.circle(), newest.epoch())));
    const crypto::SecretBytes plain(std::move(octets));
    cbor::Reader in(plain.view());
    std::vector<EpochKey> found;
    for (std::size_t left = in.array(); left > 0 && !in.failed(); --left) {
        if (in.array() != 2)
            in.fail();
        const std::int64_t epoch = in.integer();
        const ByteView key = in.octets();
        const auto known = commitments.find(static_cast<std::uint32_t>(epoch));
        if (in.failed() || key.size() != crypto::kKeySize || epoch < 1 || epoch > UINT32_MAX || known == commitments.end()
            || commitmentOf(key.first<crypto::kKeySize>(), newest.circle(), known->first) != known->second)
            return ErrorCode::SealBroken;
        found.emplace_back(newest.circle(), known->first, crypto::SecretKey(key.first<crypto::kKeySize>()));
    }
    if (!in.finished())
        return ErrorCode::SealBroken;
    std::size_t added = 0;
    for (EpochKey &key : found) {
        added += find(key.circle(), key.epoch()) ? 0 : 1;
        add(std::move(key));
    }
    return added;
}

crypto::SecretBytes Keyring::serialised() const
{
    cbor::Writer out;
    out.array(m_keys.size());
    for (const auto &[at, key] : m_keys) {
        out.array(3);
        out.octets(at.first.view());
        out.integer(at.second);
        out.octets(key.key());
    }
    return crypto::SecretBytes(out.take());
}

Result<Keyring> Keyring::fromSerialised(ByteView octets)
{
    cbor::Reader in(octets);
    Keyring ring;
    for (std::size_t left = in.array(); left > 0 && !in.failed(); --left) {
        if (in.array() != 3)
            in.fail();
        const CircleId circle = in.id<CircleId>();
        const std::int64_t epoch = in.integer();
        const ByteView key = in.octets();
        const std::pair at(circle, static_cast<std::uint32_t>(epoch));
        const bool inOrder = ring.empty() || ring.m_keys.rbegin()->first < at;
        if (in.failed() || key.size() != crypto::kKeySize || epoch < 1 || epoch > UINT32_MAX || !inOrder)
            return Error{ErrorCode::Malformed, "keyring"};
        ring.add({at.first, at.second, crypto::SecretKey(key.first<crypto::kKeySize>())});
    }
    if (!in.finished())
        return Error{ErrorCode::Malformed, "keyring"};
    return ring;
}

} // namespace ourtable::sync
