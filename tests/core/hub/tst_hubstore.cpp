// The store: its schema, and which databases it refuses.
#include <QTest>

#include "core/hub/sqlitehubschema.h"
#include "core/hub/sqlitehubstore.h"
#include "tests/core/hub/support/hubharness.h"

using namespace ourtable;
using namespace ourtable::hub;
using ourtable::test::HubHarness;

class HubStoreTest : public QObject {
    Q_OBJECT

private slots:
    void createRefusesToReplaceAHub();
    void freshHubIsFoundedOnce();
    void everyTableIsStrictAndLedByTheProgramme();
    void refusesWhatItDoesNotUnderstand_data();
    void refusesWhatItDoesNotUnderstand();
    void refusesAnExchangedDatabase();
    void keepsEverythingOverARestart();
    void markRestoredMakesANewEpoch();
};

void HubStoreTest::createRefusesToReplaceAHub()
{
    HubHarness hub;
    QVERIFY(HubService::create(hub.settings, hub.random));
    QCOMPARE(HubService::create(hub.settings, hub.random).error().code, ErrorCode::AlreadyExists);
}

void HubStoreTest::freshHubIsFoundedOnce()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Result<HubService::Status> status = hub.service->status();
    QVERIFY(status);
    QVERIFY(status->founded);
    QCOMPARE(status->devices, 1u);
    QCOMPARE(status->changes, 0u);
    QCOMPARE(status->schema, std::to_string(kHubSchemaVersion));
    QCOMPARE(hub.service->makeFoundingTicket().error().code, ErrorCode::AlreadyUsed);
}

void HubStoreTest::everyTableIsStrictAndLedByTheProgramme()
{
    HubHarness hub;
    QVERIFY(HubService::create(hub.settings, hub.random));
    Result<store::Database> database = store::Database::open(hub.settings.databasePath, {false, true});
    QVERIFY(database);
    Result<store::Statement> loose = database->prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                                                       " AND name NOT LIKE 'sqlite_%' AND NOT strict");
    QVERIFY(loose);
    QVERIFY(!*loose->step());
    Result<store::Statement> other =
        database->prepare("SELECT t.name FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table'"
                          " AND t.name NOT LIKE 'sqlite_%' AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) c"
                          " WHERE c.name = 'programme_id' AND c.pk <= 1 AND c.cid = 0) ORDER BY t.name");
    QVERIFY(other);
    QStringList names;
    while (*other->step())
        names << QString::fromUtf8(other->text(0).data(), static_cast<qsizetype>(other->text(0).size()));
    QCOMPARE(names, (QStringList{QStringLiteral("hub_meta"), QStringLiteral("op"), QStringLiteral("ticket")}));
}

void HubStoreTest::refusesWhatItDoesNotUnderstand_data()
{
    QTest::addColumn<int>("damage");
    QTest::addColumn<int>("code");
    QTest::newRow("no database at all") << 0 << static_cast<int>(ErrorCode::NotFound);
    QTest::newRow("not a database") << 1 << static_cast<int>(ErrorCode::Corrupt);
    QTest::newRow("another program's database") << 2 << static_cast<int>(ErrorCode::Corrupt);
    QTest::newRow("a later version's") << 3 << static_cast<int>(ErrorCode::NewerVersion);
    QTest::newRow("an earlier version's that never was") << 4 << static_cast<int>(ErrorCode::Corrupt);
    QTest::newRow("pages overwritten") << 5 << static_cast<int>(ErrorCode::Corrupt);
}

void HubStoreTest::refusesWhatItDoesNotUnderstand()
{
    QFETCH(int, damage);
    QFETCH(int, code);
    HubHarness hub;
    QVERIFY(hub.start());
    hub.service.reset();
    const std::string path = hub.settings.databasePath;
    if (damage == 0) {
        QVERIFY(QFile::remove(QString::fromStdString(path)));
    } else if (damage == 1) {
        test::overwriteFile(path, toBytes("these are no pages of a database, however long one reads on in them"));
    } else if (damage == 5) {
        Bytes octets = test::octetsOfFile(path);
        std::fill(octets.begin() + 4096, octets.end(), std::uint8_t{0x5a});
        test::overwriteFile(path, octets);
    } else {
        Result<store::Database> database = store::Database::open(path, {});
        QVERIFY(database);
        if (damage == 2)
            QVERIFY(database->execute("PRAGMA application_id = 7"));
        else
            QVERIFY(database->setUserVersion(damage == 3 ? kHubSchemaVersion + 1 : 0));
    }
    const Result<std::unique_ptr<HubService>> opened = HubService::open(hub.settings, hub.clock, hub.random);
    QVERIFY(!opened);
    QCOMPARE(static_cast<int>(opened.error().code), code);
}

void HubStoreTest::refusesAnExchangedDatabase()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Bytes epoch = test::octetsOfFile(hub.settings.epochPath);
    test::overwriteFile(hub.settings.epochPath, viewOf("00112233445566778899aabbccddeeff\n"));
    hub.service.reset();
    QCOMPARE(HubService::open(hub.settings, hub.clock, hub.random).error().code, ErrorCode::HubChanged);
    QVERIFY(QFile::remove(QString::fromStdString(hub.settings.epochPath)));
    QCOMPARE(HubService::open(hub.settings, hub.clock, hub.random).error().code, ErrorCode::HubChanged);
    test::overwriteFile(hub.settings.epochPath, epoch);
    QVERIFY(HubService::open(hub.settings, hub.clock, hub.random));
}

void HubStoreTest::keepsEverythingOverARestart()
{
    HubHarness hub;
    QVERIFY(hub.start(true));
    test::HubClient coordinator = hub.client(hub.programme.coordinator());
    test::ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    QCOMPARE(coordinator.push(chain.push({chain.nextRun(20)})).codes.front().size(), 20u);
    const sync::HelloAnswer before = coordinator.hello();
    QVERIFY(hub.reopen());
    const sync::HelloAnswer after = hub.client(hub.programme.coordinator()).hello();
    QCOMPARE(after.encoded(), before.encoded());
    QCOMPARE(hub.service->status()->changes, 20u);
}

void HubStoreTest::markRestoredMakesANewEpoch()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const HubEpoch before = hub.epoch();
    hub.service.reset();
    QVERIFY(HubService::markRestored(hub.settings, hub.random));
    QVERIFY(hub.reopen());
    QVERIFY(hub.epoch() != before);
}

QTEST_GUILESS_MAIN(HubStoreTest)
#include "tst_hubstore.moc"
