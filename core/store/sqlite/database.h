// A SQLite connection, hardened (security.md 1.5). The four types of this folder are the only way to SQLite: Database,
// Statement, Transaction, Savepoint.
#pragma once

#include <memory>
#include <string>

#include "core/store/sqlite/memoryimage.h"
#include "core/store/sqlite/sqltext.h"
#include "core/store/sqlite/statement.h"
#include "core/store/sqlite/transaction.h"
#include "core/support/result.h"

namespace ourtable::store {

enum class Journal { WriteAhead, Memory, Off }; // Off: a rollback is not possible; for what can be made again
enum class Synchronous { Off, Normal, Full };

struct OpenOptions {
    bool create = true;             // make the file (mode 0600) when there is none; its folder has to be there
    bool readOnly = false;
    std::int32_t applicationId = 0; // written into a new file; another one in an old file is refused
    std::int32_t newestVersion = 0x7fffffff; // a higher user_version is refused as NewerVersion, file untouched
    Journal journal = Journal::WriteAhead;   // memory databases: Memory or Off
    Synchronous synchronous = Synchronous::Full;
    int busyMilliseconds = 5000;
    int lengthLimit = 8 << 20;      // octets of one value or row
    int cacheKibibytes = 2000;      // page cache; memory databases want little, their pages are in memory already
};

// One connection, for one thread at a time; a Database may be handed to another thread when no Statement or guard of it
// is alive. Move-only; Statements and guards stay good when it is moved, and must go before it does.
class Database {
public:
    // NotFound (create is off), Corrupt (not a database, or of another application), NewerVersion, Busy, StorageFailed.
    [[nodiscard]] static Result<Database> open(const std::string &path, const OpenOptions &options = {});
    // A database in memory. Connections of this process that give the same name share one, which goes with its last
    // connection; an empty name is private. Names are letters, digits, '-' and '_'.
    [[nodiscard]] static Result<Database> openMemory(const std::string &name = {}, OpenOptions options = {});
    // A private database in memory out of what image() gave, writable, taken over without a copy. Corrupt when it is no
    // database. Only for octets whose seal was checked.
    [[nodiscard]] static Result<Database> deserialize(MemoryImage image, OpenOptions options = {});

    ~Database();
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;

    // Cached by text: see Statement. Exactly one statement.
    [[nodiscard]] Result<Statement> prepare(const SqlText &sql);
    // One or more statements without parameters; rows are thrown away.
    [[nodiscard]] Result<void> execute(const SqlText &sql);

    // Rows that the newest INSERT, UPDATE or DELETE changed; triggers and cascades not counted.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] std::int64_t lastInsertRow() const;
    [[nodiscard]] bool insideTransaction() const;

    // Private memory databases only: the whole database in place, good until the next write. Internal inside a
    // transaction or for any other database. Empty when nothing was ever written.
    [[nodiscard]] Result<ByteView> image() const;

    // Reads every page and index; Corrupt when anything is wrong.
    [[nodiscard]] Result<void> integrityCheck();
    // Moves the write-ahead log into the file and truncates it. Busy when a reader is in the way.
    [[nodiscard]] Result<void> checkpointTruncate();
    // No more pages than this, for this connection: a full disk where a test or a quota wants one. Not less than there
    // are already.
    [[nodiscard]] Result<void> pageLimit(std::int64_t pages);
    [[nodiscard]] Result<std::int64_t> userVersion();
    // Inside a transaction it is part of it.
    [[nodiscard]] Result<void> setUserVersion(std::int32_t version);
    [[nodiscard]] Result<std::int64_t> applicationId();

private:
    friend class Transaction;
    friend class Savepoint;
    explicit Database(std::unique_ptr<Connection> connection);
    [[nodiscard]] static Result<Database> openWith(const char *name, int flags, const char *vfs, const OpenOptions &options,
                                                   MemoryImage image);
    [[nodiscard]] Result<void> prepareForUse(const OpenOptions &options);
    [[nodiscard]] Result<void> checkOrigin(const OpenOptions &options);
    [[nodiscard]] Result<std::int64_t> number(const SqlText &sql);
    [[nodiscard]] Result<void> setPragma(std::string_view name, std::int64_t value);
    [[nodiscard]] Connection *connection() const { return m_connection.get(); }

    std::unique_ptr<Connection> m_connection;
};

} // namespace ourtable::store
