// Station 4 of the data's way (design README 2): the log folded into real tables in memory, for lists, forms, search and
// figures. Holds nothing that is not in the log, and is never on disk but in a sealed snapshot (snapshot.h).
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "core/store/projectionschema.h"
#include "core/store/recordview.h"
#include "core/store/sqlite/database.h"
#include "core/sync/merge.h"

namespace ourtable::store {

// When a record's words go into the full-text index, which is nine tenths of the work. Later: with indexWords(), so that
// a first fold shows lists at once.
enum class Words { Now, Later };

// For one thread at a time. Move-only; guards and results stay good. The catalogue has to outlive it.
class Projection {
public:
    [[nodiscard]] static Result<Projection> create(const catalogue::Catalogue &catalogue);
    // Out of the image of one of the same schema version, taken over without a copy. Only for octets whose seal was
    // checked (Snapshot::open).
    [[nodiscard]] static Result<Projection> over(MemoryImage image, const catalogue::Catalogue &catalogue);

    // Many puts and the high water in one: all are there or none. Without it each put is a transaction of its own.
    [[nodiscard]] Result<Transaction> begin();

    // Makes the record's rows those of this state, whatever was there before; twice is the same as once. A kind that this
    // version does not know, or that is never projected, leaves no trace. A hidden or erased record keeps its row and the
    // fields that are no free text, and is in no search. Fields unknown here are left out.
    // Malformed (detail kind.field) when a value does not fit its field's type; nothing is changed then.
    [[nodiscard]] Result<void> put(const RecordId &id, const sync::RecordState &state, Words words = Words::Now);

    // Puts the words of at most so many waiting records into the index; the number of those still waiting.
    [[nodiscard]] Result<std::int64_t> indexWords(std::int64_t limit);
    // The index keeps words that were taken out of it until it is merged. This merges it, when something was hidden or
    // erased since the last time: then no octet of that text is left in the database. Long work (a second at 100,000
    // notes): when idle; writing a snapshot does it first.
    [[nodiscard]] Result<void> scrub();

    // Also hidden and erased records.
    [[nodiscard]] Result<std::optional<RecordView>> get(const RecordId &id);
    // UnknownKind; UnknownField, InvalidInput (detail kind.field) for what cannot be asked; NotFound when `after` is not
    // in the projection any more.
    [[nodiscard]] Result<std::vector<RecordView>> find(const Query &query);
    // Only which they are; a limit of 0 asks for all. For a hundred thousand records as quick as for a page of views.
    [[nodiscard]] Result<std::vector<RecordKey>> list(const Query &query);
    // Order, after and limit of the query do not matter for the next two.
    [[nodiscard]] Result<std::int64_t> count(const Query &query);
    // How many of the records have each value of the field, in order of the values. A record counts once for each element
    // of a set; records without a value of a set are not counted.
    [[nodiscard]] Result<std::vector<ValueCount>> countBy(const Query &query, catalogue::FieldNumber field);
    // Records of the kind, neither hidden nor erased, that refer to the target in any field; oldest first.
    [[nodiscard]] Result<std::vector<RecordId>> referring(const RecordId &target, catalogue::KindNumber kind);

    // Every record here, in order of their ids. As long as a digest.
    [[nodiscard]] Result<std::vector<Fingerprint>> fingerprints();
    // 0 when it is not here.
    [[nodiscard]] Result<catalogue::KindNumber> kindOf(const RecordId &id);

    // Records with a field or state that a person has to settle, neither hidden nor erased.
    [[nodiscard]] Result<std::vector<RecordId>> withTwoVersions();

    // BLAKE2b over the content of these kinds in order of record id: equal on two devices that folded the same changes,
    // in whatever order.
    [[nodiscard]] Result<Hash> digest(std::span<const catalogue::KindNumber> kinds);

    [[nodiscard]] Result<HighWater> highWater();
    [[nodiscard]] Result<void> setHighWater(const HighWater &reached);

    [[nodiscard]] const ProjectionSchema &schema() const { return *m_schema; }
    [[nodiscard]] Database &database() { return m_database; }

private:
    Projection(Database database, std::unique_ptr<const ProjectionSchema> schema)
        : m_database(std::move(database)), m_schema(std::move(schema))
    {
    }

    Database m_database;
    std::unique_ptr<const ProjectionSchema> m_schema;
    bool m_scrubDue = false;
};

} // namespace ourtable::store
