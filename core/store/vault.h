// One person's keys on one device, under their PIN or passphrase (security.md 2).
//
//   A   = Argon2id(PIN or passphrase, salt)
//   KEK = keyed BLAKE2b(A, "ourtable.kek.v1" | device secret | passes | memory)
//   the file (vaultfile.h) holds the vault master key under the KEK, and an escrow of it to the recovery key
//   subkeys of the master key (crypto/kdf.h) hold endpoint keys and keyring, and seal drafts and snapshot
// Without the device secret of the SecretStore a copied file is worth nothing; with it, a six-digit PIN is as strong as
// that store and the slowness of attempts.h.
#pragma once

#include <string>
#include <string_view>

#include "core/crypto/box.h"
#include "core/crypto/signing.h"
#include "core/store/attempts.h"
#include "core/store/secretstore.h"
#include "core/store/vaultfile.h"
#include "core/support/clock.h"
#include "core/support/random.h"

namespace ourtable::store {

// What makes an endpoint: its seals and the key bags that it opens.
struct EndpointKeys {
    crypto::SigningKeyPair signing;
    crypto::BoxKeyPair box;
};

// The outside world of a vault. All of it outlives the Vault and what it unlocks.
struct VaultSurroundings {
    SecretStore &secrets;
    const Clock &clock;
    Random &random;
};

struct NewVault {
    VaultOwner owner;
    PasswordKind kind = PasswordKind::Pin;
    std::string_view password;
    crypto::BoxPublicKey recoveryKey; // the programme's, or one's own until that is known (storeEscrow); opens the escrow in the recovery ceremony only
    crypto::PasswordCost cost = {};
};

// The keys of an unlocked vault; wiped when it goes, which is what locking is. Move-only, one thread at a time. Every
// store reads the file anew, replaces its part and writes the whole file; StorageFull and StorageFailed leave the old one.
class UnlockedVault {
public:
    [[nodiscard]] const VaultOwner &owner() const { return m_owner; }

    [[nodiscard]] Result<void> storeEndpointKeys(const EndpointKeys &keys);
    // NotFound before the first store; SealBroken when the part was changed or comes from another vault.
    [[nodiscard]] Result<EndpointKeys> loadEndpointKeys() const;
    // Opaque octets of the layer above, at most 3 MiB.
    [[nodiscard]] Result<void> storeKeyring(ByteView keyring);
    [[nodiscard]] Result<crypto::SecretBytes> loadKeyring() const;
    // Wraps the master key to this recovery key instead of the one before. SealBroken for a key that nobody may use.
    [[nodiscard]] Result<void> storeEscrow(const crypto::BoxPublicKey &recoveryKey);
    [[nodiscard]] crypto::SecretKey draftKey() const;
    [[nodiscard]] crypto::SecretKey snapshotKey() const;

private:
    friend class Vault;
    UnlockedVault(std::string path, const VaultOwner &owner, crypto::SecretKey master, Random &random);

    std::string m_path;
    VaultOwner m_owner;
    crypto::SecretKey m_master;
    Random *m_random;
};

// A vault's place on this device. Attempts are counted in "<path>.attempts".
class Vault {
public:
    Vault(std::string path, const VaultSurroundings &surroundings);

    // What a list of people to choose from needs; nothing of it is proved before unlocking. Errors as readVaultFile.
    [[nodiscard]] Result<VaultFile> describe() const;
    // AlreadyExists, WeakSecret, Unsupported (cost), SealBroken (a recovery key that nobody may use). Makes the device
    // secret when this is the device's first vault.
    [[nodiscard]] Result<UnlockedVault> create(const NewVault &made);
    // TryLater, Frozen, WrongSecret (also for a vault of another person or device), NoKey (no device secret here), errors
    // of readVaultFile. Takes as long as Argon2id takes, on the caller's thread.
    [[nodiscard]] Result<UnlockedVault> unlock(std::string_view password);
    [[nodiscard]] Result<Attempts::Standing> standing() const;
    // Unlocks with the present one first, counted like any attempt. The keys inside stay as they are.
    [[nodiscard]] Result<void> changePassword(std::string_view present, PasswordKind kind, std::string_view next,
                                              const crypto::PasswordCost &cost = {});
    // The recovery ceremony: the escrow with the programme's recovery key, whatever the attempts are. SealBroken.
    [[nodiscard]] Result<UnlockedVault> recover(const crypto::BoxKeyPair &recovery) const;

private:
    [[nodiscard]] Attempts attemptsOf(const VaultOwner &owner) const;
    [[nodiscard]] Result<void> sealMaster(VaultFile &file, std::string_view password, crypto::KeyView master);

    std::string m_path;
    VaultSurroundings m_surroundings;
};

} // namespace ourtable::store
