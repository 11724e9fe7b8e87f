// Clock, paths, places of secrets, certificate pins.

#include <QSslCertificate>
#include <QSslKey>
#include <QTest>
#include <sys/stat.h>

#include "core/crypto/hashing.h"
#include "core/store/devicesecret.h"
#include "platform/common/apppaths.h"
#include "platform/common/certificatepin.h"
#include "platform/common/filesecretstore.h"
#include "platform/common/secretstores.h"
#include "platform/common/systemclock.h"
#include "tests/platform/testcertificates.h"
#include "tests/support/seededrandom.h"
#include "tests/support/tempfolder.h"

using namespace ourtable;
using namespace ourtable::platform;
using namespace ourtable::test;

namespace {

mode_t modeOf(const std::string &path)
{
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777 : 0;
}

Bytes bytesOf(const QByteArray &octets) { return toBytes(octets.toStdString()); }

} // namespace

class TestPlatformCommon : public QObject {
    Q_OBJECT
private slots:
    void clocksMoveForward();
    void pathsAreInAPrivateFolder();
    void secretFilesArePrivate();
    void secretsComeBack();
    void secretNames_data();
    void secretNames();
    void damagedSecrets();
    void placeIsDecidedOnce();
    void placeInAKeyringIsNotReplacedByAFile();
    void withoutADesktopTheFileIsUsed();
    void pinIsTheHashOfTheKeyInfo_data();
    void pinIsTheHashOfTheKeyInfo();
    void certificatesFromAnybody();
    void certificateFiles();
};

void TestPlatformCommon::clocksMoveForward()
{
    const SystemClock clock;
    const std::int64_t wall = clock.wallMilliseconds();
    const std::int64_t monotonic = clock.monotonicMilliseconds();
    QVERIFY(wall > 1'600'000'000'000);
    QVERIFY(monotonic > 0);
    QVERIFY(clock.monotonicMilliseconds() >= monotonic);
}

void TestPlatformCommon::pathsAreInAPrivateFolder()
{
    const TempFolder folder;
    const std::string wide = folder.file("wide");
    QVERIFY(std::filesystem::create_directory(wide));
    QCOMPARE(::chmod(wide.c_str(), 0755), 0);
    const AppPaths paths = AppPaths::in(wide).value();
    QVERIFY(paths.make());
    QCOMPARE(modeOf(wide), mode_t{0700});
    QCOMPARE(paths.store(), wide + "/store.db");
    QCOMPARE(paths.vault("a1"), wide + "/vault-a1.bin");
    const AppPaths deep = AppPaths::in(folder.file("made/deep")).value();
    QCOMPARE(deep.folder(), folder.file("made/deep"));
    QVERIFY(!std::filesystem::exists(deep.folder()));
    QVERIFY(deep.make());
    QCOMPARE(modeOf(folder.file("made/deep")), mode_t{0700});
    QCOMPARE(AppPaths::in("").error().code, ErrorCode::InvalidInput);
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString(folder.path()));
    QCOMPARE(AppPaths::standard().value().folder(), folder.file("ourtable"));
}

void TestPlatformCommon::secretFilesArePrivate()
{
    const TempFolder folder;
    const mode_t before = ::umask(0);
    FileSecretStore store(folder.file("secrets"));
    QVERIFY(store.write("device-secret", Bytes(32, 7)).ok());
    ::umask(before);
    QCOMPARE(modeOf(folder.file("secrets")), mode_t{0700});
    QCOMPARE(modeOf(folder.file("secrets/device-secret")), mode_t{0600});
    QCOMPARE(::chmod(folder.file("secrets").c_str(), 0755), 0);
    QVERIFY(store.write("device-secret", Bytes(32, 8)).ok());
    QCOMPARE(modeOf(folder.file("secrets")), mode_t{0700});
    QVERIFY(!std::filesystem::exists(folder.file("secrets/device-secret.new")));
}

void TestPlatformCommon::secretsComeBack()
{
    const TempFolder folder;
    FileSecretStore store(folder.file("secrets"));
    QCOMPARE(store.read("a").error().code, ErrorCode::NotFound);
    QVERIFY(store.remove("a").ok());
    QVERIFY(store.write("a", Bytes{0, 1, 255}).ok());
    FileSecretStore again(folder.file("secrets"));
    QVERIFY(equal(again.read("a").value().view(), Bytes{0, 1, 255}));
    QVERIFY(again.write("a", Bytes{2}).ok());
    QVERIFY(equal(store.read("a").value().view(), Bytes{2}));
    QVERIFY(store.remove("a").ok());
    QCOMPARE(store.read("a").error().code, ErrorCode::NotFound);
    QCOMPARE(store.write("a", Bytes(1025)).error().code, ErrorCode::TooLarge);
}

void TestPlatformCommon::secretNames_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"", ".", "..", "../a", "a/b", "/etc/passwd", "A", "a b", ".hidden", "a\nb"})
        QTest::newRow(name) << QByteArray(name);
    QTest::newRow("too long") << QByteArray(65, 'a');
}

