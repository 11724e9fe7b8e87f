// The four RAII types on SQLite: hardening knob by knob (security.md 1.5), guards, full disk, power cuts, images.

#include <QTest>
#include <sys/stat.h>
#include <sys/wait.h>
#include <type_traits>
#include <unistd.h>

#include "core/store/sqlite/database.h"
#include "core/support/ids.h"
#include "tests/support/tempfolder.h"

using namespace ourtable;
using namespace ourtable::store;
using ourtable::test::TempFolder;

// SQL out of strings does not compile; a literal does.
static_assert(!std::is_constructible_v<SqlText, std::string>);
static_assert(!std::is_constructible_v<SqlText, std::string_view>);
static_assert(!std::is_constructible_v<SqlText, const char *>);
static_assert(SqlText("SELECT 1").text() == "SELECT 1");
static_assert(!std::is_copy_constructible_v<Database> && std::is_nothrow_move_constructible_v<Database>);
static_assert(!std::is_copy_constructible_v<Statement> && !std::is_copy_constructible_v<Transaction>);

namespace {

constexpr std::int32_t kOurs = 0x4f544201;

Database memory(OpenOptions options = {}) { return Database::openMemory({}, options).value(); }

std::int64_t numberOf(Database &database, const SqlText &sql)
{
    Statement query = database.prepare(sql).value();
    const Result<bool> row = query.step();
    return row.ok() && *row ? query.integer(0) : -1;
}

std::string textOfQuery(Database &database, const SqlText &sql)
{
    Statement query = database.prepare(sql).value();
    const Result<bool> row = query.step();
    return row.ok() && *row ? std::string(query.text(0)) : std::string("nothing");
}

// The code of a statement that has to fail, at prepare or at step; Internal stands for "it worked".
ErrorCode refusalOf(Database &database, const SqlText &sql)
{
    const Result<void> done = database.execute(sql);
    return done.ok() ? ErrorCode::Internal : done.error().code;
}

std::int64_t rowsOf(Database &database) { return numberOf(database, "SELECT count(*) FROM note"); }

Database withNotes()
{
    Database database = memory();
    (void)database.execute("CREATE TABLE note(id INTEGER PRIMARY KEY, body BLOB) STRICT").ok();
    return database;
}

Result<void> addNote(Database &database, std::string_view body)
{
    OURTABLE_ASSIGN(Statement insert, database.prepare("INSERT INTO note(body) VALUES(?)"));
    return insert.bind(1, viewOf(body)).run();
}

} // namespace

class TestSqlite : public QObject {
    Q_OBJECT
private slots:
    void settingsOfEveryConnection();
    void hardening_data();
    void hardening();
    void limits_data();
    void limits();
    void ownUseWorksUnderHardening();
    void valuesComeBackAsTheyWere();
    void bindErrorsComeOutOfStep();
    void statementsAreKeptByText();
    void aStatementLeavesNoReadOpen();
    void transactionsRollBackUnlessCommitted();
    void innerTransactionsAreInactive();
    void anInnerTransactionGivenUpStopsTheCommit();
    void savepointsUndoTheirPart();
    void aSavepointMendsAnInnerGivenUp();
    void savepointNeedsATransaction();
    void fullDiskChangesNothing();
    void afterALostTransactionNothingIsKept();
    void twoWriters();
    void uniqueKeys();
    void filesArePrivate();
    void newerVersionIsRefusedUntouched();
    void anotherApplicationsFileIsRefused();
    void garbageIsCorrupt();
    void damagedPageIsFound();
    void readOnly();
    void missingFile();
    void versionGoesWithItsTransaction();
    void sharedMemoryOutlivesAConnection();
    void imageComesBackWritable();
    void imageIsInPlace();
    void imageRefusals();
    void garbageImageIsCorrupt();
    void checkpointEmptiesTheLog();
    void powerCut106_committedOrAbsent();
};

