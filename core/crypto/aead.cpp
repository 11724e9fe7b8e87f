#include "core/crypto/aead.h"

#include <sodium.h>

namespace ourtable::crypto {

Bytes seal(KeyView key, const Nonce &nonce, ByteView plain, ByteView associated)
{
    Bytes sealed(plain.size() + kTagSize);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(), associated.data(),
                                               associated.size(), nullptr, nonce.octets.data(), key.data());
    return sealed;
}

Result<Bytes> open(KeyView key, const Nonce &nonce, ByteView sealed, ByteView associated)
{
    if (sealed.size() < kTagSize)
        return ErrorCode::SealBroken;
    Bytes plain(sealed.size() - kTagSize);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, sealed.data(), sealed.size(),
                                                   associated.data(), associated.size(), nonce.octets.data(),
                                                   key.data())
        != 0)
        return ErrorCode::SealBroken;
    return plain;
}

Bytes sealWithNonce(Random &random, KeyView key, ByteView plain, ByteView associated)
{
    const Nonce nonce = random.make<Nonce>();
    Bytes sealed = toBytes(nonce.view());
    append(sealed, seal(key, nonce, plain, associated));
    return sealed;
}

Result<Bytes> openWithNonce(KeyView key, ByteView sealed, ByteView associated)
{
    if (sealed.size() < kNonceSize)
        return ErrorCode::SealBroken;
    return open(key, *Nonce::from(sealed.first(kNonceSize)), sealed.subspan(kNonceSize), associated);
}

} // namespace ourtable::crypto
