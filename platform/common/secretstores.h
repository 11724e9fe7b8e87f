// Which SecretStore a device uses.
#pragma once

#include <memory>
#include <string>

#include "core/store/secretstore.h"
#include "core/support/random.h"
#include "platform/common/apppaths.h"

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

// The same, made with the device's folder at the first use; when that fails, each use tries again and says why. Its uses
// come from one thread.
class LateSecretStore final : public store::SecretStore {
public:
    // random has to outlive this.
    LateSecretStore(const AppPaths &paths, Random &random, SecretPlace place) : m_paths(paths), m_random(random), m_place(place) {}

    [[nodiscard]] Result<crypto::SecretBytes> read(const std::string &name) override;
    [[nodiscard]] Result<void> write(const std::string &name, ByteView octets) override;
    [[nodiscard]] Result<void> remove(const std::string &name) override;

private:
    [[nodiscard]] Result<void> make();

    AppPaths m_paths;
    Random &m_random;
    SecretPlace m_place;
    std::unique_ptr<store::SecretStore> m_made;
};

} // namespace ourtable::platform
