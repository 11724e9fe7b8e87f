// Ed25519 signatures.
#pragma once

#include "core/crypto/securebytes.h"
#include "core/support/ids.h"
#include "core/support/random.h"

namespace ourtable::crypto {

using VerifyKey = FixedBytes<struct VerifyKeyTag, 32>;
using Signature = FixedBytes<struct SignatureTag, 64>;

struct SigningKeyPair {
    VerifyKey verifyKey;
    SigningSecret secret;

    [[nodiscard]] static SigningKeyPair make(Random &random);
    [[nodiscard]] static SigningKeyPair fromSeed(KeyView seed);
    [[nodiscard]] static SigningKeyPair fromSecret(SigningSecret secret);
};

// Only hashes are signed, never text: the hash's domain says what the signature is for.
[[nodiscard]] Signature sign(const SigningKeyPair &pair, const Hash &hash);
// False also for keys and signatures that are not canonical or of small order.
[[nodiscard]] bool verify(const VerifyKey &key, const Hash &hash, const Signature &signature);
// False for keys that can never verify anything.
[[nodiscard]] bool isUsable(const VerifyKey &key);

} // namespace ourtable::crypto
