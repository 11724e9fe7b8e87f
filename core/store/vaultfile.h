// The vault's file, as octets; vault.h says what it is for.
//
// CBOR map in the strict profile of core/support/cbor.h, written whole each time:
//   0 format (1)   1 password kind (0 PIN, 1 passphrase)   2 person   3 device
//   4 salt (16)    5 Argon2id passes   6 Argon2id memory in octets
//   7 vault master key, 24 octets nonce and ciphertext under the key-encryption key; associated: everything in 1 to 6
//   8 escrow: box to the recovery key over master key | person | device
//   9 endpoint keys and 10 keyring, each nonce and ciphertext under a subkey of the master key; null when there are none;
//     associated: the part's name, person, device
#pragma once

#include <optional>
#include <string>

#include "core/crypto/passwordhash.h"
#include "core/store/pinpolicy.h"
#include "core/support/ids.h"
#include "core/support/result.h"

namespace ourtable::store {

// Whose vault it is. The same person on another device has another vault.
struct VaultOwner {
    PersonId person;
    DeviceId device;
    bool operator==(const VaultOwner &) const = default;
};

struct VaultFile {
    PasswordKind kind = PasswordKind::Pin;
    VaultOwner owner;
    crypto::Salt salt;
    crypto::PasswordCost cost;
    Bytes sealedMaster;
    Bytes escrow;
    std::optional<Bytes> endpointKeys;
    std::optional<Bytes> keyring;
};

// NotFound, NewerVersion, Corrupt (anything else than the format above), Unsupported (a password cost out of bounds, seen
// before any memory is asked for).
[[nodiscard]] Result<VaultFile> readVaultFile(const std::string &path);
[[nodiscard]] Result<void> writeVaultFile(const std::string &path, const VaultFile &file);

} // namespace ourtable::store
