#include "core/crypto/kdf.h"

#include <sodium.h>

namespace ourtable::crypto {
namespace {

constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "ourtable";

SecretKey derive(KeyView key, std::uint64_t number)
{
    SecretKey subkey;
    crypto_kdf_derive_from_key(subkey.writable().data(), kKeySize, number, kContext, key.data());
    return subkey;
}

} // namespace

SecretKey subkeyOf(KeyView key, EpochSubkey use) { return derive(key, static_cast<std::uint64_t>(use)); }
// Numbers of the families never meet: a vault's subkeys start at 1,000, a device's at 2,000.
SecretKey subkeyOf(KeyView key, VaultSubkey use) { return derive(key, 1000 + static_cast<std::uint64_t>(use)); }
SecretKey subkeyOf(KeyView key, DeviceSubkey use) { return derive(key, 2000 + static_cast<std::uint64_t>(use)); }

} // namespace ourtable::crypto
