// X25519 sealed boxes: anybody with the public key can close one, only the holder of the secret key opens it.
#pragma once

#include "core/crypto/securebytes.h"
#include "core/support/ids.h"
#include "core/support/random.h"
#include "core/support/result.h"

namespace ourtable::crypto {

using BoxPublicKey = FixedBytes<struct BoxKeyTag, 32>;
inline constexpr std::size_t kBoxOverhead = 48;

struct BoxKeyPair {
    BoxPublicKey publicKey;
    SecretKey secretKey;

    // From 32 octets of the caller's random source.
    [[nodiscard]] static BoxKeyPair make(Random &random);
    [[nodiscard]] static BoxKeyPair fromSeed(KeyView seed);
    // From a stored secret key.
    [[nodiscard]] static BoxKeyPair fromSecret(SecretKey secret);
};

// False for keys of low order and all zeros: a box to them could be opened by anybody.
[[nodiscard]] bool isUsable(const BoxPublicKey &key);

// crypto_box_seal; its ephemeral key comes from the operating system's random source. SealBroken for an unusable key.
[[nodiscard]] Result<Bytes> boxSeal(const BoxPublicKey &to, ByteView plain);
[[nodiscard]] Result<Bytes> boxOpen(const BoxKeyPair &mine, ByteView sealed);

} // namespace ourtable::crypto
