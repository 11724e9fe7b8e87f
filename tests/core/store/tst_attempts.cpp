// Wrong-PIN back-off and freezing (design README 8, Locking; attacks 95, 99, 100, 101).

#include <QTest>

#include "core/store/attempts.h"
#include "core/store/devicesecret.h"
#include "core/support/cbor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/seededrandom.h"
#include "tests/support/tempfolder.h"

using namespace ourtable;
using namespace ourtable::store;
using namespace ourtable::test;

namespace {

constexpr char kName[] = "attempts.0011223344556677";

// One device with one counter; every call opens it anew, as after a restart of the program.
struct Device {
    Device()
    {
        SeededRandom random;
        good = crypto::start() && readOrMakeDeviceSecret(secrets, random) && attempts().startAfresh();
    }
    Attempts attempts() { return Attempts(path(), kName, secrets, clock); }
    std::string path() const { return folder.file("vault.attempts"); }

    // Fails until there were so many wrong attempts, waiting as long as it takes.
    void fail(int upTo)
    {
        for (int n = attempts().standing().value().failures; n < upTo; ++n) {
            clock.advanceSeconds(attempts().standing().value().waitSeconds);
            good = good && attempts().begin();
        }
    }
    std::int64_t wait() { return attempts().standing().value().waitSeconds; }

    TempFolder folder;
    MemorySecretStore secrets;
    FakeClock clock;
    bool good = false;
};

} // namespace

class TestAttempts : public QObject {
    Q_OBJECT
private slots:
    void attack95_delays();
    void attack95_waitingIsRefusedWithoutCounting();
    void attack95_survivesARestartOfProgramAndMachine();
    void attack95_countedBeforeTheAttempt();
    void aRightOneClearsTheCount();
    void attack101_frozenAfterTheTenth();
    void attack99_fileDeleted();
    void attack99_fileRestored();
    void attack99_fileEdited();
    void attack99_fileOfAnotherVault();
    void attack99_copyLost();
    void attack99_copyOfImpossibleNumbers();
    void attack99_bothLost();
    void attack99_oversizedFile();
    void attack99_tamperingWhenFrozenStaysFrozen();
    void attack100_clockTurnedBack();
    void attack100_clockTurnedForwardGainsNothing();
    void smallCorrectionOfTheClock();
    void cutBetweenFileAndCopy();
    void fullDiskDoesNotCount();
    void silentStoreIsNoTampering();
    void freshVaultOfTheSameName();
    void withoutDeviceSecret();
};

void TestAttempts::attack95_delays()
{
    Device device;
    QVERIFY(device.good);
    const std::int64_t expected[] = {0, 0, 0, 0, 30, 60, 300, 900, 3600, 3600};
    for (int failures = 0; failures < 10; ++failures) {
        device.fail(failures);
        QCOMPARE(device.wait(), expected[failures]);
        QCOMPARE(Attempts::delaySeconds(failures), expected[failures]);
    }
    QVERIFY(device.good);
}

