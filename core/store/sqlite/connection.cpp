#include "core/store/sqlite/connection.h"

#include <sqlite3.h>

namespace ourtable::store {

Error errorOfSqlite(int code)
{
    std::string detail = "sqlite " + std::to_string(code);
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID)
        return {ErrorCode::AlreadyExists, std::move(detail)};
    switch (code & 0xff) {
    case SQLITE_FULL: return {ErrorCode::StorageFull, std::move(detail)};
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {ErrorCode::Busy, std::move(detail)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return {ErrorCode::Corrupt, std::move(detail)};
    case SQLITE_TOOBIG: return {ErrorCode::TooLarge, std::move(detail)};
    default: return {ErrorCode::StorageFailed, std::move(detail)};
    }
}

Connection::~Connection()
{
    for (const auto &[sql, statements] : m_idle)
        for (sqlite3_stmt *statement : statements)
            sqlite3_finalize(statement);
    // Statements that are still out keep the handle alive until they go.
    sqlite3_close_v2(m_handle);
}

Result<sqlite3_stmt *> Connection::take(std::string_view sql)
{
    const auto idle = m_idle.find(sql);
    if (idle != m_idle.end() && !idle->second.empty()) {
        sqlite3_stmt *statement = idle->second.back();
        idle->second.pop_back();
        return statement;
    }
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                        &statement, &rest);
    if (code != SQLITE_OK)
        return errorOfSqlite(code);
    if (!statement || rest != sql.data() + sql.size()) {
        sqlite3_finalize(statement);
        return Error{ErrorCode::Internal, "one statement expected"};
    }
    return statement;
}

void Connection::giveBack(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    const std::string_view sql = sqlite3_sql(statement);
    auto idle = m_idle.find(sql);
    if (idle == m_idle.end())
        idle = m_idle.try_emplace(std::string(sql)).first;
    idle->second.push_back(statement);
}

Result<void> Connection::execute(std::string_view sql)
{
    while (!sql.empty()) {
        if (transactionLost())
            return Error{ErrorCode::StorageFailed, "transaction lost"};
        sqlite3_stmt *statement = nullptr;
        const char *rest = nullptr;
        int code = sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), 0, &statement, &rest);
        if (code != SQLITE_OK)
            return errorOfSqlite(code);
        sql.remove_prefix(static_cast<std::size_t>(rest - sql.data()));
        if (!statement)
            continue; // white space or a comment
        do
            code = sqlite3_step(statement);
        while (code == SQLITE_ROW);
        sqlite3_finalize(statement);
        if (code != SQLITE_DONE)
            return errorOfSqlite(code);
    }
    return {};
}

bool Connection::transactionLost() const { return insideTransaction && sqlite3_get_autocommit(m_handle) != 0; }

} // namespace ourtable::store
