// The keys of one circle in one epoch, what of them is published, and how they reach people (PROTOCOL.md 5).
#pragma once

#include <map>
#include <vector>

#include "core/crypto/box.h"
#include "core/crypto/kdf.h"
#include "core/support/ids.h"
#include "core/support/result.h"

namespace ourtable::sync {

// K_e and what follows from it. Move-only; wiped when it goes.
class EpochKey {
public:
    EpochKey(CircleId circle, std::uint32_t epoch, crypto::SecretKey key);
    [[nodiscard]] static EpochKey make(const CircleId &circle, std::uint32_t epoch, Random &random);

    [[nodiscard]] const CircleId &circle() const { return m_circle; }
    [[nodiscard]] std::uint32_t epoch() const { return m_epoch; }
    [[nodiscard]] crypto::KeyView key() const { return m_key.view(); }
    [[nodiscard]] crypto::KeyView changeKey() const { return m_changeKey.view(); }
    [[nodiscard]] const crypto::BoxKeyPair &circleBox() const { return m_circleBox; }
    // The commitment that the directory's epoch entry publishes: a key that does not match it is refused (attack 29).
    [[nodiscard]] Hash commitment() const;

private:
    CircleId m_circle;
    std::uint32_t m_epoch;
    crypto::SecretKey m_key;
    crypto::SecretKey m_changeKey;
    crypto::BoxKeyPair m_circleBox;
};

// K_e sealed to one reader, bound to circle, epoch and reader.
[[nodiscard]] Result<Bytes> sealPackage(const EpochKey &key, const EndpointId &to, const crypto::BoxPublicKey &box);
// SealBroken when it cannot be opened, is bound to something else, or does not match the commitment.
[[nodiscard]] Result<EpochKey> openPackage(ByteView package, const CircleId &circle, std::uint32_t epoch,
                                           const Hash &commitment, const EndpointId &me, const crypto::BoxKeyPair &mine);

// Every epoch key that one endpoint holds.
class Keyring {
public:
    void add(EpochKey key);
    [[nodiscard]] const EpochKey *find(const CircleId &circle, std::uint32_t epoch) const;
    [[nodiscard]] const EpochKey *newest(const CircleId &circle) const;
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }
    [[nodiscard]] bool empty() const { return m_keys.empty(); }

    // The key bag: earlier keys of the circle, sealed under its newest. From `first` on, for circles without history.
    [[nodiscard]] Bytes sealBag(const EpochKey &newest, std::uint32_t first, Random &random) const;
    // Adds the keys of a bag whose commitment(circle, epoch) the caller knows from the directory; returns how many were new.
    // SealBroken changes nothing.
    [[nodiscard]] Result<std::size_t> openBag(const EpochKey &newest, ByteView bag,
                                              const std::map<std::uint32_t, Hash> &commitments);

    // For the vault: the whole ring as octets (secret), and back. Malformed for anything that serialised() does not write.
    [[nodiscard]] crypto::SecretBytes serialised() const;
    [[nodiscard]] static Result<Keyring> fromSerialised(ByteView octets);

private:
    std::map<std::pair<CircleId, std::uint32_t>, EpochKey> m_keys;
};

} // namespace ourtable::sync
