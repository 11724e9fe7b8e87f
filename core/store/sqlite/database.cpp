#include "core/store/sqlite/database.h"

#include <algorithm>
#include <cctype>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include "core/store/sqlite/connection.h"
#include "core/store/sqlite/hardening.h"

namespace ourtable::store {
namespace {

// SQLite would make the file readable for others; its companions (-wal, -shm) take the mode of the file.
void makePrivateFile(const std::string &path)
{
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_CLOEXEC | O_RDWR, 0600);
    if (file >= 0)
        ::close(file);
}

Result<void> adopt(sqlite3 *handle, MemoryImage image)
{
    const auto size = static_cast<sqlite3_int64>(image.size());
    const int code = sqlite3_deserialize(handle, "main", image.release(), size, size,
                                         SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
    if (code != SQLITE_OK)
        return errorOfSqlite(code);
    return {};
}

SqlText journalPragma(Journal journal)
{
    switch (journal) {
    case Journal::WriteAhead: return "PRAGMA journal_mode=WAL";
    case Journal::Memory: return "PRAGMA journal_mode=MEMORY";
    case Journal::Off: break;
    }
    return "PRAGMA journal_mode=OFF";
}

SqlText synchronousPragma(Synchronous synchronous)
{
    switch (synchronous) {
    case Synchronous::Off: return "PRAGMA synchronous=OFF";
    case Synchronous::Normal: return "PRAGMA synchronous=NORMAL";
    case Synchronous::Full: break;
    }
    return "PRAGMA synchronous=FULL";
}

// SQLite counts its memory under one lock for all connections, which threads with a connection each would wait for. Nobody
// asks for the count. Too late, and refused, when something else in the process has used SQLite before.
void countNoMemory()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)once;
}

} // namespace

Database::Database(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}
Database::~Database() = default;
Database::Database(Database &&other) noexcept = default;
Database &Database::operator=(Database &&other) noexcept = default;

Result<Database> Database::open(const std::string &path, const OpenOptions &options)
{
    const bool create = options.create && !options.readOnly;
    if (create)
        makePrivateFile(path);
    if (::access(path.c_str(), F_OK) != 0)
        return Error{ErrorCode::NotFound, "database"};
    return openWith(path.c_str(), options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, nullptr, options, {});
}