void TestPlatformCommon::secretNames()
{
    QFETCH(QByteArray, name);
    const TempFolder folder;
    FileSecretStore store(folder.file("secrets"));
    QCOMPARE(store.read(name.toStdString()).error().code, ErrorCode::InvalidInput);
    QCOMPARE(store.write(name.toStdString(), Bytes{1}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(store.remove(name.toStdString()).error().code, ErrorCode::InvalidInput);
}

void TestPlatformCommon::damagedSecrets()
{
    const TempFolder folder;
    FileSecretStore store(folder.path());
    overwriteFile(folder.file("device-secret"), Bytes(5000));
    QCOMPARE(store.read("device-secret").error().code, ErrorCode::Corrupt);
    overwriteFile(folder.file("device-secret"), Bytes(31));
    SeededRandom random;
    QCOMPARE(store::readOrMakeDeviceSecret(store, random).error().code, ErrorCode::Corrupt);
    QCOMPARE(octetsOfFile(folder.file("device-secret")).size(), std::size_t{31});
}

void TestPlatformCommon::placeIsDecidedOnce()
{
    const TempFolder folder;
    SeededRandom random;
    const std::string secrets = folder.file("secrets");
    QVERIFY(makeSecretStore(secrets, random, SecretPlace::File).value()->write("a", Bytes{9}).ok());
    // A desktop that appears later, with whatever keyring, changes nothing.
    qputenv("DISPLAY", ":99");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QVERIFY(equal(makeSecretStore(secrets, random).value()->read("a").value().view(), Bytes{9}));
    qunsetenv("DISPLAY");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

void TestPlatformCommon::placeInAKeyringIsNotReplacedByAFile()
{
    const TempFolder folder;
    SeededRandom random;
    overwriteFile(folder.file(".where"), viewOf("00112233445566778899aabbccddeeff"));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    const auto store = makeSecretStore(folder.path(), random, SecretPlace::File);
    if (store) {
        // A keyring that is away is not an empty one: no new device secret is made.
        QCOMPARE((*store)->read("device-secret").error().code, ErrorCode::StorageFailed);
        QVERIFY(!store::readOrMakeDeviceSecret(**store, random).ok());
    } else {
        QCOMPARE(store.error().code, ErrorCode::Unsupported);
    }
    QVERIFY(!std::filesystem::exists(folder.file("device-secret")));
    overwriteFile(folder.file(".where"), viewOf("elsewhere"));
    QCOMPARE(makeSecretStore(folder.path(), random).error().code, ErrorCode::Corrupt);
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

void TestPlatformCommon::withoutADesktopTheFileIsUsed()
{
    const TempFolder folder;
    SeededRandom random;
    for (const char *name : {"DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"})
        qunsetenv(name);
    QVERIFY(makeSecretStore(folder.file("secrets"), random).value()->write("a", Bytes{1}).ok());
    QVERIFY(std::filesystem::exists(folder.file("secrets/a")));
    // A display and a bus, but nobody at the bus.
    qputenv("DISPLAY", ":99");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    QVERIFY(makeSecretStore(folder.file("others"), random).value()->write("a", Bytes{1}).ok());
    QVERIFY(std::filesystem::exists(folder.file("others/a")));
    qunsetenv("DISPLAY");
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
}

void TestPlatformCommon::pinIsTheHashOfTheKeyInfo_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("P-256") << static_cast<int>(KeyKind::P256);
    QTest::newRow("RSA") << static_cast<int>(KeyKind::Rsa2048);
}

// Against the other reading of the same certificate, Qt's.
void TestPlatformCommon::pinIsTheHashOfTheKeyInfo()
{
    QFETCH(int, kind);
    const Authority authority(static_cast<KeyKind>(kind));
    const QSslCertificate parsed = QSslCertificate::fromData(authority.certificate()).constFirst();
    const Bytes der = bytesOf(parsed.toDer());
    QCOMPARE(pinOfCertificate(der).value(), crypto::plainHashOf(bytesOf(parsed.publicKey().toDer())));
    const CertificateParts parts = *partsOfCertificate(der);
    QVERIFY(equal(parts.issuer, parts.subject));
}

void TestPlatformCommon::certificatesFromAnybody()
{
    const Authority authority;
    const Bytes der = derOfCertificateFile(bytesOf(authority.certificate())).value();
    for (std::size_t length = 0; length < der.size(); ++length)
        QVERIFY(!partsOfCertificate(ByteView(der).first(length)));
    Bytes longer = der;
    longer.push_back(0);
    QVERIFY(!partsOfCertificate(longer));
    // Every octet flipped in turn: some reading or none, never past the end.
    for (std::size_t at = 0; at < der.size(); ++at) {
        Bytes changed = der;
        changed[at] ^= 0xff;
        const auto parts = partsOfCertificate(changed);
        QVERIFY(!parts || parts->publicKeyInfo.size() <= changed.size());
    }
    QVERIFY(!partsOfCertificate(Bytes{0x30, 0x80, 0, 0}));
    QVERIFY(!partsOfCertificate(Bytes{0x30, 0x84, 0xff, 0xff, 0xff, 0xff}));
    QVERIFY(!partsOfCertificate(Bytes{0x30, 0x83, 0xff, 0xff, 0xff, 0}));
}

void TestPlatformCommon::certificateFiles()
{
    const Authority authority;
    const Authority other;
    const Bytes der = derOfCertificateFile(bytesOf(authority.certificate())).value();
    QCOMPARE(derOfCertificateFile(der).value(), der);
    QCOMPARE(derOfCertificateFile(bytesOf(authority.certificate() + other.certificate())).error().code, ErrorCode::Malformed);
    QCOMPARE(derOfCertificateFile({}).error().code, ErrorCode::Malformed);
    QCOMPARE(pinOfCertificate({}).error().code, ErrorCode::Malformed);
}

QTEST_GUILESS_MAIN(TestPlatformCommon)
#include "tst_platformcommon.moc"
