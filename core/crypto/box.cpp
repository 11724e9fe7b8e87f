#include "core/crypto/box.h"

#include <sodium.h>

namespace ourtable::crypto {

static_assert(kBoxOverhead == crypto_box_SEALBYTES);

BoxKeyPair BoxKeyPair::make(Random &random)
{
    SecretKey seed;
    random.fill(seed.writable());
    return fromSeed(seed.view());
}

BoxKeyPair BoxKeyPair::fromSeed(KeyView seed)
{
    BoxKeyPair pair;
    crypto_box_seed_keypair(pair.publicKey.octets.data(), pair.secretKey.writable().data(), seed.data());
    return pair;
}

BoxKeyPair BoxKeyPair::fromSecret(SecretKey secret)
{
    BoxKeyPair pair;
    pair.secretKey = std::move(secret);
    crypto_scalarmult_base(pair.publicKey.octets.data(), pair.secretKey.view().data());
    return pair;
}

bool isUsable(const BoxPublicKey &key)
{
    // A scalar multiplication with a low-order point gives zero for every scalar, which libsodium reports.
    static constexpr std::uint8_t kAnyScalar[32] = {9, 7, 5, 3, 1};
    std::uint8_t shared[32];
    return crypto_scalarmult(shared, kAnyScalar, key.octets.data()) == 0;
}

Result<Bytes> boxSeal(const BoxPublicKey &to, ByteView plain)
{
    Bytes sealed(plain.size() + kBoxOverhead);
    if (crypto_box_seal(sealed.data(), plain.data(), plain.size(), to.octets.data()) != 0)
        return ErrorCode::SealBroken;
    return sealed;
}

Result<Bytes> boxOpen(const BoxKeyPair &mine, ByteView sealed)
{
    if (sealed.size() < kBoxOverhead)
        return ErrorCode::SealBroken;
    Bytes plain(sealed.size() - kBoxOverhead);
    if (crypto_box_seal_open(plain.data(), sealed.data(), sealed.size(), mine.publicKey.octets.data(),
                             mine.secretKey.view().data())
        != 0)
        return ErrorCode::SealBroken;
    return plain;
}

} // namespace ourtable::crypto