Result<Database> Database::openMemory(const std::string &name, OpenOptions options)
{
    if (!std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_'; }))
        return Error{ErrorCode::InvalidInput, "database name"};
    if (options.journal == Journal::WriteAhead)
        options.journal = Journal::Memory;
    // The memdb VFS shares what starts with a slash.
    const std::string shared = name.empty() ? "private" : "/" + name;
    return openWith(shared.c_str(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "memdb", options, {});
}

Result<Database> Database::deserialize(MemoryImage image, OpenOptions options)
{
    if (image.size() == 0)
        return Error{ErrorCode::Corrupt, "empty image"};
    if (options.journal == Journal::WriteAhead)
        options.journal = Journal::Memory;
    return openWith("private", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, "memdb", options, std::move(image));
}

Result<Database> Database::openWith(const char *name, int flags, const char *vfs, const OpenOptions &options,
                                    MemoryImage image)
{
    countNoMemory();
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs);
    Database database(std::make_unique<Connection>(handle));
    if (code != SQLITE_OK)
        return errorOfSqlite(code);
    if (image.size() > 0)
        OURTABLE_TRY(adopt(handle, std::move(image)));
    OURTABLE_TRY(database.prepareForUse(options));
    return database;
}

Result<void> Database::prepareForUse(const OpenOptions &options)
{
    sqlite3_busy_timeout(m_connection->handle(), options.busyMilliseconds);
    OURTABLE_TRY(setPragma("cell_size_check", 1));
    OURTABLE_TRY(checkOrigin(options));
    if (!options.readOnly) {
        OURTABLE_TRY(execute(journalPragma(options.journal)));
        OURTABLE_TRY(execute(synchronousPragma(options.synchronous)));
    }
    OURTABLE_TRY(setPragma("temp_store", 2)); // memory
    OURTABLE_TRY(setPragma("secure_delete", 1));
    OURTABLE_TRY(setPragma("cache_size", -std::int64_t{options.cacheKibibytes}));
    OURTABLE_TRY(harden(m_connection->handle(), options.lengthLimit));
    return setAuthorizer(m_connection->handle());
}

Result<void> Database::checkOrigin(const OpenOptions &options)
{
    OURTABLE_ASSIGN(const std::int64_t version, userVersion());
    if (version > options.newestVersion)
        return ErrorCode::NewerVersion;
    if (options.applicationId == 0)
        return {};
    OURTABLE_ASSIGN(const std::int64_t found, applicationId());
    if (found == options.applicationId)
        return {};
    OURTABLE_ASSIGN(const std::int64_t pages, number("PRAGMA page_count"));
    if (pages != 0 || options.readOnly)
        return Error{ErrorCode::Corrupt, "application id"};
    return setPragma("application_id", options.applicationId);
}

Result<Statement> Database::prepare(const SqlText &sql)
{
    OURTABLE_ASSIGN(sqlite3_stmt *statement, m_connection->take(sql.text()));
    return Statement(m_connection.get(), statement);
}

Result<void> Database::execute(const SqlText &sql) { return m_connection->execute(sql.text()); }

std::int64_t Database::changes() const { return sqlite3_changes64(m_connection->handle()); }
std::int64_t Database::lastInsertRow() const { return sqlite3_last_insert_rowid(m_connection->handle()); }
bool Database::insideTransaction() const { return m_connection->insideTransaction; }

Result<ByteView> Database::image() const
{
    sqlite3 *handle = m_connection->handle();
    if (sqlite3_get_autocommit(handle) == 0)
        return Error{ErrorCode::Internal, "image inside a transaction"};
    sqlite3_int64 size = 0;
    const unsigned char *octets = sqlite3_serialize(handle, "main", &size, SQLITE_SERIALIZE_NOCOPY);
    if (!octets && size != 0)
        return Error{ErrorCode::Internal, "image of a database that is not private memory"};
    return ByteView(octets, octets ? static_cast<std::size_t>(size) : 0);
}

Result<void> Database::integrityCheck()
{
    OURTABLE_ASSIGN(Statement check, prepare("PRAGMA integrity_check(1)"));
    OURTABLE_ASSIGN(const bool row, check.step());
    if (!row || check.text(0) != "ok")
        return Error{ErrorCode::Corrupt, "integrity check"};
    return {};
}

Result<void> Database::checkpointTruncate()
{
    const int code =
        sqlite3_wal_checkpoint_v2(m_connection->handle(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK)
        return errorOfSqlite(code);
    return {};
}

Result<void> Database::pageLimit(std::int64_t pages) { return setPragma("max_page_count", pages); }
Result<std::int64_t> Database::userVersion() { return number("PRAGMA user_version"); }
Result<void> Database::setUserVersion(std::int32_t version) { return setPragma("user_version", version); }
Result<std::int64_t> Database::applicationId() { return number("PRAGMA application_id"); }

Result<std::int64_t> Database::number(const SqlText &sql)
{
    OURTABLE_ASSIGN(Statement query, prepare(sql));
    OURTABLE_ASSIGN(const bool row, query.step());
    if (!row)
        return Error{ErrorCode::Internal, "no row"};
    return query.integer(0);
}

// Pragmas take no bound values. The name is one of ours and the value a number.
Result<void> Database::setPragma(std::string_view name, std::int64_t value)
{
    const std::string sql = "PRAGMA " + std::string(name) + "=" + std::to_string(value);
    return execute(SqlText::generated(sql));
}

} // namespace ourtable::store
