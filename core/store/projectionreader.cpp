#include "core/store/projectionreader.h"

namespace ourtable::store {

Result<std::optional<RecordView>> ProjectionReader::get(const RecordId &id)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT n, kind FROM record WHERE id = ?"));
    find.bind(1, id);
    OURTABLE_ASSIGN(const bool found, find.step());
    const KindTable *table = found ? m_schema.table(static_cast<catalogue::KindNumber>(find.integer(1))) : nullptr;
    if (!table)
        return std::optional<RecordView>();
    OURTABLE_ASSIGN(RecordView view, one(find.integer(0), *table));
    return std::optional<RecordView>(std::move(view));
}

Result<RecordView> ProjectionReader::one(std::int64_t number, const KindTable &table)
{
    OURTABLE_ASSIGN(Statement select, m_database.prepare(SqlText::generated(table.selectOne)));
    select.bind(1, number);
    OURTABLE_ASSIGN(const bool row, select.step());
    if (!row)
        return Error{ErrorCode::Internal, "record without its kind's row"};
    return complete(rows::read(select, table), table);
}

Result<RecordView> ProjectionReader::complete(rows::Row row, const KindTable &table)
{
    if (!table.sets.empty())
        OURTABLE_TRY(addElements(row, table));
    if (row.hasTwoVersions)
        OURTABLE_TRY(addTwoVersions(row));
    return std::move(row.view);
}

Result<void> ProjectionReader::addElements(rows::Row &row, const KindTable &table)
{
    OURTABLE_ASSIGN(Statement select, m_database.prepare("SELECT field, value, target FROM element WHERE record = ?"
                                                         " ORDER BY field, position"));
    select.bind(1, row.number);
    for (;;) {
        OURTABLE_ASSIGN(const bool found, select.step());
        if (!found)
            return {};
        const auto number = static_cast<catalogue::FieldNumber>(select.integer(0));
        const catalogue::Field *field = table.kind->field(number);
        if (!field)
            continue;
        Value &held = row.view.fields.try_emplace(number, ValueArray{}).first->second;
        held.array()->push_back(rows::elementValue(*field, select, 1, 2));
    }
}

Result<void> ProjectionReader::addTwoVersions(rows::Row &row)
{
    OURTABLE_ASSIGN(Statement select,
                    m_database.prepare("SELECT field FROM two_versions WHERE record = ? ORDER BY field"));
    select.bind(1, row.number);
    for (;;) {
        OURTABLE_ASSIGN(const bool found, select.step());
        if (!found)
            return {};
        row.view.twoVersions.push_back(static_cast<catalogue::FieldNumber>(select.integer(0)));
    }
}

} // namespace ourtable::store
