#include "core/store/projectionquery.h"

#include <algorithm>
#include <set>

namespace ourtable::store {
namespace {

Error unknownKind(catalogue::KindNumber kind) { return {ErrorCode::UnknownKind, std::to_string(kind)}; }

Result<Operand> orderOf(const KindTable &table, const Query &query)
{
    if (query.orderBy == OrderBy::Created)
        return Operand{"r.created_clock", Storage::Integer, false};
    if (query.orderBy == OrderBy::Updated)
        return Operand{"r.updated_clock", Storage::Integer, false};
    OURTABLE_ASSIGN(Operand operand, operandOf(table, query.orderField));
    if (operand.storage == Storage::Encoded)
        return Error{ErrorCode::InvalidInput, table.kind->name + "." + table.column(query.orderField)->field->name};
    const Column *column = table.column(query.orderField);
    if (column && column->field->type == catalogue::FieldType::Text)
        operand.sql += " COLLATE NOCASE"; // names
    return operand;
}

// Whether anything is asked of the columns of the kind's own table.
bool asksKindTable(const KindTable &table, const Query &query)
{
    return (query.orderBy == OrderBy::Field && table.column(query.orderField))
        || std::ranges::any_of(query.filters, [&](const Filter &filter) { return table.column(filter.field) != nullptr; });
}

// The order has two parts where the value may be missing: NULL compares with nothing, so a page cannot go across.
enum class Part { All, Empty, Held };

std::vector<Part> partsOf(const Operand &order, bool descending)
{
    if (!order.nullable)
        return {Part::All};
    if (descending)
        return {Part::Held, Part::Empty};
    return {Part::Empty, Part::Held};
}

} // namespace

Result<std::optional<ProjectionQuery::Cursor>> ProjectionQuery::cursorOf(const Query &query, const KindTable &table,
                                                                         const Operand &order)
{
    if (!query.after)
        return std::optional<Cursor>();
    const std::string sql =
        "SELECT " + order.sql + " FROM record r JOIN " + table.name + " k ON k._n = r.n WHERE r.id = ?";
    OURTABLE_ASSIGN(Statement select, m_database.prepare(SqlText::generated(sql)));
    select.bind(1, *query.after);
    OURTABLE_ASSIGN(const bool found, select.step());
    if (!found)
        return Error{ErrorCode::NotFound, "after"};
    return std::optional<Cursor>(Cursor{rows::valueOf(select, 0, order.storage), *query.after});
}

Result<std::vector<RecordView>> ProjectionQuery::find(const Query &query)
{
    const KindTable *table = m_schema.table(query.kind);
    if (!table)
        return unknownKind(query.kind);
    std::vector<RecordView> found;
    OURTABLE_TRY(eachRow(query, *table, table->select, query.limit, [&](const Statement &row) -> Result<void> {
        OURTABLE_ASSIGN(RecordView view, m_reader.complete(rows::read(row, *table), *table));
        found.push_back(std::move(view));
        return {};
    }));
    return found;
}

Result<std::vector<RecordKey>> ProjectionQuery::list(const Query &query)
{
    const KindTable *table = m_schema.table(query.kind);
    if (!table)
        return unknownKind(query.kind);
    std::string select = "SELECT r.id, r.updated_clock FROM record r";
    if (asksKindTable(*table, query)) // a second lookup for each row is a third of the time
        select += " JOIN " + table->name + " k ON k._n = r.n";
    const std::size_t limit = query.limit == 0 ? static_cast<std::size_t>(INT64_MAX) : query.limit;
    std::vector<RecordKey> keys;
    OURTABLE_TRY(eachRow(query, *table, select, limit, [&](const Statement &row) -> Result<void> {
        keys.push_back({row.id<RecordId>(0).value_or(RecordId{}), static_cast<std::uint64_t>(row.integer(1))});
        return {};
    }));
    return keys;
}

Result<void> ProjectionQuery::eachRow(const Query &query, const KindTable &table, const std::string &select, std::size_t limit,
                                      const std::function<Result<void>(const Statement &row)> &take)
{
    OURTABLE_ASSIGN(const SqlParts where, conditionsOf(table, query));
    OURTABLE_ASSIGN(const Operand order, orderOf(table, query));
    OURTABLE_ASSIGN(const std::optional<Cursor> cursor, cursorOf(query, table, order));
    const std::string direction = query.descending ? " DESC" : "";
    const std::string beyond = query.descending ? " < " : " > ";
    bool reached = !cursor;
    for (const Part part : partsOf(order, query.descending)) {
        const bool here = !reached && (part == Part::All || (part == Part::Empty) == cursor->value.isNull());
        if ((!reached && !here) || limit == 0)
            continue;
        reached = true;
        SqlParts page{select + where.text, where.bound};
        if (part != Part::All)
            page.add(" AND " + order.sql + (part == Part::Empty ? " IS NULL" : " IS NOT NULL"));
        if (here && part == Part::Empty)
            page.add(" AND r.id" + beyond + "?", {cursor->id});
        else if (here)
            page.add(" AND (" + order.sql + ", r.id)" + beyond + "(?, ?)", {cursor->value, cursor->id});
        // The plus: of a kind with few records, those without the value are not looked for through every record by id.
        page.add(" ORDER BY " + (part == Part::Empty ? "+r.id" : order.sql + direction + ", r.id") + direction);
        page.add(" LIMIT ?", {static_cast<std::int64_t>(limit)});
        OURTABLE_ASSIGN(const std::size_t rows, readPart(page, take));
        limit -= rows;
    }
    return {};
}

Result<std::size_t> ProjectionQuery::readPart(const SqlParts &page, const std::function<Result<void>(const Statement &row)> &take)
{
    OURTABLE_ASSIGN(Statement select, m_database.prepare(SqlText::generated(page.text)));
    page.bindTo(select);
    for (std::size_t rows = 0;; ++rows) {
        OURTABLE_ASSIGN(const bool row, select.step());
        if (!row)
            return rows;
        OURTABLE_TRY(take(select));
    }
}

Result<std::int64_t> ProjectionQuery::count(const Query &query)
{
    const KindTable *table = m_schema.table(query.kind);
    if (!table)
        return unknownKind(query.kind);
    OURTABLE_ASSIGN(const SqlParts where, conditionsOf(*table, query));
    const std::string sql = "SELECT count(*) FROM record r JOIN " + table->name + " k ON k._n = r.n" + where.text;
    OURTABLE_ASSIGN(Statement select, m_database.prepare(SqlText::generated(sql)));
    where.bindTo(select);
    OURTABLE_TRY(select.step());
    return select.integer(0);
}

Result<std::vector<ValueCount>> ProjectionQuery::countBy(const Query &query, catalogue::FieldNumber field)
{
    const KindTable *table = m_schema.table(query.kind);
    if (!table)
        return unknownKind(query.kind);
    SqlParts sql;
    const catalogue::Field *set = table->isSet(field) ? table->kind->field(field) : nullptr;
    Operand operand;
    if (set) {
        const bool targets = set->type == catalogue::FieldType::References;
        sql.add(targets ? "SELECT count(*), NULL, e.target" : "SELECT count(*), e.value, NULL");
        sql.add(" FROM element e JOIN record r ON r.n = e.record AND e.field = ?", {std::int64_t{field}});
        sql.add(" JOIN " + table->name + " k ON k._n = r.n");
    } else {
        OURTABLE_ASSIGN(operand, operandOf(*table, field));
        sql.add("SELECT count(*), " + operand.sql + " FROM record r JOIN " + table->name + " k ON k._n = r.n");
    }
    OURTABLE_ASSIGN(const SqlParts where, conditionsOf(*table, query));
    sql.add(where.text);
    sql.bound.insert(sql.bound.end(), where.bound.begin(), where.bound.end());
    sql.add(set ? " GROUP BY e.value, e.target ORDER BY e.value, e.target" : " GROUP BY 2 ORDER BY 2");
    OURTABLE_ASSIGN(Statement select, m_database.prepare(SqlText::generated(sql.text)));
    sql.bindTo(select);
    std::vector<ValueCount> counts;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, select.step());
        if (!row)
            return counts;
        Value value = set ? rows::elementValue(*set, select, 1, 2) : rows::valueOf(select, 1, operand.storage);
        counts.push_back({std::move(value), select.integer(0)});
    }
}

