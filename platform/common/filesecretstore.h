// Secrets in files of mode 0600 in a folder of mode 0700: where there is no keyring, and in tests. Nothing but the rights
// of the file system and the encryption of the disk protects them; who can restore the folder can restore all of it.
#pragma once

#include <string>

#include "core/store/secretstore.h"

namespace ourtable::platform {

class FileSecretStore final : public store::SecretStore {
public:
    // The folder is made with the first write.
    explicit FileSecretStore(std::string folder) : m_folder(std::move(folder)) {}

    // InvalidInput for a name outside the port's alphabet, so that no name leads out of the folder.
    [[nodiscard]] Result<crypto::SecretBytes> read(const std::string &name) override;
    [[nodiscard]] Result<void> write(const std::string &name, ByteView octets) override;
    [[nodiscard]] Result<void> remove(const std::string &name) override;

private:
    [[nodiscard]] Result<std::string> pathOf(const std::string &name) const;
    std::string m_folder;
};

// The alphabet of store::SecretStore: lower-case letters, digits, '-' and '.', not led by '.', at most 64.
[[nodiscard]] bool isSecretName(const std::string &name);

inline constexpr std::size_t kLongestSecret = 1024;

} // namespace ourtable::platform