void TestSqlite::settingsOfEveryConnection()
{
    const TempFolder folder;
    Database onDisk = Database::open(folder.file("a.db"), {.applicationId = kOurs}).value();
    Database inMemory = memory();
    for (Database *database : {&onDisk, &inMemory}) {
        QCOMPARE(numberOf(*database, "PRAGMA cell_size_check"), 1);
        QCOMPARE(numberOf(*database, "PRAGMA secure_delete"), 1);
        QCOMPARE(numberOf(*database, "PRAGMA temp_store"), 2);
        QCOMPARE(numberOf(*database, "PRAGMA foreign_keys"), 1);
        QCOMPARE(numberOf(*database, "PRAGMA synchronous"), 2);
        QCOMPARE(numberOf(*database, "PRAGMA busy_timeout"), 5000);
    }
    QCOMPARE(textOfQuery(onDisk, "PRAGMA journal_mode"), std::string("wal"));
    QCOMPARE(textOfQuery(inMemory, "PRAGMA journal_mode"), std::string("memory"));
    QCOMPARE(onDisk.applicationId().value(), std::int64_t{kOurs});
    Database quick = memory({.journal = Journal::Off, .synchronous = Synchronous::Off, .busyMilliseconds = 7});
    QCOMPARE(textOfQuery(quick, "PRAGMA journal_mode"), std::string("off"));
    QCOMPARE(numberOf(quick, "PRAGMA synchronous"), 0);
    QCOMPARE(numberOf(quick, "PRAGMA busy_timeout"), 7);
    Database normal = Database::open(folder.file("b.db"), {.synchronous = Synchronous::Normal}).value();
    QCOMPARE(numberOf(normal, "PRAGMA synchronous"), 1);
}

void TestSqlite::hardening_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("attach") << QByteArray("ATTACH ':memory:' AS other");
    QTest::newRow("attach a file") << QByteArray("ATTACH 'file:x?vfs=unix' AS other");
    QTest::newRow("detach") << QByteArray("DETACH main");
    QTest::newRow("vacuum into") << QByteArray("VACUUM INTO 'copy.db'");
    QTest::newRow("load_extension") << QByteArray("SELECT load_extension('x')");
    QTest::newRow("readfile") << QByteArray("SELECT readfile('/etc/passwd')");
    QTest::newRow("writefile") << QByteArray("SELECT writefile('x', 'y')");
    QTest::newRow("fts3_tokenizer") << QByteArray("SELECT fts3_tokenizer('simple')");
    QTest::newRow("writable_schema") << QByteArray("PRAGMA writable_schema=1");
    QTest::newRow("trusted_schema") << QByteArray("PRAGMA trusted_schema=1");
    QTest::newRow("temp_store_directory") << QByteArray("PRAGMA temp_store_directory='/tmp'");
    QTest::newRow("schema table") << QByteArray("DELETE FROM sqlite_schema");
    QTest::newRow("shadow table") << QByteArray("UPDATE words_data SET block=x'00'");
    QTest::newRow("double-quoted text") << QByteArray("SELECT \"nosuch\"");
    QTest::newRow("double-quoted text in a table") << QByteArray("CREATE TABLE t(a CHECK(a <> \"nosuch\"))");
    QTest::newRow("untrusted function in a view") << QByteArray("SELECT * FROM outward");
    QTest::newRow("foreign key") << QByteArray("INSERT INTO child VALUES(99)");
}

void TestSqlite::hardening()
{
    QFETCH(QByteArray, sql);
    Database database = memory();
    QVERIFY(database.execute("CREATE VIRTUAL TABLE words USING fts5(body);"
                             "CREATE TABLE parent(id INTEGER PRIMARY KEY);"
                             "CREATE TABLE child(parent INTEGER REFERENCES parent(id));"
                             "CREATE VIEW outward AS SELECT load_extension('x')").ok());
    QVERIFY(refusalOf(database, SqlText::generated(sql.toStdString())) != ErrorCode::Internal);
}

