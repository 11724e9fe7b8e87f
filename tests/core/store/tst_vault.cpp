// The vault (security.md 2; attacks 95 to 101 of its section 8).

#include <QTest>

#include "core/crypto/systemrandom.h"
#include "core/store/devicesecret.h"
#include "core/store/vault.h"
#include "core/support/cbor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/seededrandom.h"
#include "tests/support/tempfolder.h"

using namespace ourtable;
using namespace ourtable::store;
using namespace ourtable::test;

namespace {

constexpr char kPin[] = "482139";
constexpr char kOtherPin[] = "739150";
constexpr crypto::PasswordCost kFloor{.passes = 3, .memoryOctets = 32u << 20};

// A device with the vaults of several people.
struct Device {
    explicit Device(std::uint64_t seed = 1) : random(seed) {}
    std::string path(const std::string &name) const { return folder.file(name + ".vault"); }
    Vault vault(const std::string &name) { return Vault(path(name), {secrets, clock, random}); }
    NewVault newVault(std::string_view password = kPin)
    {
        return {{random.make<PersonId>(), id}, PasswordKind::Pin, password, recovery.publicKey, kFloor};
    }
    // The clock is moved as far as the next attempt needs.
    Result<UnlockedVault> unlock(const std::string &name, std::string_view password)
    {
        if (const auto standing = vault(name).standing(); standing)
            clock.advanceSeconds(standing->waitSeconds);
        return vault(name).unlock(password);
    }

    bool good = crypto::start(); // before any key is made
    TempFolder folder;
    MemorySecretStore secrets;
    FakeClock clock;
    SeededRandom random;
    DeviceId id = random.make<DeviceId>();
    crypto::BoxKeyPair recovery = crypto::BoxKeyPair::make(random);
};

EndpointKeys newKeys(Random &random)
{
    return {crypto::SigningKeyPair::make(random), crypto::BoxKeyPair::make(random)};
}

// The vault file with one of its CBOR map's entries replaced.
void replaceField(const std::string &path, std::int64_t key, const Value &value)
{
    const Bytes octets = octetsOfFile(path);
    cbor::Reader reader(octets);
    const std::size_t fields = reader.map();
    cbor::Writer writer;
    writer.map(fields);
    for (std::size_t i = 0; i < fields; ++i) {
        const std::int64_t at = reader.integer();
        const ByteView held = reader.raw();
        writer.integer(at);
        if (at == key)
            writer.value(value);
        else
            writer.raw(held);
    }
    overwriteFile(path, writer.bytes());
}

} // namespace

class TestVault : public QObject {
    Q_OBJECT
private slots:
    void keysComeBackAfterUnlocking();
    void partsAreMissingUntilStored();
    void subkeysStayAndDiffer();
    void attack95_wrongPinIsRefusedAndCounted();
    void attack96_copiedToAnotherDevice();
    void attack96_copiedToADeviceWithoutSecret();
    void attack97_anotherPersonsVaultWithOwnPin();
    void attack97_ownerInTheFileChanged();
    void attack98_parameters_data();
    void attack98_parameters();
    void attack98_loweredWithinTheLimits();
    void attack99_counterFileDeleted();
    void attack100_clockTurnedBack();
    void attack101_frozenNotDestroyed();
    void everyOctetIsChecked();
    void partsOfAnotherVault();
    void weakPasswordsAreRefused();
    void anExistingVaultIsNeverReplaced();
    void changingThePassword();
    void changingAWrongPasswordIsCounted();
    void recoveryOpensTheEscrow();
    void unusableRecoveryKey();
    void newerAndBrokenFiles();
    void nothingReadableInTheFile();
    void fullDiskLeavesTheOldVault();
    void silentSecretStoreMakesNoNewSecret();
    void theDefaultCost();
};

void TestVault::keysComeBackAfterUnlocking()
{
    Device device;
    QVERIFY(device.good);
    const EndpointKeys keys = newKeys(device.random);
    const Bytes keyring = toBytes("an opaque keyring");
    const NewVault made = device.newVault();
    {
        UnlockedVault unlocked = device.vault("sam").create(made).value();
        QVERIFY(unlocked.owner() == made.owner);
        QVERIFY(unlocked.storeEndpointKeys(keys).ok());
        QVERIFY(unlocked.storeKeyring(keyring).ok());
        QVERIFY(unlocked.storeKeyring(keyring).ok());
    }
    const UnlockedVault unlocked = device.vault("sam").unlock(kPin).value();
    const EndpointKeys found = unlocked.loadEndpointKeys().value();
    QVERIFY(crypto::sameSecret(found.signing.secret.view(), keys.signing.secret.view()));
    QVERIFY(found.signing.verifyKey == keys.signing.verifyKey);
    QVERIFY(crypto::sameSecret(found.box.secretKey.view(), keys.box.secretKey.view()));
    QVERIFY(found.box.publicKey == keys.box.publicKey);
    QVERIFY(equal(unlocked.loadKeyring().value().view(), keyring));
    QVERIFY(device.vault("sam").describe().value().owner == made.owner);
}

