#include "core/store/sqlite/transaction.h"

#include <sqlite3.h>
#include <utility>

#include "core/store/sqlite/connection.h"
#include "core/store/sqlite/database.h"

namespace ourtable::store {
namespace {

// The one error that can come here is a transaction that SQLite has already rolled back, which is what was wanted.
void rollBack(Connection &connection)
{
    connection.insideTransaction = false;
    connection.givenUp = false;
    if (sqlite3_get_autocommit(connection.handle()) == 0)
        sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace

Result<Transaction> Transaction::begin(Database &database)
{
    Connection *connection = database.connection();
    if (connection->insideTransaction)
        return Transaction(connection, false);
    OURTABLE_TRY(connection->execute("BEGIN IMMEDIATE"));
    connection->insideTransaction = true;
    connection->givenUp = false;
    return Transaction(connection, true);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)), m_outermost(other.m_outermost)
{
}

Transaction::~Transaction()
{
    if (!m_connection)
        return;
    if (m_outermost)
        rollBack(*m_connection);
    else
        m_connection->givenUp = true;
}

Result<void> Transaction::commit()
{
    Connection *connection = std::exchange(m_connection, nullptr);
    if (!connection)
        return Error{ErrorCode::Internal, "transaction committed twice"};
    if (!m_outermost)
        return {};
    Result<void> committed;
    if (connection->givenUp)
        committed = Error{ErrorCode::Internal, "inner transaction given up"};
    else
        committed = connection->execute("COMMIT");
    if (!committed) {
        rollBack(*connection);
        return committed;
    }
    connection->insideTransaction = false;
    return {};
}

Result<Savepoint> Savepoint::set(Database &database)
{
    Connection *connection = database.connection();
    if (!connection->insideTransaction)
        return Error{ErrorCode::Internal, "savepoint without transaction"};
    OURTABLE_TRY(connection->execute("SAVEPOINT part"));
    return Savepoint(connection, connection->givenUp);
}

Savepoint::Savepoint(Savepoint &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)), m_givenUpBefore(other.m_givenUpBefore)
{
}

Savepoint::~Savepoint()
{
    // When SQLite has rolled back the whole transaction, the savepoint went with it.
    if (!m_connection || m_connection->transactionLost())
        return;
    if (m_connection->execute("ROLLBACK TO part; RELEASE part"))
        m_connection->givenUp = m_givenUpBefore;
    else
        m_connection->givenUp = true;
}

Result<void> Savepoint::release()
{
    if (!m_connection)
        return Error{ErrorCode::Internal, "savepoint released twice"};
    OURTABLE_TRY(m_connection->execute("RELEASE part"));
    m_connection = nullptr;
    return {};
}

} // namespace ourtable::store
