#include "core/crypto/agreement.h"

#include <sodium.h>

namespace ourtable::crypto {

Result<SecretKey> agreedSecret(const BoxKeyPair &mine, const BoxPublicKey &theirs)
{
    SecretKey agreed;
    if (crypto_scalarmult(agreed.writable().data(), mine.secretKey.view().data(), theirs.octets.data()) != 0)
        return ErrorCode::SealBroken;
    return agreed;
}

} // namespace ourtable::crypto
