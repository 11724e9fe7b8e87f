// XChaCha20-Poly1305, with the nonce chosen by the caller's random source.
#pragma once

#include "core/crypto/securebytes.h"
#include "core/support/random.h"
#include "core/support/result.h"

namespace ourtable::crypto {

inline constexpr std::size_t kNonceSize = 24;
inline constexpr std::size_t kTagSize = 16;
using Nonce = FixedBytes<struct NonceTag, kNonceSize>;

// Ciphertext and tag; plain.size() + kTagSize octets.
[[nodiscard]] Bytes seal(KeyView key, const Nonce &nonce, ByteView plain, ByteView associated);
// SealBroken whatever the reason.
[[nodiscard]] Result<Bytes> open(KeyView key, const Nonce &nonce, ByteView sealed, ByteView associated);

// The same with a fresh random nonce in front, for things at rest.
[[nodiscard]] Bytes sealWithNonce(Random &random, KeyView key, ByteView plain, ByteView associated);
[[nodiscard]] Result<Bytes> openWithNonce(KeyView key, ByteView sealed, ByteView associated);

} // namespace ourtable::crypto
