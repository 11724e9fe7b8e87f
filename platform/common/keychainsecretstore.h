// Secrets in the desktop's keyring (Secret Service or KWallet, by QtKeychain), never in its insecure fallback.
#pragma once

#include <string>

#include "core/store/secretstore.h"

namespace ourtable::platform {

// Every call waits in an event loop of its own for the keyring's answer, as the keyring may be asking a person: call it from
// a thread that has a QCoreApplication and may wait. StorageFailed when the keyring is missing, locked for good, or silent
// for two minutes.
class KeychainSecretStore final : public store::SecretStore {
public:
    // scope keeps several devices of one person on one desktop apart: a random token of the device's folder.
    explicit KeychainSecretStore(std::string scope) : m_scope(std::move(scope)) {}

    [[nodiscard]] Result<crypto::SecretBytes> read(const std::string &name) override;
    [[nodiscard]] Result<void> write(const std::string &name, ByteView octets) override;
    [[nodiscard]] Result<void> remove(const std::string &name) override;

    // True when a probe secret can be written, read and removed.
    [[nodiscard]] bool answers();

private:
    std::string m_scope;
};

} // namespace ourtable::platform