void TestVault::partsAreMissingUntilStored()
{
    Device device;
    UnlockedVault unlocked = device.vault("sam").create(device.newVault()).value();
    QCOMPARE(unlocked.loadEndpointKeys().error().code, ErrorCode::NotFound);
    QCOMPARE(unlocked.loadKeyring().error().code, ErrorCode::NotFound);
    QVERIFY(unlocked.storeKeyring({}).ok());
    QVERIFY(unlocked.loadKeyring().value().view().empty());
    QCOMPARE(unlocked.storeKeyring(Bytes(4u << 20)).error().code, ErrorCode::TooLarge);
}

void TestVault::subkeysStayAndDiffer()
{
    Device device;
    const UnlockedVault made = device.vault("sam").create(device.newVault()).value();
    const UnlockedVault again = device.vault("sam").unlock(kPin).value();
    QVERIFY(crypto::sameSecret(made.draftKey().view(), again.draftKey().view()));
    QVERIFY(crypto::sameSecret(made.snapshotKey().view(), again.snapshotKey().view()));
    QVERIFY(!crypto::sameSecret(made.draftKey().view(), made.snapshotKey().view()));
    const UnlockedVault other = device.vault("kit").create(device.newVault()).value();
    QVERIFY(!crypto::sameSecret(made.draftKey().view(), other.draftKey().view()));
}

void TestVault::attack95_wrongPinIsRefusedAndCounted()
{
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    for (int n = 1; n <= 4; ++n) {
        QCOMPARE(device.vault("sam").unlock(kOtherPin).error(), (Error{ErrorCode::WrongSecret, {}}));
        QCOMPARE(device.vault("sam").standing().value().failures, n);
    }
    // Not even the right one is tried before the wait is over; a new process knows it too.
    QCOMPARE(device.vault("sam").unlock(kPin).error(), (Error{ErrorCode::TryLater, "30"}));
    device.clock.advanceSeconds(30);
    QVERIFY(device.vault("sam").unlock(kPin).ok());
    QCOMPARE(device.vault("sam").standing().value().failures, 0);
}

void TestVault::attack96_copiedToAnotherDevice()
{
    Device device;
    Device other(2);
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    QVERIFY(other.vault("kit").create(other.newVault()).ok());
    for (const char *suffix : {"", ".attempts"})
        overwriteFile(other.path("sam") + suffix, octetsOfFile(device.path("sam") + suffix));
    QCOMPARE(other.vault("sam").unlock(kPin).error().code, ErrorCode::TryLater);
    QCOMPARE(other.unlock("sam", kPin).error().code, ErrorCode::WrongSecret);
}

void TestVault::attack96_copiedToADeviceWithoutSecret()
{
    Device device;
    Device other(2);
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    overwriteFile(other.path("sam"), octetsOfFile(device.path("sam")));
    QCOMPARE(other.vault("sam").unlock(kPin).error().code, ErrorCode::NoKey);
    QVERIFY(other.secrets.held.empty());
}

void TestVault::attack97_anotherPersonsVaultWithOwnPin()
{
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault(kPin)).ok());
    QVERIFY(device.vault("kit").create(device.newVault(kOtherPin)).ok());
    QCOMPARE(device.vault("sam").unlock(kOtherPin).error().code, ErrorCode::WrongSecret);
    // The whole file in the other's place, and the wrapped key alone in the other's file.
    const Bytes sam = octetsOfFile(device.path("sam"));
    const VaultFile kit = device.vault("kit").describe().value();
    overwriteFile(device.path("sam"), octetsOfFile(device.path("kit")));
    QCOMPARE(device.unlock("sam", kPin).error().code, ErrorCode::WrongSecret);
    overwriteFile(device.path("sam"), sam);
    replaceField(device.path("sam"), 7, Value(kit.sealedMaster));
    QCOMPARE(device.unlock("sam", kOtherPin).error().code, ErrorCode::WrongSecret);
}