void TestSqlite::limits_data()
{
    QTest::addColumn<QByteArray>("sql");
    const QByteArray one = "SELECT 1";
    QTest::newRow("length of a text of SQL") << one + QByteArray(100'000, ' ');
    QTest::newRow("depth of an expression") << "SELECT " + QByteArray("1+").repeated(120) + "1";
    QTest::newRow("terms of a compound") << one + QByteArray(" UNION ALL SELECT 1").repeated(10);
    QTest::newRow("length of a pattern") << "SELECT 'a' LIKE '" + QByteArray(201, 'a') + "'";
    QTest::newRow("number of parameters") << QByteArray("SELECT ?1000");
    QTest::newRow("length of a value") << QByteArray("SELECT zeroblob(8388609)");
}

void TestSqlite::limits()
{
    QFETCH(QByteArray, sql);
    Database database = memory();
    QVERIFY(refusalOf(database, SqlText::generated(sql.toStdString())) != ErrorCode::Internal);
    QCOMPARE(refusalOf(database, "SELECT zeroblob(8388608)"), ErrorCode::Internal);
    Database wider = memory({.lengthLimit = 16 << 20});
    QCOMPARE(refusalOf(wider, "SELECT zeroblob(16777216)"), ErrorCode::Internal);
    QCOMPARE(refusalOf(wider, "SELECT zeroblob(16777217)"), ErrorCode::TooLarge);
}

// What our own stores need stays possible: FTS5 fed by hand, STRICT, RETURNING, UPSERT. A trigger on FTS5 does not work on
// SQLite 3.40 with an untrusted schema; hence by hand.
void TestSqlite::ownUseWorksUnderHardening()
{
    Database database = memory();
    QVERIFY(database.execute("CREATE TABLE note(id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
                             "CREATE VIRTUAL TABLE words USING fts5(body, content='note', content_rowid='id')").ok());
    Statement insert = database.prepare("INSERT INTO note(body) VALUES(?) RETURNING id").value();
    QVERIFY(insert.bind(1, "the kettle is broken").run().ok());
    Statement feed = database.prepare("INSERT INTO words(rowid, body) VALUES(?, ?)").value();
    QVERIFY(feed.bindAll(1, "the kettle is broken").run().ok());
    QCOMPARE(numberOf(database, "SELECT rowid FROM words WHERE words MATCH '\"kettle\"*'"), 1);
    QVERIFY(database.execute("INSERT INTO note VALUES(1, 'mended') ON CONFLICT(id) DO UPDATE SET body=excluded.body").ok());
    QCOMPARE(rowsOf(database), 1);
}

void TestSqlite::valuesComeBackAsTheyWere()
{
    Database database = memory();
    QVERIFY(database.execute("CREATE TABLE v(a INTEGER, b INTEGER, c TEXT, d BLOB, e BLOB, f TEXT, g BLOB, h BLOB)").ok());
    const std::string text("caf\xc3\xa9\0tail", 10);
    const Bytes octets = {0, 255, 7};
    const auto id = *FixedBytes<struct AnyTag, 4>::from(Bytes{1, 2, 3, 4});
    Statement insert = database.prepare("INSERT INTO v VALUES(?,?,?,?,?,?,?,?)").value();
    QVERIFY(insert.bindAll(INT64_MIN, true, text, octets, id, std::string_view(), ByteView(), std::optional<int>()).run().ok());
    QCOMPARE(database.changes(), 1);
    QCOMPARE(database.lastInsertRow(), 1);
    Statement query = database.prepare("SELECT * FROM v").value();
    QVERIFY(query.step().value());
    QCOMPARE(query.columns(), 8);
    QCOMPARE(query.integer(0), INT64_MIN);
    QVERIFY(query.flag(1));
    QCOMPARE(query.text(2), std::string_view(text));
    QCOMPARE(toBytes(query.octets(3)), octets);
    QVERIFY(query.id<decltype(id)>(4) == id);
    QVERIFY(!query.id<RecordId>(4));
    QVERIFY(query.text(5).empty() && !query.isNull(5));
    QVERIFY(query.octets(6).empty() && !query.isNull(6));
    QVERIFY(query.isNull(7));
    QVERIFY(!query.step().value());
}

void TestSqlite::bindErrorsComeOutOfStep()
{
    Database database = withNotes();
    Statement insert = database.prepare("INSERT INTO note(body) VALUES(?)").value();
    QVERIFY(!insert.bind(2, 1).run().ok());
    const Bytes large(9u << 20);
    QCOMPARE(insert.bind(1, large).run().error().code, ErrorCode::TooLarge);
    QCOMPARE(rowsOf(database), 0);
    QVERIFY(insert.bind(1, viewOf("fits")).run().ok());
}

void TestSqlite::statementsAreKeptByText()
{
    Database database = withNotes();
    QVERIFY(addNote(database, "one").ok() && addNote(database, "two").ok());
    {
        // Two at once of the same text are two statements.
        Statement outer = database.prepare("SELECT id FROM note ORDER BY id").value();
        QVERIFY(outer.step().value());
        Statement inner = database.prepare("SELECT id FROM note ORDER BY id").value();
        QVERIFY(inner.step().value() && inner.step().value());
        QCOMPARE(outer.integer(0), 1);
        QCOMPARE(inner.integer(0), 2);
    }
    Statement bound = database.prepare("SELECT ?").value();
    QVERIFY(bound.bind(1, 5).step().value());
    bound = database.prepare("SELECT id FROM note").value();
    // What was bound before is gone.
    Statement again = database.prepare("SELECT ?").value();
    QVERIFY(again.step().value() && again.isNull(0));
    QCOMPARE(database.prepare("SELECT 1; SELECT 2").error().code, ErrorCode::Internal);
    QCOMPARE(database.prepare("").error().code, ErrorCode::Internal);
    QCOMPARE(database.prepare("SELECT nosuch").error(), (Error{ErrorCode::StorageFailed, "sqlite 1"}));
}

void TestSqlite::aStatementLeavesNoReadOpen()
{
    const TempFolder folder;
    Database database = Database::open(folder.file("a.db"), {.busyMilliseconds = 0}).value();
    Database reader = Database::open(folder.file("a.db"), {.busyMilliseconds = 0}).value();
    QVERIFY(database.execute("CREATE TABLE note(id INTEGER PRIMARY KEY, body BLOB); INSERT INTO note(id) VALUES(1),(2)").ok());
    {
        Statement query = reader.prepare("SELECT id FROM note").value();
        QVERIFY(query.step().value());
        QVERIFY(database.execute("INSERT INTO note(id) VALUES(3)").ok());
        QCOMPARE(database.checkpointTruncate().error().code, ErrorCode::Busy);
    }
    QVERIFY(database.checkpointTruncate().ok());
}

void TestSqlite::transactionsRollBackUnlessCommitted()
{
    Database database = withNotes();
    {
        Transaction transaction = Transaction::begin(database).value();
        QVERIFY(transaction.isOutermost() && database.insideTransaction());
        QVERIFY(addNote(database, "lost").ok());
    }
    QVERIFY(!database.insideTransaction());
    QCOMPARE(rowsOf(database), 0);
    {
        Transaction transaction = Transaction::begin(database).value();
        QVERIFY(addNote(database, "kept").ok());
        QVERIFY(transaction.commit().ok());
        QCOMPARE(transaction.commit().error().code, ErrorCode::Internal);
    }
    QCOMPARE(rowsOf(database), 1);
}

void TestSqlite::innerTransactionsAreInactive()
{
    Database database = withNotes();
    {
        Transaction outer = Transaction::begin(database).value();
        Transaction inner = Transaction::begin(database).value();
        QVERIFY(!inner.isOutermost());
        QVERIFY(addNote(database, "inner").ok());
        QVERIFY(inner.commit().ok());
        QVERIFY(database.insideTransaction());
    }
    QCOMPARE(rowsOf(database), 0);
}

void TestSqlite::anInnerTransactionGivenUpStopsTheCommit()
{
    Database database = withNotes();
    {
        Transaction outer = Transaction::begin(database).value();
        QVERIFY(addNote(database, "first half").ok());
        {
            Transaction inner = Transaction::begin(database).value();
        }
        QCOMPARE(outer.commit().error().code, ErrorCode::Internal);
    }
    QCOMPARE(rowsOf(database), 0);
    Transaction next = Transaction::begin(database).value();
    QVERIFY(addNote(database, "a new piece of work").ok());
    QVERIFY(next.commit().ok());
    QCOMPARE(rowsOf(database), 1);
}

void TestSqlite::savepointsUndoTheirPart()
{
    Database database = withNotes();
    Transaction transaction = Transaction::begin(database).value();
    QVERIFY(addNote(database, "kept").ok());
    {
        Savepoint dropped = Savepoint::set(database).value();
        QVERIFY(addNote(database, "undone").ok());
        Savepoint nested = Savepoint::set(database).value();
        QVERIFY(addNote(database, "undone with it").ok());
        QVERIFY(nested.release().ok());
        QCOMPARE(rowsOf(database), 3);
    }
    QCOMPARE(rowsOf(database), 1);
    Savepoint kept = Savepoint::set(database).value();
    QVERIFY(addNote(database, "kept too").ok());
    QVERIFY(kept.release().ok());
    QCOMPARE(kept.release().error().code, ErrorCode::Internal);
    QVERIFY(transaction.commit().ok());
    QCOMPARE(rowsOf(database), 2);
}

void TestSqlite::aSavepointMendsAnInnerGivenUp()
{
    Database database = withNotes();
    Transaction outer = Transaction::begin(database).value();
    QVERIFY(addNote(database, "kept").ok());
    {
        Savepoint part = Savepoint::set(database).value();
        Transaction inner = Transaction::begin(database).value();
        QVERIFY(addNote(database, "given up").ok());
    }
    QVERIFY(outer.commit().ok());
    QCOMPARE(rowsOf(database), 1);
}

void TestSqlite::savepointNeedsATransaction()
{
    Database database = withNotes();
    QCOMPARE(Savepoint::set(database).error().code, ErrorCode::Internal);
}

void TestSqlite::fullDiskChangesNothing()
{
    const TempFolder folder;
    Database database = Database::open(folder.file("a.db")).value();
    QVERIFY(database.execute("CREATE TABLE note(id INTEGER PRIMARY KEY, body BLOB)").ok());
    QVERIFY(addNote(database, "first").ok());
    QVERIFY(database.pageLimit(4).ok());
    const std::string large(100'000, 'x');
    const Result<void> added = addNote(database, large);
    QCOMPARE(added.error().code, ErrorCode::StorageFull);
    QCOMPARE(added.error().detail, std::string("sqlite 13"));
    QCOMPARE(rowsOf(database), 1);
    QVERIFY(database.integrityCheck().ok());
    QVERIFY(database.pageLimit(1000).ok());
    QVERIFY(addNote(database, large).ok());
    QCOMPARE(rowsOf(database), 2);
}

// SQLite rolls a transaction back by itself on some errors; what follows in the same guard must not slip in alone.
void TestSqlite::afterALostTransactionNothingIsKept()
{
    Database database = withNotes();
    {
        Transaction transaction = Transaction::begin(database).value();
        QVERIFY(addNote(database, "before").ok());
        Savepoint part = Savepoint::set(database).value();
        QVERIFY(!database.execute("INSERT OR ROLLBACK INTO note(id) VALUES(1)").ok());
        QCOMPARE(addNote(database, "after").error(), (Error{ErrorCode::StorageFailed, "transaction lost"}));
        QVERIFY(!database.execute("INSERT INTO note(id) VALUES(7)").ok());
        QCOMPARE(transaction.commit().error().code, ErrorCode::StorageFailed);
    }
    QCOMPARE(rowsOf(database), 0);
    QVERIFY(addNote(database, "the next piece of work").ok());
}

void TestSqlite::twoWriters()
{
    const TempFolder folder;
    Database first = Database::open(folder.file("a.db"), {.busyMilliseconds = 0}).value();
    Database second = Database::open(folder.file("a.db"), {.busyMilliseconds = 0}).value();
    Transaction transaction = Transaction::begin(first).value();
    QCOMPARE(Transaction::begin(second).error().code, ErrorCode::Busy);
    QVERIFY(transaction.commit().ok());
    QVERIFY(Transaction::begin(second).ok());
}

void TestSqlite::uniqueKeys()
{
    Database database = withNotes();
    QVERIFY(database.execute("INSERT INTO note(id) VALUES(1)").ok());
    QCOMPARE(refusalOf(database, "INSERT INTO note(id) VALUES(1)"), ErrorCode::AlreadyExists);
    QCOMPARE(refusalOf(database, "INSERT INTO note(body) VALUES('text in a STRICT blob')"), ErrorCode::StorageFailed);
}

void TestSqlite::filesArePrivate()
{
    const TempFolder folder;
    const mode_t before = ::umask(0);
    Database database = Database::open(folder.file("a.db")).value();
    QVERIFY(database.execute("CREATE TABLE note(id INTEGER PRIMARY KEY)").ok());
    ::umask(before);
    for (const char *name : {"a.db", "a.db-wal", "a.db-shm"}) {
        struct stat status {};
        QCOMPARE(::stat(folder.file(name).c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, mode_t{0600});
    }
}

void TestSqlite::newerVersionIsRefusedUntouched()
{
    const TempFolder folder;
    const std::string path = folder.file("a.db");
    {
        Database database = Database::open(path, {.applicationId = kOurs, .journal = Journal::Memory}).value();
        QVERIFY(database.setUserVersion(3).ok());
    }
    const Bytes before = test::octetsOfFile(path);
    QCOMPARE(Database::open(path, {.applicationId = kOurs, .newestVersion = 2}).error().code, ErrorCode::NewerVersion);
    QVERIFY(test::octetsOfFile(path) == before);
    QCOMPARE(Database::open(path, {.newestVersion = 3}).value().userVersion().value(), 3);
}

void TestSqlite::anotherApplicationsFileIsRefused()
{
    const TempFolder folder;
    const std::string path = folder.file("a.db");
    {
        Database theirs = Database::open(path, {.applicationId = 77, .journal = Journal::Memory}).value();
        QVERIFY(theirs.execute("CREATE TABLE t(a)").ok());
    }
    const Bytes before = test::octetsOfFile(path);
    QCOMPARE(Database::open(path, {.applicationId = kOurs}).error().code, ErrorCode::Corrupt);
    QVERIFY(test::octetsOfFile(path) == before);
}

void TestSqlite::garbageIsCorrupt()
{
    const TempFolder folder;
    test::overwriteFile(folder.file("a.db"), toBytes(std::string(8192, 'g')));
    QCOMPARE(Database::open(folder.file("a.db")).error().code, ErrorCode::Corrupt);
}

void TestSqlite::damagedPageIsFound()
{
    const TempFolder folder;
    const std::string path = folder.file("a.db");
    {
        Database database = Database::open(path, {.journal = Journal::Memory}).value();
        QVERIFY(database.execute("CREATE TABLE note(id INTEGER PRIMARY KEY, body BLOB)").ok());
        for (int i = 0; i < 50; ++i)
            QVERIFY(addNote(database, std::string(900, 'n')).ok());
        QVERIFY(database.integrityCheck().ok());
    }
    Bytes octets = test::octetsOfFile(path);
    std::fill_n(octets.begin() + 3 * 4096, 64, std::uint8_t{0xff});
    test::overwriteFile(path, octets);
    Database database = Database::open(path).value();
    QCOMPARE(database.integrityCheck().error().code, ErrorCode::Corrupt);
}

void TestSqlite::readOnly()
{
    const TempFolder folder;
    QVERIFY(Database::open(folder.file("a.db")).value().execute("CREATE TABLE note(id)").ok());
    Database database = Database::open(folder.file("a.db"), {.readOnly = true}).value();
    QCOMPARE(rowsOf(database), 0);
    QCOMPARE(refusalOf(database, "INSERT INTO note VALUES(1)"), ErrorCode::StorageFailed);
}

void TestSqlite::missingFile()
{
    const TempFolder folder;
    QCOMPARE(Database::open(folder.file("a.db"), {.create = false}).error().code, ErrorCode::NotFound);
    QCOMPARE(Database::open(folder.file("a.db"), {.readOnly = true}).error().code, ErrorCode::NotFound);
    QCOMPARE(Database::open(folder.file("nowhere/a.db")).error().code, ErrorCode::NotFound);
    QVERIFY(!std::filesystem::exists(folder.file("a.db")));
}

void TestSqlite::versionGoesWithItsTransaction()
{
    Database database = memory();
    {
        Transaction transaction = Transaction::begin(database).value();
        QVERIFY(database.setUserVersion(9).ok());
    }
    QCOMPARE(database.userVersion().value(), 0);
}

void TestSqlite::sharedMemoryOutlivesAConnection()
{
    Database keeper = Database::openMemory("shared-1").value();
    QVERIFY(Database::openMemory("shared-1").value().execute("CREATE TABLE note(id)").ok());
    QCOMPARE(rowsOf(keeper), 0);
    QCOMPARE(Database::openMemory("a/b").error().code, ErrorCode::InvalidInput);
    Database alone = Database::openMemory().value();
    QVERIFY(!alone.prepare("SELECT * FROM note").ok());
}

void TestSqlite::imageComesBackWritable()
{
    Database database = withNotes();
    QVERIFY(database.image().value().size() > 0);
    for (int i = 0; i < 100; ++i)
        QVERIFY(addNote(database, std::string(500, 'n')).ok());
    const ByteView image = database.image().value();
    MemoryImage copy(image.size());
    std::copy(image.begin(), image.end(), copy.data());
    Database again = Database::deserialize(std::move(copy)).value();
    QCOMPARE(rowsOf(again), 100);
    QVERIFY(addNote(again, "one more").ok());
    QCOMPARE(rowsOf(again), 101);
    QCOMPARE(rowsOf(database), 100);
    QVERIFY(again.integrityCheck().ok());
    QVERIFY(again.image().value().size() >= image.size());
    QVERIFY(refusalOf(again, "ATTACH ':memory:' AS other") != ErrorCode::Internal);
}

void TestSqlite::imageIsInPlace()
{
    Database database = withNotes();
    QVERIFY(addNote(database, "here").ok());
    const ByteView first = database.image().value();
    const ByteView second = database.image().value();
    QVERIFY(first.data() == second.data());
}

void TestSqlite::imageRefusals()
{
    const TempFolder folder;
    Database onDisk = Database::open(folder.file("a.db")).value();
    QVERIFY(onDisk.execute("CREATE TABLE note(id)").ok());
    QCOMPARE(onDisk.image().error().code, ErrorCode::Internal);
    Database shared = Database::openMemory("shared-2").value();
    QVERIFY(shared.execute("CREATE TABLE note(id)").ok());
    QCOMPARE(shared.image().error().code, ErrorCode::Internal);
    Database database = withNotes();
    Transaction transaction = Transaction::begin(database).value();
    QCOMPARE(database.image().error().code, ErrorCode::Internal);
}

void TestSqlite::garbageImageIsCorrupt()
{
    MemoryImage image(8192);
    std::fill_n(image.data(), image.size(), std::uint8_t{'g'});
    QCOMPARE(Database::deserialize(std::move(image)).error().code, ErrorCode::Corrupt);
    QCOMPARE(Database::deserialize(MemoryImage()).error().code, ErrorCode::Corrupt);
}

void TestSqlite::checkpointEmptiesTheLog()
{
    const TempFolder folder;
    Database database = Database::open(folder.file("a.db")).value();
    QVERIFY(database.execute("CREATE TABLE note(id); INSERT INTO note VALUES(1)").ok());
    QVERIFY(!test::octetsOfFile(folder.file("a.db-wal")).empty());
    QVERIFY(database.checkpointTruncate().ok());
    QVERIFY(test::octetsOfFile(folder.file("a.db-wal")).empty());
}

// A process that dies without any clean-up, in or after a transaction of two rows: both rows are there, or neither.
void TestSqlite::powerCut106_committedOrAbsent()
{
    const TempFolder folder;
    const std::string path = folder.file("a.db");
    QVERIFY(Database::open(path).value().execute("CREATE TABLE note(id INTEGER PRIMARY KEY, body BLOB)").ok());
    for (int round = 0; round < 12; ++round) {
        const pid_t child = ::fork();
        if (child == 0) {
            Database database = Database::open(path).value();
            Transaction transaction = Transaction::begin(database).value();
            const bool two = addNote(database, "first") && addNote(database, "second");
            const bool committed = two && round % 3 == 0 && transaction.commit();
            ::_exit(committed ? 1 : 0);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(WEXITSTATUS(status), round % 3 == 0 ? 1 : 0);
        Database database = Database::open(path).value();
        QCOMPARE(rowsOf(database), 2 * (round / 3 + 1));
        QVERIFY(database.integrityCheck().ok());
    }
}

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
