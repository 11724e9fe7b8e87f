#include "core/store/projectionconditions.h"

#include <algorithm>
#include <bit>

namespace ourtable::store {
namespace {

using catalogue::Field;
using catalogue::FieldType;

Error invalid(const KindTable &table, catalogue::FieldNumber number)
{
    const Field *field = table.kind->field(number);
    return {ErrorCode::InvalidInput, table.kind->name + "." + (field ? field->name : std::to_string(number))};
}

// A list of question marks for the values. Rounded up to a power of two, repeating the last value, so that few different
// statements are prepared.
void addList(SqlParts &to, const std::vector<Value> &values)
{
    const std::size_t places = std::bit_ceil(values.size());
    to.add("(");
    for (std::size_t i = 0; i < places; ++i)
        to.add(i == 0 ? "?" : ", ?", {values[std::min(i, values.size() - 1)]});
    to.add(")");
}

// The values that a filter compares with; nothing when it is no list or too long a one.
std::optional<std::vector<Value>> valuesOf(const Filter &filter)
{
    if (filter.comparison != Comparison::In)
        return std::vector<Value>{filter.value};
    if (!filter.value.array() || filter.value.array()->size() > kValuesOfIn)
        return std::nullopt;
    return *filter.value.array();
}

std::optional<bool> emptiness(const Filter &filter)
{
    if (filter.value.isNull())
        return true;
    const bool *wanted = filter.value.boolean();
    return wanted ? std::optional<bool>(*wanted) : std::nullopt;
}

bool addScalar(SqlParts &to, const Operand &operand, const Filter &filter)
{
    const auto comparable = [&](const Value &value) {
        return operand.storage != Storage::Encoded && rows::fits(operand.storage, value);
    };
    switch (filter.comparison) {
    case Comparison::IsEmpty: {
        const std::optional<bool> empty = emptiness(filter);
        to.add(" AND " + operand.sql + (empty.value_or(true) ? " IS NULL" : " IS NOT NULL"));
        return empty.has_value();
    }
    case Comparison::Before:
    case Comparison::After:
        to.add(" AND " + operand.sql + (filter.comparison == Comparison::Before ? " < ?" : " > ?"), {filter.value});
        return comparable(filter.value) && (operand.storage == Storage::Integer || operand.storage == Storage::Text);
    case Comparison::Contains:
        to.add(" AND instr(" + operand.sql + ", ?) > 0", {filter.value});
        return comparable(filter.value) && operand.storage == Storage::Text;
    case Comparison::Equal:
    case Comparison::In: break;
    }
    const std::optional<std::vector<Value>> values = valuesOf(filter);
    if (!values || !std::ranges::all_of(*values, comparable))
        return false;
    to.add(values->empty() ? " AND 0" : " AND " + operand.sql + " IN ");
    if (!values->empty())
        addList(to, *values);
    return true;
}

// The elements to look for as the table holds them; nothing when the filter's value cannot be an element.
std::optional<std::vector<Value>> elementsOf(const Field &field, const Filter &filter)
{
    const std::optional<std::vector<Value>> values = valuesOf(filter);
    if (!values)
        return std::nullopt;
    const auto wanted = field.type == FieldType::Choices ? Value::Type::Text : Value::Type::Octets;
    std::vector<Value> elements;
    for (const Value &value : *values) {
        const rows::Element element = rows::elementOf(field, value);
        elements.push_back(field.type == FieldType::References ? element.target : element.value);
        if (elements.back().type() != wanted)
            return std::nullopt;
    }
    return elements;
}

bool addSet(SqlParts &to, const Field &field, const Filter &filter)
{
    const Value number = std::int64_t{field.number};
    if (filter.comparison == Comparison::IsEmpty) {
        const std::optional<bool> empty = emptiness(filter);
        to.add(empty.value_or(true) ? " AND NOT" : " AND");
        to.add(" EXISTS(SELECT 1 FROM element e WHERE e.record = r.n AND e.field = ?)", {number});
        return empty.has_value();
    }
    const std::optional<std::vector<Value>> elements = elementsOf(field, filter);
    if (!elements || filter.comparison == Comparison::Before || filter.comparison == Comparison::After)
        return false;
    if (elements->empty()) {
        to.add(" AND 0");
        return true;
    }
    // Few records refer to one target, so those are looked up; a code is in many, so each record is asked.
    if (field.type == FieldType::References)
        to.add(" AND r.n IN (SELECT e.record FROM element e WHERE e.field = ? AND e.target IN ", {number});
    else
        to.add(" AND EXISTS(SELECT 1 FROM element e WHERE e.record = r.n AND e.field = ? AND e.value IN ", {number});
    addList(to, *elements);
    to.add(")");
    return true;
}

// The values of identifiers as the projection holds them.
std::vector<Value> octetsOf(const std::vector<RecordId> &ids)
{
    return {ids.begin(), ids.end()};
}

// Whether an index on references leads straight to the few records that the filter lets through.
bool looksUp(const KindTable &table, const Filter &filter)
{
    const Field *field = table.kind->field(filter.field);
    const bool refers = field && (field->type == FieldType::Reference || field->type == FieldType::References);
    return refers && filter.comparison != Comparison::IsEmpty;
}

bool ordersByIndex(const KindTable &table, const Query &query)
{
    const Column *column = query.orderBy == OrderBy::Field ? table.column(query.orderField) : nullptr;
    return column && column->indexed;
}

Result<void> addFilter(SqlParts &to, const KindTable &table, const Filter &filter)
{
    bool fits = false;
    if (table.isSet(filter.field)) {
        fits = addSet(to, *table.kind->field(filter.field), filter);
    } else {
        OURTABLE_ASSIGN(const Operand operand, operandOf(table, filter.field));
        fits = addScalar(to, operand, filter);
    }
    if (!fits)
        return invalid(table, filter.field);
    return {};
}

} // namespace

void SqlParts::bindTo(Statement &statement) const
{
    int parameter = 0;
    for (const Value &value : bound)
        rows::bindPlain(statement, ++parameter, value);
}

Result<Operand> operandOf(const KindTable &table, catalogue::FieldNumber field)
{
    if (field == catalogue::kStateField)
        return Operand{"r.state", Storage::Text};
    if (const Column *column = table.column(field))
        return Operand{"k." + column->name, column->storage};
    if (table.isSet(field))
        return invalid(table, field);
    return Error{ErrorCode::UnknownField, table.kind->name + "." + std::to_string(field)};
}

Result<SqlParts> conditionsOf(const KindTable &table, const Query &query)
{
    SqlParts where;
    // The plus keeps SQLite from going through the records of the kind where something else leads to fewer rows.
    const bool byKind = !ordersByIndex(table, query) && !query.among
        && std::ranges::none_of(query.filters, [&](const Filter &filter) { return looksUp(table, filter); });
    where.add(byKind ? " WHERE r.kind = ?" : " WHERE +r.kind = ?", {std::int64_t{table.kind->number}});
    if (!query.includeHidden)
        where.add(" AND r.hidden = 0");
    if (!query.includeErased)
        where.add(" AND r.erased = 0");
    if (query.among && query.among->size() > kMostAmong)
        return Error{ErrorCode::InvalidInput, "among"};
    if (query.among)
        where.add(query.among->empty() ? " AND 0" : " AND r.id IN ");
    if (query.among && !query.among->empty())
        addList(where, octetsOf(*query.among));
    for (const Filter &filter : query.filters)
        OURTABLE_TRY(addFilter(where, table, filter));
    return where;
}

} // namespace ourtable::store
