// The WHERE of a query. Internal to the projection.
#pragma once

#include "core/store/projectionrows.h"

namespace ourtable::store {

// A column in SQL, with what it holds.
struct Operand {
    std::string sql;
    Storage storage = Storage::Integer;
    bool nullable = true;
};

// SQL, and the values of its question marks in order.
struct SqlParts {
    std::string text;
    std::vector<Value> bound;

    void add(std::string_view sql, std::initializer_list<Value> values = {})
    {
        text += sql;
        bound.insert(bound.end(), values);
    }
    void bindTo(Statement &statement) const;
};

inline constexpr std::size_t kValuesOfIn = 256;

// The state or a field that holds one value; UnknownField, or InvalidInput for a set.
[[nodiscard]] Result<Operand> operandOf(const KindTable &table, catalogue::FieldNumber field);

// " WHERE ..." over KindTable::select for kind, hidden, erased and the filters.
[[nodiscard]] Result<SqlParts> conditionsOf(const KindTable &table, const Query &query);

} // namespace ourtable::store
