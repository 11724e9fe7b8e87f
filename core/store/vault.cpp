#include "core/store/vault.h"

#include <filesystem>

#include "core/crypto/aead.h"
#include "core/crypto/hashing.h"
#include "core/crypto/kdf.h"
#include "core/store/devicesecret.h"

namespace ourtable::store {
namespace {

using crypto::SecretBytes;
using crypto::SecretKey;
using crypto::VaultSubkey;

constexpr std::size_t kLargestKeyring = 3u << 20;
constexpr std::string_view kEndpointPart = "endpoint keys";
constexpr std::string_view kKeyringPart = "keyring";

SecretKey secretOf(Hash &&hash)
{
    SecretKey key{std::span<const std::uint8_t, 32>(hash.octets)};
    crypto::wipe(hash.octets);
    return key;
}

Result<SecretKey> wrappingKey(const VaultFile &file, std::string_view password, SecretStore &secrets)
{
    OURTABLE_ASSIGN(const SecretKey device, readDeviceSecret(secrets));
    OURTABLE_ASSIGN(const SecretKey stretched, crypto::stretch(viewOf(password), file.salt, file.cost));
    return secretOf(crypto::keyedHashOf(
        stretched.view(), "ourtable.kek.v1",
        {device.view(), crypto::le64(file.cost.passes), crypto::le64(file.cost.memoryOctets)}));
}

// Everything that stands in the clear beside the sealed master key.
Hash headingOf(const VaultFile &file)
{
    return crypto::hashOf("ourtable.vault.v1",
                          {viewOf("vault"), file.owner.person.view(), file.owner.device.view(),
                           crypto::le64(static_cast<std::uint64_t>(file.kind)), file.salt.view(),
                           crypto::le64(file.cost.passes), crypto::le64(file.cost.memoryOctets)});
}

Hash partContext(std::string_view part, const VaultOwner &owner)
{
    return crypto::hashOf("ourtable.vault.part.v1", {viewOf(part), owner.person.view(), owner.device.view()});
}

Bytes sealPart(Random &random, const SecretKey &key, std::string_view part, const VaultOwner &owner, ByteView plain)
{
    return crypto::sealWithNonce(random, key.view(), plain, partContext(part, owner).view());
}

Result<SecretBytes> openPart(const std::optional<Bytes> &sealed, const SecretKey &key, std::string_view part,
                             const VaultOwner &owner)
{
    if (!sealed)
        return Error{ErrorCode::NotFound, std::string(part)};
    OURTABLE_ASSIGN(Bytes plain, crypto::openWithNonce(key.view(), *sealed, partContext(part, owner).view()));
    return SecretBytes(std::move(plain));
}

Result<SecretKey> keyOf(ByteView octets)
{
    if (octets.size() != crypto::kKeySize)
        return ErrorCode::SealBroken;
    return SecretKey(octets.first<crypto::kKeySize>());
}

Result<Bytes> escrowOf(const SecretKey &master, const VaultOwner &owner, const crypto::BoxPublicKey &recoveryKey)
{
    SecretBytes plain;
    plain.octets().reserve(64);
    append(plain.octets(), master.view());
    append(plain.octets(), owner.person.view());
    append(plain.octets(), owner.device.view());
    return crypto::boxSeal(recoveryKey, plain.view());
}

} // namespace

UnlockedVault::UnlockedVault(std::string path, const VaultOwner &owner, SecretKey master, Random &random)
    : m_path(std::move(path)), m_owner(owner), m_master(std::move(master)), m_random(&random)
{
}

Result<void> UnlockedVault::storeEndpointKeys(const EndpointKeys &keys)
{
    SecretBytes plain;
    plain.octets().reserve(96);
    append(plain.octets(), keys.signing.secret.view());
    append(plain.octets(), keys.box.secretKey.view());
    OURTABLE_ASSIGN(VaultFile file, readVaultFile(m_path));
    const SecretKey key = crypto::subkeyOf(m_master.view(), VaultSubkey::EndpointKeys);
    file.endpointKeys = sealPart(*m_random, key, kEndpointPart, m_owner, plain.view());
    return writeVaultFile(m_path, file);
}

Result<EndpointKeys> UnlockedVault::loadEndpointKeys() const
{
    OURTABLE_ASSIGN(const VaultFile file, readVaultFile(m_path));
    const SecretKey key = crypto::subkeyOf(m_master.view(), VaultSubkey::EndpointKeys);
    OURTABLE_ASSIGN(const SecretBytes plain, openPart(file.endpointKeys, key, kEndpointPart, m_owner));
    if (plain.view().size() != 96)
        return ErrorCode::SealBroken;
    return EndpointKeys{
        crypto::SigningKeyPair::fromSecret(crypto::SigningSecret(plain.view().first<64>())),
        crypto::BoxKeyPair::fromSecret(SecretKey(plain.view().last<32>())),
    };
}

Result<void> UnlockedVault::storeKeyring(ByteView keyring)
{
    if (keyring.size() > kLargestKeyring)
        return Error{ErrorCode::TooLarge, "keyring"};
    OURTABLE_ASSIGN(VaultFile file, readVaultFile(m_path));
    const SecretKey key = crypto::subkeyOf(m_master.view(), VaultSubkey::Keyring);
    file.keyring = sealPart(*m_random, key, kKeyringPart, m_owner, keyring);
    return writeVaultFile(m_path, file);
}

Result<SecretBytes> UnlockedVault::loadKeyring() const
{
    OURTABLE_ASSIGN(const VaultFile file, readVaultFile(m_path));
    const SecretKey key = crypto::subkeyOf(m_master.view(), VaultSubkey::Keyring);
    return openPart(file.keyring, key, kKeyringPart, m_owner);
}

Result<void> UnlockedVault::storeEscrow(const crypto::BoxPublicKey &recoveryKey)
{
    OURTABLE_ASSIGN(VaultFile file, readVaultFile(m_path));
    OURTABLE_ASSIGN(file.escrow, escrowOf(m_master, m_owner, recoveryKey));
    return writeVaultFile(m_path, file);
}

SecretKey UnlockedVault::draftKey() const { return crypto::subkeyOf(m_master.view(), VaultSubkey::Drafts); }
SecretKey UnlockedVault::snapshotKey() const { return crypto::subkeyOf(m_master.view(), VaultSubkey::Snapshot); }

Vault::Vault(std::string path, const VaultSurroundings &surroundings)
    : m_path(std::move(path)), m_surroundings(surroundings)
{
}

Result<VaultFile> Vault::describe() const { return readVaultFile(m_path); }

Attempts Vault::attemptsOf(const VaultOwner &owner) const
{
    const Hash name = crypto::hashOf("ourtable.vault.name.v1", {owner.person.view(), owner.device.view()});
    return Attempts(m_path + ".attempts", "attempts." + toHex(name.view().first(8)), m_surroundings.secrets,
                    m_surroundings.clock);
}

Result<void> Vault::sealMaster(VaultFile &file, std::string_view password, crypto::KeyView master)
{
    file.salt = m_surroundings.random.make<crypto::Salt>();
    OURTABLE_ASSIGN(const SecretKey wrapping, wrappingKey(file, password, m_surroundings.secrets));
    file.sealedMaster = crypto::sealWithNonce(m_surroundings.random, wrapping.view(), master, headingOf(file).view());
    return {};
}

Result<UnlockedVault> Vault::create(const NewVault &made)
{
    OURTABLE_TRY(checkPassword(made.kind, made.password));
    if (!made.cost.acceptable())
        return Error{ErrorCode::Unsupported, "password cost"};
    if (std::filesystem::exists(m_path))
        return Error{ErrorCode::AlreadyExists, "vault"};
    OURTABLE_TRY(readOrMakeDeviceSecret(m_surroundings.secrets, m_surroundings.random));
    SecretKey master;
    m_surroundings.random.fill(master.writable());
    VaultFile file;
    file.kind = made.kind;
    file.owner = made.owner;
    file.cost = made.cost;
    OURTABLE_ASSIGN(file.escrow, escrowOf(master, made.owner, made.recoveryKey));
    OURTABLE_TRY(sealMaster(file, made.password, master.view()));
    Attempts attempts = attemptsOf(made.owner);
    OURTABLE_TRY(attempts.startAfresh());
    OURTABLE_TRY(writeVaultFile(m_path, file));
    return UnlockedVault(m_path, made.owner, std::move(master), m_surroundings.random);
}

// Stretching tells nobody whether the password is right; the attempt is the opening, and it is counted before that.
Result<UnlockedVault> Vault::unlock(std::string_view password)
{
    OURTABLE_ASSIGN(const VaultFile file, readVaultFile(m_path));
    Attempts attempts = attemptsOf(file.owner);
    OURTABLE_ASSIGN(const Attempts::Standing before, attempts.standing());
    if (before.frozen)
        return ErrorCode::Frozen;
    if (before.waitSeconds > 0)
        return Error{ErrorCode::TryLater, std::to_string(before.waitSeconds)};
    OURTABLE_ASSIGN(const SecretKey wrapping, wrappingKey(file, password, m_surroundings.secrets));
    OURTABLE_TRY(attempts.begin());
    Result<Bytes> opened = crypto::openWithNonce(wrapping.view(), file.sealedMaster, headingOf(file).view());
    if (!opened)
        return ErrorCode::WrongSecret;
    const SecretBytes plain(std::move(opened).value());
    OURTABLE_ASSIGN(SecretKey master, keyOf(plain.view()));
    OURTABLE_TRY(attempts.succeeded());
    return UnlockedVault(m_path, file.owner, std::move(master), m_surroundings.random);
}

Result<Attempts::Standing> Vault::standing() const
{
    OURTABLE_ASSIGN(const VaultFile file, readVaultFile(m_path));
    return attemptsOf(file.owner).standing();
}

Result<void> Vault::changePassword(std::string_view present, PasswordKind kind, std::string_view next,
                                   const crypto::PasswordCost &cost)
{
    OURTABLE_TRY(checkPassword(kind, next));
    if (!cost.acceptable())
        return Error{ErrorCode::Unsupported, "password cost"};
    OURTABLE_ASSIGN(const UnlockedVault unlocked, unlock(present));
    OURTABLE_ASSIGN(VaultFile file, readVaultFile(m_path));
    file.kind = kind;
    file.cost = cost;
    OURTABLE_TRY(sealMaster(file, next, unlocked.m_master.view()));
    return writeVaultFile(m_path, file);
}

Result<UnlockedVault> Vault::recover(const crypto::BoxKeyPair &recovery) const
{
    OURTABLE_ASSIGN(const VaultFile file, readVaultFile(m_path));
    OURTABLE_ASSIGN(Bytes opened, crypto::boxOpen(recovery, file.escrow));
    const SecretBytes plain(std::move(opened));
    if (plain.view().size() != 64 || !equal(plain.view().subspan(32, 16), file.owner.person.view())
        || !equal(plain.view().last(16), file.owner.device.view()))
        return ErrorCode::SealBroken;
    OURTABLE_ASSIGN(SecretKey master, keyOf(plain.view().first(32)));
    return UnlockedVault(m_path, file.owner, std::move(master), m_surroundings.random);
}

} // namespace ourtable::store