Result<std::vector<RecordId>> ProjectionQuery::referring(const RecordId &target, catalogue::KindNumber kind)
{
    const KindTable *table = m_schema.table(kind);
    if (!table)
        return unknownKind(kind);
    std::set<std::pair<std::int64_t, RecordId>> found;
    const auto collect = [&](const std::string &condition) -> Result<void> {
        const std::string sql = "SELECT r.created_clock, r.id FROM record r JOIN " + table->name
            + " k ON k._n = r.n WHERE +r.kind = ? AND r.hidden = 0 AND r.erased = 0 AND " + condition;
        OURTABLE_ASSIGN(Statement select, m_database.prepare(SqlText::generated(sql)));
        select.bindAll(kind, target);
        for (;;) {
            OURTABLE_ASSIGN(const bool row, select.step());
            if (!row)
                return {};
            found.emplace(select.integer(0), select.id<RecordId>(1).value_or(RecordId{}));
        }
    };
    for (const Column &column : table->columns)
        if (column.field->type == catalogue::FieldType::Reference)
            OURTABLE_TRY(collect("k." + column.name + " = ?"));
    if (!table->sets.empty())
        OURTABLE_TRY(collect("r.n IN (SELECT e.record FROM element e WHERE e.target = ?)"));
    std::vector<RecordId> ids;
    for (const auto &[clock, id] : found)
        ids.push_back(id);
    return ids;
}

} // namespace ourtable::store
