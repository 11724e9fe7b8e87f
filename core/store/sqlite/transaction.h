// Scopes that undo what was written in them unless told to keep it.
#pragma once

#include "core/support/result.h"

namespace ourtable::store {

class Connection;
class Database;

// A write transaction (BEGIN IMMEDIATE): rolled back at the end of its scope unless commit() succeeded. Begun inside
// another one it is inactive: its commit() does nothing, the outermost decides. An inactive one that ends without
// commit() makes the outermost one's commit() fail, so that half of a piece of work is never kept. Guards end in the
// reverse order of their beginning, before their Database.
class Transaction {
public:
    // Busy when another connection is writing and does not finish within the busy timeout.
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction &operator=(Transaction &&) = delete;

    // Once. On any error nothing of the transaction is kept, whatever its statements said.
    [[nodiscard]] Result<void> commit();
    [[nodiscard]] bool isOutermost() const { return m_outermost; }

private:
    Transaction(Connection *connection, bool outermost) : m_connection(connection), m_outermost(outermost) {}

    Connection *m_connection; // null when moved from or done
    bool m_outermost;
};

// A part of a transaction that can be undone alone: rolled back at the end of its scope unless release() succeeded.
class Savepoint {
public:
    // Internal when no Transaction is open.
    [[nodiscard]] static Result<Savepoint> set(Database &database);
    ~Savepoint();
    Savepoint(Savepoint &&other) noexcept;
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;
    Savepoint &operator=(Savepoint &&) = delete;

    // Keeps what was written since, as far as the transaction is kept. Once.
    [[nodiscard]] Result<void> release();

private:
    Savepoint(Connection *connection, bool givenUp) : m_connection(connection), m_givenUpBefore(givenUp) {}

    Connection *m_connection;
    bool m_givenUpBefore;
};

} // namespace ourtable::store
