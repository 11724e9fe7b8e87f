// One prepared statement: bind, step, read.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/support/bytes.h"
#include "core/support/result.h"

struct sqlite3_stmt;

namespace ourtable::store {

class Connection;

// Made by Database::prepare. Move-only. While it exists the prepared statement is its own; when it goes, the statement is
// reset and kept by the database for the next prepare of the same text, so preparing in a loop costs a lookup. A Statement
// that stands on a row keeps a read open: let it go, or reset it, before long work. May not outlive a Transaction around
// it, nor its Database. Same thread as its Database.
class Statement {
public:
    ~Statement();
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    // Parameters count from 1. Values are copied. The first error is kept and comes out of step() or run(), so binds can
    // be chained. Numbers are 64-bit signed; an empty view binds an empty text or blob, never NULL.
    template <std::integral Number>
        requires(sizeof(Number) <= 8 && !std::same_as<Number, bool> && !std::same_as<Number, char>)
    Statement &bind(int parameter, Number number)
    {
        return bindInteger(parameter, static_cast<std::int64_t>(number));
    }
    template <std::same_as<bool> Flag>
    Statement &bind(int parameter, Flag flag)
    {
        return bindInteger(parameter, flag ? 1 : 0);
    }
    Statement &bind(int parameter, std::string_view text);
    Statement &bind(int parameter, const char *text) { return bind(parameter, std::string_view(text)); }
    Statement &bind(int parameter, const std::string &text) { return bind(parameter, std::string_view(text)); }
    Statement &bind(int parameter, ByteView octets);
    Statement &bind(int parameter, const Bytes &octets) { return bind(parameter, ByteView(octets)); }
    Statement &bind(int parameter, std::nullptr_t);
    template <class Tag, std::size_t N>
    Statement &bind(int parameter, const FixedBytes<Tag, N> &id)
    {
        return bind(parameter, id.view());
    }
    // NULL when there is no value.
    template <class T>
    Statement &bind(int parameter, const std::optional<T> &value)
    {
        return value ? bind(parameter, *value) : bind(parameter, nullptr);
    }
    // bindAll(a, b, c) binds parameters 1, 2 and 3.
    template <class... Values>
    Statement &bindAll(const Values &...values)
    {
        int parameter = 0;
        (bind(++parameter, values), ...);
        return *this;
    }

    // True on a row, false at the end (the statement is then reset and may be bound and stepped again).
    [[nodiscard]] Result<bool> step();
    // Steps to the end; for statements whose rows, if any, are of no interest.
    [[nodiscard]] Result<void> run();
    // Ready to be stepped again from the start; what is bound stays.
    void reset();

    // Columns of the present row count from 0. Views hold until the next step, run, reset or the end of the Statement.
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] ByteView octets(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] int columns() const;
    // Nothing when the column is not exactly an Id's length.
    template <class Id>
    [[nodiscard]] std::optional<Id> id(int column) const
    {
        return Id::from(octets(column));
    }

private:
    friend class Database;
    Statement(Connection *connection, sqlite3_stmt *statement) : m_connection(connection), m_statement(statement) {}
    Statement &bindInteger(int parameter, std::int64_t number);
    void keepError(int code);

    Connection *m_connection;
    sqlite3_stmt *m_statement;
    int m_bindError = 0;
};

} // namespace ourtable::store
