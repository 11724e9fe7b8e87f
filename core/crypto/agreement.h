// A secret that two holders of X25519 keys come to agree on.
#pragma once

#include "core/crypto/box.h"

namespace ourtable::crypto {

// The same 32 octets on both sides, for nothing but to make keys of (keyedHashOf). SealBroken for an unusable key.
[[nodiscard]] Result<SecretKey> agreedSecret(const BoxKeyPair &mine, const BoxPublicKey &theirs);

} // namespace ourtable::crypto