void TestVault::attack97_ownerInTheFileChanged()
{
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    replaceField(device.path("sam"), 2, Value(toBytes(device.random.make<PersonId>().view())));
    // A person without a counter: as if it had been deleted.
    QCOMPARE(device.vault("sam").unlock(kPin).error(), (Error{ErrorCode::TryLater, "3600"}));
    QCOMPARE(device.unlock("sam", kPin).error().code, ErrorCode::WrongSecret);
}

void TestVault::attack98_parameters_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<qint64>("value");
    QTest::newRow("one pass") << 5 << qint64{1};
    QTest::newRow("no pass") << 5 << qint64{0};
    QTest::newRow("years of passes") << 5 << qint64{1} * 0x7fffffff;
    QTest::newRow("8 KiB") << 6 << qint64{8192};
    QTest::newRow("1 TiB") << 6 << (qint64{1} << 40);
    QTest::newRow("all there is") << 6 << std::numeric_limits<qint64>::max();
}

void TestVault::attack98_parameters()
{
    QFETCH(int, field);
    QFETCH(qint64, value);
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    replaceField(device.path("sam"), field, Value(std::int64_t{value}));
    QCOMPARE(device.vault("sam").unlock(kPin).error(), (Error{ErrorCode::Unsupported, "password cost"}));
    NewVault weak = device.newVault();
    (field == 5 ? weak.cost.passes : weak.cost.memoryOctets) = static_cast<std::uint64_t>(value);
    QCOMPARE(device.vault("kit").create(weak).error().code, ErrorCode::Unsupported);
}

void TestVault::attack98_loweredWithinTheLimits()
{
    Device device;
    NewVault made = device.newVault();
    made.cost.passes = 4;
    QVERIFY(device.vault("sam").create(made).ok());
    replaceField(device.path("sam"), 5, Value(std::int64_t{3}));
    QCOMPARE(device.vault("sam").unlock(kPin).error().code, ErrorCode::WrongSecret);
}

void TestVault::attack99_counterFileDeleted()
{
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    QVERIFY(std::filesystem::remove(device.path("sam") + ".attempts"));
    QCOMPARE(device.vault("sam").unlock(kPin).error(), (Error{ErrorCode::TryLater, "3600"}));
    QVERIFY(device.unlock("sam", kPin).ok());
}

