// The three ways in which the SQLite hub store runs a statement. Only sqlitehub*.cpp include it.
#pragma once

#include "core/hub/sqlitehubstore.h"

namespace ourtable::hub {

template <class... Values>
Result<store::Statement> SqliteHubStore::query(const store::SqlText &sql, const Values &...values)
{
    OURTABLE_ASSIGN(store::Statement statement, m_database.prepare(sql));
    statement.bindAll(values...);
    return statement;
}

template <class... Values>
Result<void> SqliteHubStore::run(const store::SqlText &sql, const Values &...values)
{
    OURTABLE_ASSIGN(store::Statement statement, query(sql, values...));
    return statement.run();
}

template <class... Values>
Result<std::uint64_t> SqliteHubStore::count(const store::SqlText &sql, const Values &...values)
{
    OURTABLE_ASSIGN(store::Statement statement, query(sql, values...));
    OURTABLE_ASSIGN(const bool row, statement.step());
    return row ? static_cast<std::uint64_t>(statement.integer(0)) : 0;
}

// The id in a column. A stored id of another size is a damaged database, but never undefined: it reads as zero and
// fails whatever is checked against it.
template <class Id>
[[nodiscard]] Id idIn(const store::Statement &statement, int column)
{
    return statement.id<Id>(column).value_or(Id{});
}

} // namespace ourtable::hub
