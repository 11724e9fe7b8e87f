#include "core/crypto/passwordhash.h"

#include <sodium.h>

namespace ourtable::crypto {
namespace {

constexpr std::uint64_t kFewestPasses = 3;
constexpr std::uint64_t kMostPasses = 16;
constexpr std::uint64_t kLeastMemory = 32u << 20;
constexpr std::uint64_t kMostMemory = 512u << 20;

} // namespace

bool PasswordCost::acceptable() const
{
    return passes >= kFewestPasses && passes <= kMostPasses && memoryOctets >= kLeastMemory
        && memoryOctets <= kMostMemory;
}

Result<SecretKey> stretch(ByteView password, const Salt &salt, const PasswordCost &cost)
{
    if (!cost.acceptable())
        return Error{ErrorCode::Unsupported, "password cost"};
    SecretKey key;
    if (crypto_pwhash(key.writable().data(), kKeySize, reinterpret_cast<const char *>(password.data()), password.size(),
                      salt.octets.data(), cost.passes, cost.memoryOctets, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return Error{ErrorCode::Internal, "password memory"};
    return key;
}

} // namespace ourtable::crypto
