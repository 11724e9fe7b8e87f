// Which SecretStore a device uses.
#pragma once

#include <memory>
#include <string>

#include "core/store/secretstore.h"
#include "core/support/random.h"

namespace ourtable::platform {

enum class SecretPlace {
    Automatic, // the keyring where a desktop session has one that answers, otherwise the file
    File,      // the file, for tests and machines without a person at the keyring
};

// The store of a device's folder ("secrets" of AppPaths). Decided the first time and kept by a file in the folder: a
// keyring that is away for a day must not make new secrets elsewhere and leave every vault unreadable. Unsupported when
// the folder's secrets are in a keyring and this program was built without.
[[nodiscard]] Result<std::unique_ptr<store::SecretStore>> makeSecretStore(const std::string &folder, Random &random,
                                                                         SecretPlace place = SecretPlace::Automatic);

} // namespace ourtable::platform
