#include "core/crypto/selftest.h"

#include <sodium.h>

#include "core/support/bytes.h"

namespace ourtable::crypto {
namespace {

bool blake2bHolds()
{
    Bytes digest(64);
    const Bytes message = toBytes(std::string_view("abc"));
    crypto_generichash(digest.data(), digest.size(), message.data(), message.size(), nullptr, 0);
    return toHex(digest)
        == "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
           "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923";
}

bool ed25519Holds()
{
    const Bytes seed = *fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    Bytes verifyKey(32);
    Bytes secret(64);
    crypto_sign_seed_keypair(verifyKey.data(), secret.data(), seed.data());
    Bytes signature(64);
    crypto_sign_detached(signature.data(), nullptr, nullptr, 0, secret.data());
    return toHex(verifyKey) == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        && toHex(signature)
        == "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f059"
           "5bbe24655141438e7a100b";
}

bool xchachaHolds()
{
    const Bytes key = *fromHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const Bytes nonce = *fromHex("404142434445464748494a4b4c4d4e4f5051525354555657");
    const Bytes associated = *fromHex("50515253c0c1c2c3c4c5c6c7");
    const Bytes plain = toBytes(std::string_view(
        "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it."));
    Bytes sealed(plain.size() + 16);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(), associated.data(),
                                               associated.size(), nullptr, nonce.data(), key.data());
    return toHex(ByteView(sealed).last(16)) == "c0875924c1c7987947deafd8780acf49";
}

} // namespace

bool selfTestHolds() { return blake2bHolds() && ed25519Holds() && xchachaHolds(); }

} // namespace ourtable::crypto
