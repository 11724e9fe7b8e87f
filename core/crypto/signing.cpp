#include "core/crypto/signing.h"

#include <sodium.h>

namespace ourtable::crypto {

SigningKeyPair SigningKeyPair::make(Random &random)
{
    SecretKey seed;
    random.fill(seed.writable());
    return fromSeed(seed.view());
}

SigningKeyPair SigningKeyPair::fromSeed(KeyView seed)
{
    SigningKeyPair pair;
    crypto_sign_seed_keypair(pair.verifyKey.octets.data(), pair.secret.writable().data(), seed.data());
    return pair;
}

SigningKeyPair SigningKeyPair::fromSecret(SigningSecret secret)
{
    SigningKeyPair pair;
    pair.secret = std::move(secret);
    crypto_sign_ed25519_sk_to_pk(pair.verifyKey.octets.data(), pair.secret.view().data());
    return pair;
}

Signature sign(const SigningKeyPair &pair, const Hash &hash)
{
    Signature signature;
    crypto_sign_detached(signature.octets.data(), nullptr, hash.octets.data(), Hash::size, pair.secret.view().data());
    return signature;
}

bool verify(const VerifyKey &key, const Hash &hash, const Signature &signature)
{
    return crypto_sign_verify_detached(signature.octets.data(), hash.octets.data(), Hash::size, key.octets.data()) == 0;
}

bool isUsable(const VerifyKey &key)
{
    // Rejects small order and points that are not on the curve; the conversion is not used for anything.
    std::uint8_t converted[32];
    return crypto_core_ed25519_is_valid_point(key.octets.data()) == 1
        && crypto_sign_ed25519_pk_to_curve25519(converted, key.octets.data()) == 0;
}

} // namespace ourtable::crypto
