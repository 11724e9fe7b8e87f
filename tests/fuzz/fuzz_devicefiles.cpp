#include "core/crypto/filestream.h"
#include "core/store/attempts.h"
#include "core/store/snapshot.h"
#include "core/store/vaultfile.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/tempfolder.h"

namespace ourtable::fuzz {
namespace {

using namespace store;

const std::string &path()
{
    static const test::TempFolder kFolder;
    static const std::string kPath = kFolder.file("file");
    return kPath;
}

void vault(ByteView octets)
{
    test::overwriteFile(path(), octets);
    const Result<VaultFile> read = readVaultFile(path());
    if (!read)
        return mustBeOneOf(read, {ErrorCode::Corrupt, ErrorCode::NewerVersion, ErrorCode::Unsupported});
    must(read->cost.acceptable() && writeVaultFile(path(), *read).ok());
    must(equal(test::octetsOfFile(path()), octets));
}

void label(ByteView octets)
{
    const Result<SnapshotLabel> read = SnapshotLabel::decoded(octets);
    if (read)
        must(equal(read->encoded(), octets));
    else
        mustBeOneOf(read, {ErrorCode::Malformed});
}

// A counter file and its copy, of whatever content: never fewer than eight wrong attempts, and never none.
void attempts(ByteView octets)
{
    Input input(octets);
    test::MemorySecretStore secrets;
    secrets.held["device-secret"] = Bytes(crypto::kKeySize);
    test::overwriteFile(path(), input.chunk());
    secrets.held["fuzz"] = toBytes(input.rest());
    test::FakeClock clock;
    Attempts counted(path(), "fuzz", secrets, clock);
    const auto standing = counted.standing();
    must(standing.ok() && standing->failures >= 8 && (standing->frozen || standing->waitSeconds > 0));
    must(!counted.begin());
    Attempts anew(path(), "fuzz", secrets, clock);
    const auto again = anew.standing();
    must(again && again->failures == standing->failures && again->frozen == standing->frozen);
}

void stream(ByteView octets)
{
    test::overwriteFile(path(), octets);
    const crypto::SecretKey key;
    Bytes plain;
    const Result<void> opened = crypto::openFile(path(), key.view(), {}, [&](std::size_t size) {
        must(size <= octets.size());
        plain.resize(size + 1);
        return plain.data();
    });
    if (!opened)
        mustBeOneOf(opened, {ErrorCode::SealBroken});
}

constexpr void (*kFiles[])(ByteView) = {vault, label, attempts, stream};

} // namespace

// The first octet chooses the file.
void once(ByteView octets)
{
    Input input(octets);
    kFiles[input.octet() % std::size(kFiles)](input.rest());
}

} // namespace ourtable::fuzz