void TestVault::attack100_clockTurnedBack()
{
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    for (int n = 0; n < 4; ++n)
        QVERIFY(!device.vault("sam").unlock(kOtherPin).ok());
    device.clock.advanceSeconds(20);
    device.clock.turnWall(-60'000);
    QCOMPARE(device.vault("sam").unlock(kPin).error(), (Error{ErrorCode::TryLater, "30"}));
    device.clock.advanceSeconds(30);
    QVERIFY(device.vault("sam").unlock(kPin).ok());
}

void TestVault::attack101_frozenNotDestroyed()
{
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    const Bytes before = octetsOfFile(device.path("sam"));
    for (int n = 0; n < 10; ++n)
        QCOMPARE(device.unlock("sam", kOtherPin).error().code, ErrorCode::WrongSecret);
    QCOMPARE(device.unlock("sam", kPin).error().code, ErrorCode::Frozen);
    QVERIFY(device.vault("sam").standing().value().frozen);
    QVERIFY(octetsOfFile(device.path("sam")) == before);
    // Brought in again by a coordinator: the old file is put aside, a new vault begins with a clean count.
    std::filesystem::rename(device.path("sam"), device.path("sam") + ".aside");
    NewVault again = device.newVault(kOtherPin);
    QVERIFY(device.vault("sam").create(again).ok());
    QVERIFY(device.vault("sam").unlock(kOtherPin).ok());
}

void TestVault::everyOctetIsChecked()
{
    Device device;
    {
        UnlockedVault unlocked = device.vault("sam").create(device.newVault()).value();
        QVERIFY(unlocked.storeEndpointKeys(newKeys(device.random)).ok());
    }
    const Bytes good = octetsOfFile(device.path("sam"));
    const VaultFile file = device.vault("sam").describe().value();
    // Up to the escrow, whose box only the recovery key can judge; every 17th octet, as each costs an Argon2id.
    const auto escrow = std::search(good.begin(), good.end(), file.escrow.begin(), file.escrow.end()) - good.begin();
    for (std::ptrdiff_t at = 0; at < escrow - 2; at += 17) {
        Bytes changed = good;
        changed[static_cast<std::size_t>(at)] ^= 0x20;
        overwriteFile(device.path("sam"), changed);
        QVERIFY2(!device.unlock("sam", kPin).ok(), qPrintable(QString::number(at)));
        overwriteFile(device.path("sam"), good);
        QVERIFY(device.unlock("sam", kPin).ok()); // or the vault would soon be frozen
    }
    Bytes changed = good;
    changed.back() ^= 1; // the keyring's null
    overwriteFile(device.path("sam"), changed);
    QCOMPARE(device.vault("sam").describe().error().code, ErrorCode::Corrupt);
    changed = good;
    changed[changed.size() - 10] ^= 1; // in the endpoint keys
    overwriteFile(device.path("sam"), changed);
    QCOMPARE(device.vault("sam").unlock(kPin).value().loadEndpointKeys().error().code, ErrorCode::SealBroken);
}

void TestVault::partsOfAnotherVault()
{
    Device device;
    UnlockedVault sam = device.vault("sam").create(device.newVault()).value();
    UnlockedVault kit = device.vault("kit").create(device.newVault()).value();
    QVERIFY(kit.storeEndpointKeys(newKeys(device.random)).ok());
    QVERIFY(kit.storeKeyring(viewOf("kit")).ok());
    const VaultFile file = device.vault("kit").describe().value();
    replaceField(device.path("sam"), 9, Value(*file.endpointKeys));
    QCOMPARE(sam.loadEndpointKeys().error().code, ErrorCode::SealBroken);
    // A part of the same vault in the place of the other.
    replaceField(device.path("kit"), 9, Value(*file.keyring));
    QCOMPARE(kit.loadEndpointKeys().error().code, ErrorCode::SealBroken);
}

void TestVault::weakPasswordsAreRefused()
{
    Device device;
    QCOMPARE(device.vault("sam").create(device.newVault("123456")).error(), (Error{ErrorCode::WeakSecret, "sequence"}));
    NewVault coordinator = device.newVault(kPin);
    coordinator.kind = PasswordKind::Passphrase;
    QCOMPARE(device.vault("sam").create(coordinator).error(), (Error{ErrorCode::WeakSecret, "length"}));
    QVERIFY(!std::filesystem::exists(device.path("sam")));
    QVERIFY(device.secrets.held.empty());
}

void TestVault::anExistingVaultIsNeverReplaced()
{
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    const Bytes before = octetsOfFile(device.path("sam"));
    QCOMPARE(device.vault("sam").create(device.newVault()).error().code, ErrorCode::AlreadyExists);
    QVERIFY(octetsOfFile(device.path("sam")) == before);
}

void TestVault::changingThePassword()
{
    Device device;
    constexpr char kPhrase[] = "the kettle sings at nine";
    UnlockedVault made = device.vault("sam").create(device.newVault()).value();
    QVERIFY(made.storeKeyring(viewOf("ring")).ok());
    Vault vault = device.vault("sam");
    QCOMPARE(vault.changePassword(kPin, PasswordKind::Pin, "111111", kFloor).error().code, ErrorCode::WeakSecret);
    QVERIFY(vault.changePassword(kPin, PasswordKind::Passphrase, kPhrase, kFloor).ok());
    QCOMPARE(vault.unlock(kPin).error().code, ErrorCode::WrongSecret);
    const UnlockedVault unlocked = vault.unlock(kPhrase).value();
    QVERIFY(equal(unlocked.loadKeyring().value().view(), viewOf("ring")));
    QVERIFY(crypto::sameSecret(unlocked.draftKey().view(), made.draftKey().view()));
    QVERIFY(vault.describe().value().kind == PasswordKind::Passphrase);
    // A session that was open before goes on writing into the changed vault.
    QVERIFY(made.storeKeyring(viewOf("ring 2")).ok());
    QVERIFY(equal(vault.unlock(kPhrase).value().loadKeyring().value().view(), viewOf("ring 2")));
}

void TestVault::changingAWrongPasswordIsCounted()
{
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    QCOMPARE(device.vault("sam").changePassword(kOtherPin, PasswordKind::Pin, kOtherPin, kFloor).error().code,
             ErrorCode::WrongSecret);
    QCOMPARE(device.vault("sam").standing().value().failures, 1);
}

void TestVault::recoveryOpensTheEscrow()
{
    Device device;
    const UnlockedVault made = device.vault("sam").create(device.newVault()).value();
    const UnlockedVault recovered = device.vault("sam").recover(device.recovery).value();
    QVERIFY(crypto::sameSecret(made.draftKey().view(), recovered.draftKey().view()));
    QCOMPARE(device.vault("sam").recover(crypto::BoxKeyPair::make(device.random)).error().code, ErrorCode::SealBroken);
    QVERIFY(device.vault("kit").create(device.newVault()).ok());
    replaceField(device.path("sam"), 8, Value(device.vault("kit").describe().value().escrow));
    QCOMPARE(device.vault("sam").recover(device.recovery).error().code, ErrorCode::SealBroken);
}

void TestVault::unusableRecoveryKey()
{
    Device device;
    NewVault made = device.newVault();
    made.recoveryKey = {};
    QCOMPARE(device.vault("sam").create(made).error().code, ErrorCode::SealBroken);
    QVERIFY(!std::filesystem::exists(device.path("sam")));
}

void TestVault::newerAndBrokenFiles()
{
    Device device;
    QCOMPARE(device.vault("sam").unlock(kPin).error().code, ErrorCode::NotFound);
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    const Bytes good = octetsOfFile(device.path("sam"));
    replaceField(device.path("sam"), 0, Value(std::int64_t{2}));
    QCOMPARE(device.vault("sam").unlock(kPin).error().code, ErrorCode::NewerVersion);
    for (std::size_t length = 0; length < good.size(); length += 9) {
        overwriteFile(device.path("sam"), ByteView(good).first(length));
        QCOMPARE(device.vault("sam").unlock(kPin).error().code, ErrorCode::Corrupt);
    }
    Bytes longer = good;
    longer.push_back(0);
    overwriteFile(device.path("sam"), longer);
    QCOMPARE(device.vault("sam").unlock(kPin).error().code, ErrorCode::Corrupt);
    overwriteFile(device.path("sam"), Bytes(5u << 20));
    QCOMPARE(device.vault("sam").unlock(kPin).error().code, ErrorCode::Corrupt);
}

void TestVault::nothingReadableInTheFile()
{
    Device device;
    UnlockedVault unlocked = device.vault("sam").create(device.newVault()).value();
    const EndpointKeys keys = newKeys(device.random);
    QVERIFY(unlocked.storeEndpointKeys(keys).ok());
    QVERIFY(unlocked.storeKeyring(viewOf("canary-in-the-keyring")).ok());
    const Bytes file = octetsOfFile(device.path("sam"));
    const auto holds = [&file](ByteView part) {
        return std::search(file.begin(), file.end(), part.begin(), part.end()) != file.end();
    };
    QVERIFY(!holds(viewOf("canary")));
    QVERIFY(!holds(keys.signing.secret.view().first(32)));
    QVERIFY(!holds(keys.box.secretKey.view()));
    QVERIFY(!holds(readDeviceSecret(device.secrets).value().view()));
    QVERIFY(!holds(viewOf(kPin)));
}

void TestVault::fullDiskLeavesTheOldVault()
{
    Device device;
    UnlockedVault unlocked = device.vault("sam").create(device.newVault()).value();
    QVERIFY(unlocked.storeKeyring(viewOf("before")).ok());
    QVERIFY(std::filesystem::create_directory(device.path("sam") + ".new"));
    QVERIFY(!unlocked.storeKeyring(viewOf("after")).ok());
    QVERIFY(!device.vault("sam").changePassword(kPin, PasswordKind::Pin, kOtherPin, kFloor).ok());
    QVERIFY(equal(device.vault("sam").unlock(kPin).value().loadKeyring().value().view(), viewOf("before")));
}

void TestVault::silentSecretStoreMakesNoNewSecret()
{
    Device device;
    QVERIFY(device.vault("sam").create(device.newVault()).ok());
    const auto before = device.secrets.held;
    device.secrets.failReads = true;
    QCOMPARE(device.vault("sam").unlock(kPin).error().code, ErrorCode::StorageFailed);
    QCOMPARE(device.vault("kit").create(device.newVault()).error().code, ErrorCode::StorageFailed);
    QVERIFY(device.secrets.held == before);
}

void TestVault::theDefaultCost()
{
    const crypto::PasswordCost cost = NewVault{}.cost;
    QCOMPARE(cost.passes, std::uint64_t{3});
    QCOMPARE(cost.memoryOctets, std::uint64_t{64u << 20});
    crypto::SystemRandom random;
    Device device;
    NewVault made = device.newVault();
    made.cost = {};
    Vault vault(device.path("sam"), {device.secrets, device.clock, random});
    QVERIFY(vault.create(made).ok());
    QVERIFY(vault.unlock(kPin).ok());
}

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
