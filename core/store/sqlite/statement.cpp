#include "core/store/sqlite/statement.h"

#include <sqlite3.h>
#include <utility>

#include "core/store/sqlite/connection.h"

namespace ourtable::store {

Statement::~Statement()
{
    if (m_statement)
        m_connection->giveBack(m_statement);
}

Statement::Statement(Statement &&other) noexcept
    : m_connection(other.m_connection), m_statement(std::exchange(other.m_statement, nullptr)),
      m_bindError(other.m_bindError)
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_connection, other.m_connection);
    std::swap(m_statement, other.m_statement);
    std::swap(m_bindError, other.m_bindError);
    return *this;
}

void Statement::keepError(int code)
{
    if (m_bindError == SQLITE_OK)
        m_bindError = code;
}

Statement &Statement::bindInteger(int parameter, std::int64_t number)
{
    keepError(sqlite3_bind_int64(m_statement, parameter, number));
    return *this;
}

Statement &Statement::bind(int parameter, std::string_view text)
{
    // A null pointer would bind NULL.
    const char *data = text.data() ? text.data() : "";
    keepError(sqlite3_bind_text64(m_statement, parameter, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement &Statement::bind(int parameter, ByteView octets)
{
    if (octets.empty())
        keepError(sqlite3_bind_zeroblob(m_statement, parameter, 0));
    else
        keepError(sqlite3_bind_blob64(m_statement, parameter, octets.data(), octets.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement &Statement::bind(int parameter, std::nullptr_t)
{
    keepError(sqlite3_bind_null(m_statement, parameter));
    return *this;
}

Result<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return errorOfSqlite(std::exchange(m_bindError, SQLITE_OK));
    if (m_connection->transactionLost())
        return Error{ErrorCode::StorageFailed, "transaction lost"};
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    sqlite3_reset(m_statement);
    if (code == SQLITE_DONE)
        return false;
    return errorOfSqlite(code);
}

Result<void> Statement::run()
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return row.error();
        if (!*row)
            return {};
    }
}

void Statement::reset() { sqlite3_reset(m_statement); }

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

std::string_view Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return data ? std::string_view(data, size) : std::string_view();
}

ByteView Statement::octets(int column) const
{
    const auto *data = static_cast<const std::uint8_t *>(sqlite3_column_blob(m_statement, column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return data ? ByteView(data, size) : ByteView();
}

bool Statement::isNull(int column) const { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }

int Statement::columns() const { return sqlite3_column_count(m_statement); }

} // namespace ourtable::store
