#include "core/store/vaultfile.h"

#include "core/support/cbor.h"
#include "core/support/files.h"

namespace ourtable::store {
namespace {

constexpr std::int64_t kVaultFormat = 1;
constexpr std::size_t kFields = 11;
constexpr std::size_t kLargestVault = 4u << 20;

// The key that has to come next.
void expectKey(cbor::Reader &reader, std::int64_t key)
{
    if (reader.integer() != key)
        reader.fail();
}

Bytes readOctets(cbor::Reader &reader, std::int64_t key)
{
    expectKey(reader, key);
    return toBytes(reader.octets());
}

std::optional<Bytes> readPart(cbor::Reader &reader, std::int64_t key)
{
    expectKey(reader, key);
    if (reader.null())
        return std::nullopt;
    return toBytes(reader.octets());
}

std::int64_t readInteger(cbor::Reader &reader, std::int64_t key)
{
    expectKey(reader, key);
    const std::int64_t value = reader.integer();
    if (value < 0)
        reader.fail();
    return value;
}

template <class Id>
Id readId(cbor::Reader &reader, std::int64_t key)
{
    expectKey(reader, key);
    return reader.id<Id>();
}

Result<VaultFile> decode(ByteView octets)
{
    const Error corrupt{ErrorCode::Corrupt, "vault"};
    cbor::Reader reader(octets, {.octets = kLargestVault});
    const std::size_t fields = reader.map();
    const std::int64_t format = readInteger(reader, 0);
    if (!reader.failed() && format > kVaultFormat)
        return ErrorCode::NewerVersion;
    if (format != kVaultFormat || fields != kFields)
        return corrupt;
    VaultFile file;
    const std::int64_t kind = readInteger(reader, 1);
    file.kind = kind == 0 ? PasswordKind::Pin : PasswordKind::Passphrase;
    file.owner.person = readId<PersonId>(reader, 2);
    file.owner.device = readId<DeviceId>(reader, 3);
    file.salt = readId<crypto::Salt>(reader, 4);
    file.cost.passes = static_cast<std::uint64_t>(readInteger(reader, 5));
    file.cost.memoryOctets = static_cast<std::uint64_t>(readInteger(reader, 6));
    file.sealedMaster = readOctets(reader, 7);
    file.escrow = readOctets(reader, 8);
    file.endpointKeys = readPart(reader, 9);
    file.keyring = readPart(reader, 10);
    if (!reader.finished() || kind > 1)
        return corrupt;
    if (!file.cost.acceptable())
        return Error{ErrorCode::Unsupported, "password cost"};
    return file;
}

void writePart(cbor::Writer &writer, std::int64_t key, const std::optional<Bytes> &part)
{
    writer.integer(key);
    if (part)
        writer.octets(*part);
    else
        writer.null();
}

} // namespace

Result<VaultFile> readVaultFile(const std::string &path)
{
    const Result<Bytes> octets = files::readWhole(path, kLargestVault);
    if (!octets)
        return octets.error().code == ErrorCode::TooLarge ? Error{ErrorCode::Corrupt, "vault"} : octets.error();
    return decode(*octets);
}

Result<void> writeVaultFile(const std::string &path, const VaultFile &file)
{
    cbor::Writer writer;
    writer.map(kFields);
    const auto number = [&writer](std::int64_t key, std::uint64_t value) {
        writer.integer(key);
        writer.integer(static_cast<std::int64_t>(value));
    };
    const auto octets = [&writer](std::int64_t key, ByteView value) {
        writer.integer(key);
        writer.octets(value);
    };
    number(0, static_cast<std::uint64_t>(kVaultFormat));
    number(1, file.kind == PasswordKind::Pin ? 0 : 1);
    octets(2, file.owner.person.view());
    octets(3, file.owner.device.view());
    octets(4, file.salt.view());
    number(5, file.cost.passes);
    number(6, file.cost.memoryOctets);
    octets(7, file.sealedMaster);
    octets(8, file.escrow);
    writePart(writer, 9, file.endpointKeys);
    writePart(writer, 10, file.keyring);
    if (writer.bytes().size() > kLargestVault)
        return Error{ErrorCode::TooLarge, "vault"};
    return files::writeWhole(path, writer.bytes());
}

} // namespace ourtable::store