void TestAttempts::attack95_waitingIsRefusedWithoutCounting()
{
    Device device;
    device.fail(4);
    device.clock.advance(29'001);
    for (int n = 0; n < 20; ++n)
        QCOMPARE(device.attempts().begin().error(), (Error{ErrorCode::TryLater, "1"}));
    QCOMPARE(device.attempts().standing().value().failures, 4);
    device.clock.advance(999);
    QVERIFY(device.attempts().begin().ok());
    QCOMPARE(device.attempts().standing().value().failures, 5);
}

void TestAttempts::attack95_survivesARestartOfProgramAndMachine()
{
    Device device;
    device.fail(6);
    QCOMPARE(device.wait(), 300);
    // The clock of the wall may say that a day has passed; it can be set. Only the time since the start counts.
    device.clock.reboot(24 * 3600 * 1000);
    device.clock.advanceSeconds(100);
    QCOMPARE(device.wait(), 200);
    QCOMPARE(device.attempts().begin().error().code, ErrorCode::TryLater);
    device.clock.advanceSeconds(200);
    QVERIFY(device.attempts().begin().ok());
}

void TestAttempts::attack95_countedBeforeTheAttempt()
{
    Device device;
    // The program dies between begin() and its outcome, again and again.
    for (int n = 0; n < 4; ++n)
        QVERIFY(device.attempts().begin().ok());
    QCOMPARE(device.attempts().standing().value().failures, 4);
    QCOMPARE(device.attempts().begin().error().code, ErrorCode::TryLater);
}

void TestAttempts::aRightOneClearsTheCount()
{
    Device device;
    device.fail(5);
    device.clock.advanceSeconds(60);
    QVERIFY(device.attempts().begin().ok());
    QVERIFY(device.attempts().succeeded().ok());
    QCOMPARE(device.attempts().standing().value().failures, 0);
    QCOMPARE(device.wait(), 0);
}

void TestAttempts::attack101_frozenAfterTheTenth()
{
    Device device;
    device.fail(10);
    QVERIFY(device.good);
    QVERIFY(device.attempts().standing().value().frozen);
    QCOMPARE(device.attempts().begin().error().code, ErrorCode::Frozen);
    device.clock.advanceSeconds(30 * 24 * 3600);
    device.clock.reboot(0);
    QCOMPARE(device.attempts().begin().error().code, ErrorCode::Frozen);
}

void TestAttempts::attack99_fileDeleted()
{
    Device device;
    device.fail(2);
    QVERIFY(std::filesystem::remove(device.path()));
    QCOMPARE(device.wait(), 3600);
    QCOMPARE(device.attempts().begin().error().code, ErrorCode::TryLater);
    // Deleting it again does not shorten what is left to two more attempts.
    device.clock.advanceSeconds(3600);
    QVERIFY(device.attempts().begin().ok());
    QVERIFY(std::filesystem::remove(device.path()));
    QCOMPARE(device.attempts().standing().value().failures, 9);
    device.clock.advanceSeconds(3600);
    QVERIFY(device.attempts().begin().ok());
    QVERIFY(device.attempts().standing().value().frozen);
}

void TestAttempts::attack99_fileRestored()
{
    Device device;
    const Bytes early = octetsOfFile(device.path());
    device.fail(3);
    overwriteFile(device.path(), early);
    QCOMPARE(device.wait(), 3600);
    QCOMPARE(device.attempts().standing().value().failures, 8);
}

void TestAttempts::attack99_fileEdited()
{
    Device device;
    device.fail(4);
    const Bytes file = octetsOfFile(device.path());
    for (std::size_t at = 0; at < file.size(); ++at) {
        Device fresh;
        fresh.fail(4);
        QVERIFY(octetsOfFile(fresh.path()) == file);
        Bytes edited = file;
        edited[at] ^= 1;
        overwriteFile(fresh.path(), edited);
        QCOMPARE(fresh.wait(), 3600);
    }
    overwriteFile(device.path(), {});
    QCOMPARE(device.wait(), 3600);
}

void TestAttempts::attack99_fileOfAnotherVault()
{
    Device device;
    device.fail(4);
    Attempts other(device.folder.file("other.attempts"), "attempts.8899aabbccddeeff", device.secrets, device.clock);
    QVERIFY(other.startAfresh().ok());
    for (int n = 0; n < 8; ++n) // as new as the one that it is to replace
        QVERIFY(other.succeeded().ok());
    overwriteFile(device.path(), octetsOfFile(device.folder.file("other.attempts")));
    QCOMPARE(device.wait(), 3600);
}

void TestAttempts::attack99_copyLost()
{
    Device device;
    device.fail(1);
    device.secrets.held.erase(kName);
    QCOMPARE(device.wait(), 3600);
    device.secrets.held[kName] = Bytes{0xff};
    device.clock.advanceSeconds(10);
    QCOMPARE(device.wait(), 3600);
}

// Numbers that counting would overflow are no copy of ours.
void TestAttempts::attack99_copyOfImpossibleNumbers()
{
    for (const auto &[serial, failures] : {std::pair{INT64_MAX, std::int64_t{3}}, std::pair{std::int64_t{3}, INT64_MAX}}) {
        Device device;
        device.secrets.held[kName] = cbor::encode(ValueArray{serial, failures});
        const auto standing = device.attempts().standing();
        QVERIFY(standing.ok());
        QCOMPARE(standing->failures, 8);
        QCOMPARE(standing->waitSeconds, 3600);
    }
}

void TestAttempts::attack99_bothLost()
{
    Device device;
    device.secrets.held.erase(kName);
    QVERIFY(std::filesystem::remove(device.path()));
    QCOMPARE(device.wait(), 3600);
}

void TestAttempts::attack99_oversizedFile()
{
    Device device;
    overwriteFile(device.path(), Bytes(100'000));
    QCOMPARE(device.wait(), 3600);
}

void TestAttempts::attack99_tamperingWhenFrozenStaysFrozen()
{
    Device device;
    device.fail(10);
    QVERIFY(std::filesystem::remove(device.path()));
    QVERIFY(device.attempts().standing().value().frozen);
}

void TestAttempts::attack100_clockTurnedBack()
{
    Device device;
    device.fail(6);
    device.clock.advanceSeconds(290);
    QCOMPARE(device.wait(), 10);
    device.clock.turnWall(-3600 * 1000);
    QCOMPARE(device.wait(), 300);
    // Once: the new time is now the one to go by, in this process and the next.
    device.clock.advanceSeconds(100);
    QCOMPARE(device.wait(), 200);
    device.clock.advanceSeconds(200);
    QVERIFY(device.attempts().begin().ok());
}

void TestAttempts::attack100_clockTurnedForwardGainsNothing()
{
    Device device;
    device.fail(6);
    device.clock.turnWall(7 * 24 * 3600 * 1000LL);
    QCOMPARE(device.wait(), 300);
}

void TestAttempts::smallCorrectionOfTheClock()
{
    Device device;
    device.fail(6);
    device.clock.advanceSeconds(10);
    device.clock.turnWall(-11'000);
    QCOMPARE(device.wait(), 290);
}

void TestAttempts::cutBetweenFileAndCopy()
{
    Device device;
    device.fail(2);
    const Bytes copy = device.secrets.held[kName];
    device.fail(3);
    device.secrets.held[kName] = copy; // the power went before the copy was written
    QCOMPARE(device.attempts().standing().value().failures, 3);
    QCOMPARE(device.wait(), 0);
}

void TestAttempts::fullDiskDoesNotCount()
{
    Device device;
    device.secrets.failWrites = true;
    for (int n = 0; n < 12; ++n)
        QCOMPARE(device.attempts().begin().error().code, ErrorCode::StorageFull);
    device.secrets.failWrites = false;
    QCOMPARE(device.attempts().standing().value().failures, 0);
    // No place for the file: a folder stands in the way of its temporary neighbour.
    QVERIFY(std::filesystem::create_directory(device.path() + ".new"));
    QVERIFY(!device.attempts().begin().ok());
    QVERIFY(std::filesystem::remove(device.path() + ".new"));
    QCOMPARE(device.attempts().standing().value().failures, 0);
}

void TestAttempts::silentStoreIsNoTampering()
{
    Device device;
    device.secrets.failReads = true;
    QCOMPARE(device.attempts().standing().error().code, ErrorCode::StorageFailed);
    QCOMPARE(device.attempts().begin().error().code, ErrorCode::StorageFailed);
    device.secrets.failReads = false;
    QCOMPARE(device.wait(), 0);
}

void TestAttempts::freshVaultOfTheSameName()
{
    Device device;
    device.fail(10);
    const Bytes frozen = octetsOfFile(device.path());
    QVERIFY(device.attempts().startAfresh().ok());
    QCOMPARE(device.attempts().standing().value().failures, 0);
    overwriteFile(device.path(), frozen);
    QCOMPARE(device.attempts().standing().value().failures, 10);
}

void TestAttempts::withoutDeviceSecret()
{
    Device device;
    device.secrets.held.clear();
    QCOMPARE(device.attempts().standing().error().code, ErrorCode::NoKey);
    QCOMPARE(device.attempts().begin().error().code, ErrorCode::NoKey);
}

QTEST_GUILESS_MAIN(TestAttempts)
#include "tst_attempts.moc"
