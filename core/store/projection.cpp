#include "core/store/projection.h"

#include "core/store/projectiondigest.h"
#include "core/store/projectionquery.h"
#include "core/store/projectionwriter.h"

namespace ourtable::store {
namespace {

OpenOptions memoryOptions()
{
    OpenOptions options;
    options.journal = Journal::Memory;
    options.synchronous = Synchronous::Off;
    return options;
}

} // namespace

Result<Projection> Projection::create(const catalogue::Catalogue &catalogue)
{
    OURTABLE_ASSIGN(Database database, Database::openMemory({}, memoryOptions()));
    auto schema = std::make_unique<const ProjectionSchema>(catalogue);
    OURTABLE_ASSIGN(Transaction made, Transaction::begin(database));
    for (const std::string &statement : schema->definition())
        OURTABLE_TRY(database.execute(SqlText::generated(statement)));
    OURTABLE_TRY(made.commit());
    return Projection(std::move(database), std::move(schema));
}

Result<Projection> Projection::over(MemoryImage image, const catalogue::Catalogue &catalogue)
{
    OURTABLE_ASSIGN(Database database, Database::deserialize(std::move(image), memoryOptions()));
    return Projection(std::move(database), std::make_unique<const ProjectionSchema>(catalogue));
}

Result<Transaction> Projection::begin() { return Transaction::begin(m_database); }

Result<void> Projection::put(const RecordId &id, const sync::RecordState &state, Words words)
{
    const KindTable *table = m_schema->table(state.kind);
    rows::Projected values;
    if (table) { // before the transaction, so that a misfit spoils no batch
        OURTABLE_ASSIGN(values, rows::projected(*table, state));
    }
    OURTABLE_ASSIGN(Transaction work, begin());
    ProjectionWriter writer(m_database, *m_schema);
    OURTABLE_TRY(table ? writer.put(id, *table, state, values, words == Words::Now) : writer.remove(id));
    m_scrubDue = m_scrubDue || writer.leftWords();
    return work.commit();
}

Result<std::int64_t> Projection::indexWords(std::int64_t limit)
{
    OURTABLE_ASSIGN(Transaction work, begin());
    std::vector<std::pair<std::int64_t, const KindTable *>> waiting;
    {
        OURTABLE_ASSIGN(Statement select,
                        m_database.prepare("SELECT n, kind FROM record WHERE indexed = 0 ORDER BY n LIMIT ?"));
        select.bind(1, limit);
        for (;;) {
            OURTABLE_ASSIGN(const bool row, select.step());
            if (!row)
                break;
            waiting.emplace_back(select.integer(0),
                                 m_schema->table(static_cast<catalogue::KindNumber>(select.integer(1))));
        }
    }
    ProjectionWriter writer(m_database, *m_schema);
    for (const auto &[number, table] : waiting)
        if (table)
            OURTABLE_TRY(writer.indexWaiting(number, *table));
    OURTABLE_TRY(work.commit());
    OURTABLE_ASSIGN(Statement left, m_database.prepare("SELECT count(*) FROM record WHERE indexed = 0"));
    OURTABLE_TRY(left.step());
    return left.integer(0);
}

Result<void> Projection::scrub()
{
    if (!m_scrubDue)
        return {};
    OURTABLE_TRY(m_database.execute("INSERT INTO words(words) VALUES('optimize')"));
    m_scrubDue = false;
    return {};
}

Result<std::optional<RecordView>> Projection::get(const RecordId &id)
{
    return ProjectionReader(m_database, *m_schema).get(id);
}

Result<std::vector<RecordView>> Projection::find(const Query &query)
{
    return ProjectionQuery(m_database, *m_schema).find(query);
}

Result<std::vector<RecordKey>> Projection::list(const Query &query) { return ProjectionQuery(m_database, *m_schema).list(query); }

Result<std::int64_t> Projection::count(const Query &query) { return ProjectionQuery(m_database, *m_schema).count(query); }

Result<std::vector<ValueCount>> Projection::countBy(const Query &query, catalogue::FieldNumber field)
{
    return ProjectionQuery(m_database, *m_schema).countBy(query, field);
}

Result<std::vector<RecordId>> Projection::referring(const RecordId &target, catalogue::KindNumber kind)
{
    return ProjectionQuery(m_database, *m_schema).referring(target, kind);
}

Result<Hash> Projection::digest(std::span<const catalogue::KindNumber> kinds)
{
    return digestOf(m_database, *m_schema, kinds);
}

Result<std::vector<Fingerprint>> Projection::fingerprints() { return fingerprintsOf(m_database, *m_schema); }

Result<catalogue::KindNumber> Projection::kindOf(const RecordId &id)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT kind FROM record WHERE id = ?"));
    OURTABLE_ASSIGN(const bool found, find.bind(1, id).step());
    return found ? static_cast<catalogue::KindNumber>(find.integer(0)) : catalogue::KindNumber{0};
}

Result<std::vector<RecordId>> Projection::withTwoVersions()
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT id FROM record WHERE two_versions = 1 AND hidden = 0 AND erased = 0 ORDER BY n"));
    std::vector<RecordId> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return found;
        found.push_back(find.id<RecordId>(0).value_or(RecordId{}));
    }
}

Result<HighWater> Projection::highWater()
{
    OURTABLE_ASSIGN(Statement select, m_database.prepare("SELECT row, running FROM mark"));
    OURTABLE_ASSIGN(const bool found, select.step());
    if (!found)
        return HighWater{};
    const std::optional<Hash> running = select.id<Hash>(1);
    if (!running)
        return Error{ErrorCode::Malformed, "high water"};
    return HighWater{select.integer(0), *running};
}

Result<void> Projection::setHighWater(const HighWater &reached)
{
    OURTABLE_ASSIGN(Statement set, m_database.prepare("INSERT INTO mark(one, row, running) VALUES(1, ?1, ?2)"
                                                      " ON CONFLICT(one) DO UPDATE SET row = ?1, running = ?2"));
    return set.bindAll(reached.row, reached.running).run();
}

} // namespace ourtable::store
