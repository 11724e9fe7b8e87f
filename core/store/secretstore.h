// The port to the place where a device keeps the few secrets that are no person's: the keyring of a desktop, the
// Keystore of a tablet, a private file where there is neither (platform/common/secretstores.h).
#pragma once

#include <string>

#include "core/crypto/securebytes.h"
#include "core/support/result.h"

namespace ourtable::store {

// Names are lower-case letters, digits, '-' and '.'; values at most 1 KiB. A write is whole or not at all, and is there
// after a power cut. Calls may block for as long as a person is asked to unlock the keyring.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    // NotFound when there is none of that name; StorageFailed when the store does not answer: never take the one for the
    // other, or a secret that still exists is replaced.
    [[nodiscard]] virtual Result<crypto::SecretBytes> read(const std::string &name) = 0;
    [[nodiscard]] virtual Result<void> write(const std::string &name, ByteView octets) = 0;
    // Fine when there is none.
    [[nodiscard]] virtual Result<void> remove(const std::string &name) = 0;
};

} // namespace ourtable::store
