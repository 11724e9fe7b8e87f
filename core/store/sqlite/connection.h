// What Database, Statement, Transaction and Savepoint share. Only this folder includes it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/store/sqlite/sqltext.h"
#include "core/support/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace ourtable::store {

// The error of a SQLite result code: StorageFull, Busy, Corrupt, AlreadyExists (a unique key would be made twice),
// TooLarge, else StorageFailed. The detail is "sqlite <extended code>", never SQLite's own text, which quotes names.
[[nodiscard]] Error errorOfSqlite(int code);

// One open connection and its idle prepared statements. Used by one thread at a time; lives at one address.
class Connection {
public:
    explicit Connection(sqlite3 *handle) : m_handle(handle) {}
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] sqlite3 *handle() const { return m_handle; }

    // An idle statement of that text, or a new one. Give it back when done.
    [[nodiscard]] Result<sqlite3_stmt *> take(std::string_view sql);
    void giveBack(sqlite3_stmt *statement);

    // Runs every statement of a text that returns no rows of interest.
    [[nodiscard]] Result<void> execute(std::string_view sql);

    // True once SQLite itself rolled back a transaction of ours (disk full, no memory). Every statement is refused until
    // the guard has noticed, or what followed would be kept one by one: half a change.
    [[nodiscard]] bool transactionLost() const;

    bool insideTransaction = false; // a Transaction guard is active
    bool givenUp = false;           // an inner guard was dropped without commit: the outer one may not commit

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    sqlite3 *m_handle;
    std::unordered_map<std::string, std::vector<sqlite3_stmt *>, TextHash, std::equal_to<>> m_idle;
};

} // namespace ourtable::store
