#include "core/store/projectionwriter.h"

#include <algorithm>

namespace ourtable::store {
namespace {

using catalogue::Field;

bool isWithheld(const sync::RecordState &state) { return state.hidden || state.erased; }

bool hasTwoVersions(const catalogue::Kind &kind, const sync::RecordState &state)
{
    return std::ranges::any_of(state.fields,
                               [&](const auto &held) { return rows::asksPeople(kind, held.first, held.second); });
}

// Parameters 1 to 15 of the insert and the update alike.
void bindRecord(Statement &statement, const RecordId &id, const catalogue::Kind &kind, const sync::RecordState &state,
                bool indexed)
{
    const auto found = state.fields.find(catalogue::kStateField);
    const std::string *code = found == state.fields.end() ? nullptr : found->second.shown.text();
    statement.bindAll(id, state.kind, code ? std::optional<std::string_view>(*code) : std::nullopt, state.hidden,
                      state.erased, hasTwoVersions(kind, state), state.changedWhileHidden, state.hasForeign, state.imported,
                      state.createdClock, state.createdBy, state.updatedClock, state.updatedBy);
    // What an import was told is free text like any other.
    if (state.sourceId.empty() || isWithheld(state))
        statement.bind(14, nullptr);
    else
        statement.bind(14, state.sourceId);
    statement.bind(15, indexed);
}

} // namespace

Result<void> ProjectionWriter::put(const RecordId &id, const KindTable &table, const sync::RecordState &state,
                                   const rows::Projected &values, bool index)
{
    OURTABLE_ASSIGN(const bool isNew, insertRecord(id, table, state, index || rows::isWordless(table, values)));
    if (!isNew)
        return replace(id, table, state, values, rows::indexText(table, values), index);
    const std::int64_t number = m_database.lastInsertRow();
    OURTABLE_TRY(addRows(number, table, state, values));
    return index ? addWords(number, rows::indexText(table, values)) : Result<void>();
}

Result<bool> ProjectionWriter::insertRecord(const RecordId &id, const KindTable &table,
                                            const sync::RecordState &state, bool indexed)
{
    OURTABLE_ASSIGN(Statement insert,
                    m_database.prepare("INSERT INTO record(id, kind, state, hidden, erased, two_versions, came_back,"
                                       " has_foreign, imported, created_clock, created_by, updated_clock, updated_by,"
                                       " source_id, indexed) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                       " ON CONFLICT(id) DO NOTHING"));
    bindRecord(insert, id, *table.kind, state, indexed);
    OURTABLE_TRY(insert.run());
    return m_database.changes() == 1;
}

Result<void> ProjectionWriter::replace(const RecordId &id, const KindTable &table, const sync::RecordState &state,
                                       const rows::Projected &values, const std::string &words, bool index)
{
    OURTABLE_ASSIGN(const std::optional<Known> before, known(id));
    if (!before)
        return Error{ErrorCode::Internal, "record neither new nor known"};
    OURTABLE_TRY(clear(*before));
    const bool sameWords = before->indexed == words;
    if (!sameWords)
        OURTABLE_TRY(removeWords(before->number, before->indexed));
    m_leftWords = m_leftWords || (isWithheld(state) && !before->withheld);
    const bool indexed = sameWords || index || words.empty();
    OURTABLE_ASSIGN(Statement update,
                    m_database.prepare("UPDATE record SET kind = ?2, state = ?3, hidden = ?4, erased = ?5,"
                                       " two_versions = ?6, came_back = ?7, has_foreign = ?8, imported = ?9,"
                                       " created_clock = ?10, created_by = ?11, updated_clock = ?12, updated_by = ?13,"
                                       " source_id = ?14, indexed = ?15 WHERE id = ?1"));
    bindRecord(update, id, *table.kind, state, indexed);
    OURTABLE_TRY(update.run());
    OURTABLE_TRY(addRows(before->number, table, state, values));
    return !sameWords && index ? addWords(before->number, words) : Result<void>();
}

Result<std::optional<ProjectionWriter::Known>> ProjectionWriter::known(const RecordId &id)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT n, kind FROM record WHERE id = ?"));
    find.bind(1, id);
    OURTABLE_ASSIGN(const bool found, find.step());
    if (!found)
        return std::optional<Known>();
    Known before;
    before.number = find.integer(0);
    before.table = m_schema.table(static_cast<catalogue::KindNumber>(find.integer(1)));
    if (!before.table)
        return Error{ErrorCode::Internal, "record of no kind"};
    OURTABLE_ASSIGN(Statement select, m_database.prepare(SqlText::generated(before.table->selectOne)));
    select.bind(1, before.number);
    OURTABLE_ASSIGN(const bool row, select.step());
    if (!row)
        return Error{ErrorCode::Internal, "record without its kind's row"};
    const rows::Row read = rows::read(select, *before.table);
    before.withheld = read.view.hidden || read.view.erased;
    if (read.indexed)
        before.indexed = rows::indexText(*before.table->kind, read.view);
    return std::optional<Known>(std::move(before));
}

Result<void> ProjectionWriter::remove(const RecordId &id)
{
    OURTABLE_ASSIGN(const std::optional<Known> before, known(id));
    if (!before)
        return {};
    OURTABLE_TRY(clear(*before));
    OURTABLE_TRY(removeWords(before->number, before->indexed));
    m_leftWords = true;
    OURTABLE_ASSIGN(Statement remove, m_database.prepare("DELETE FROM record WHERE n = ?"));
    return remove.bind(1, before->number).run();
}

// All rows but that of `record`, whose number the record keeps.
Result<void> ProjectionWriter::clear(const Known &before)
{
    OURTABLE_ASSIGN(Statement row, m_database.prepare(SqlText::generated(before.table->remove)));
    OURTABLE_TRY(row.bind(1, before.number).run());
    OURTABLE_ASSIGN(Statement elements, m_database.prepare("DELETE FROM element WHERE record = ?"));
    OURTABLE_TRY(elements.bind(1, before.number).run());
    OURTABLE_ASSIGN(Statement versions, m_database.prepare("DELETE FROM two_versions WHERE record = ?"));
    return versions.bind(1, before.number).run();
}

Result<void> ProjectionWriter::addRows(std::int64_t number, const KindTable &table, const sync::RecordState &state,
                                       const rows::Projected &values)
{
    OURTABLE_ASSIGN(Statement insert, m_database.prepare(SqlText::generated(table.insert)));
    insert.bind(1, number);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (values.columns[i])
            rows::bindValue(insert, static_cast<int>(i) + 2, table.columns[i].storage, *values.columns[i]);
    OURTABLE_TRY(insert.run());
    for (std::size_t i = 0; i < table.sets.size(); ++i)
        if (values.sets[i])
            OURTABLE_TRY(addElements(number, *table.sets[i], *values.sets[i]->array()));
    return addTwoVersions(number, *table.kind, state);
}

Result<void> ProjectionWriter::addElements(std::int64_t number, const Field &field, const ValueArray &values)
{
    OURTABLE_ASSIGN(Statement insert,
                    m_database.prepare("INSERT INTO element(record, field, position, value, target)"
                                       " VALUES(?, ?, ?, ?, ?)"));
    std::int64_t position = 0;
    for (const Value &value : values) {
        const rows::Element element = rows::elementOf(field, value);
        insert.bindAll(number, field.number, position++);
        rows::bindPlain(insert, 4, element.value);
        rows::bindPlain(insert, 5, element.target);
        OURTABLE_TRY(insert.run());
    }
    return {};
}

Result<void> ProjectionWriter::addTwoVersions(std::int64_t number, const catalogue::Kind &kind,
                                              const sync::RecordState &state)
{
    for (const auto &[field, held] : state.fields) {
        if (!rows::asksPeople(kind, field, held))
            continue;
        OURTABLE_ASSIGN(Statement insert, m_database.prepare("INSERT INTO two_versions(record, field) VALUES(?, ?)"));
        OURTABLE_TRY(insert.bindAll(number, field).run());
    }
    return {};
}

Result<void> ProjectionWriter::addWords(std::int64_t number, const std::string &words)
{
    if (words.empty())
        return {};
    OURTABLE_ASSIGN(Statement insert, m_database.prepare("INSERT INTO words(rowid, text) VALUES(?, ?)"));
    return insert.bindAll(number, words).run();
}

// The index has no copy of the text: it is told what it was.
Result<void> ProjectionWriter::removeWords(std::int64_t number, const std::string &words)
{
    if (words.empty())
        return {};
    OURTABLE_ASSIGN(Statement remove, m_database.prepare("INSERT INTO words(words, rowid, text) VALUES('delete', ?, ?)"));
    return remove.bindAll(number, words).run();
}

Result<void> ProjectionWriter::indexWaiting(std::int64_t number, const KindTable &table)
{
    OURTABLE_ASSIGN(Statement select, m_database.prepare(SqlText::generated(table.selectOne)));
    select.bind(1, number);
    OURTABLE_ASSIGN(const bool found, select.step());
    if (!found)
        return Error{ErrorCode::Internal, "record without its kind's row"};
    const std::string words = rows::indexText(*table.kind, rows::read(select, table).view);
    select.reset();
    OURTABLE_TRY(addWords(number, words));
    OURTABLE_ASSIGN(Statement mark, m_database.prepare("UPDATE record SET indexed = 1 WHERE n = ?"));
    return mark.bind(1, number).run();
}

} // namespace ourtable::store
