// The 32 octets that tie every vault to the device it was made on (security.md 2): a vault copied elsewhere lacks them.
#pragma once

#include "core/crypto/securebytes.h"
#include "core/store/secretstore.h"
#include "core/support/random.h"
#include "core/support/result.h"

namespace ourtable::store {

// NoKey when the device has none; what else stands in the way comes from the SecretStore.
[[nodiscard]] Result<crypto::SecretKey> readDeviceSecret(SecretStore &secrets);
// Made and stored when the SecretStore says clearly that there is none; never replaced.
[[nodiscard]] Result<crypto::SecretKey> readOrMakeDeviceSecret(SecretStore &secrets, Random &random);

} // namespace ourtable::store
