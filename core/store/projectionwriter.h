// Writes one record's rows. Internal to the projection.
#pragma once

#include "core/store/projectionrows.h"

namespace ourtable::store {

class ProjectionWriter {
public:
    ProjectionWriter(Database &database, const ProjectionSchema &schema) : m_database(database), m_schema(schema) {}

    // All inside a transaction. The table is the one of the state's kind; the values are rows::projected of it.
    [[nodiscard]] Result<void> put(const RecordId &id, const KindTable &table, const sync::RecordState &state,
                                   const rows::Projected &values, bool index);
    [[nodiscard]] Result<void> remove(const RecordId &id);
    [[nodiscard]] Result<void> indexWaiting(std::int64_t number, const KindTable &table);

    // Whether words were taken out of the index that should be in no octet of the database any more.
    [[nodiscard]] bool leftWords() const { return m_leftWords; }

private:
    struct Known { // what was there before
        std::int64_t number = 0;
        const KindTable *table = nullptr;
        bool withheld = false;
        std::string indexed; // the text that is in the index
    };

    [[nodiscard]] Result<bool> insertRecord(const RecordId &id, const KindTable &table, const sync::RecordState &state,
                                            bool indexed);
    [[nodiscard]] Result<void> replace(const RecordId &id, const KindTable &table, const sync::RecordState &state,
                                       const rows::Projected &values, const std::string &words, bool index);
    [[nodiscard]] Result<std::optional<Known>> known(const RecordId &id);
    [[nodiscard]] Result<void> clear(const Known &before);
    [[nodiscard]] Result<void> addRows(std::int64_t number, const KindTable &table, const sync::RecordState &state,
                                       const rows::Projected &values);
    [[nodiscard]] Result<void> addElements(std::int64_t number, const catalogue::Field &field, const ValueArray &values);
    [[nodiscard]] Result<void> addTwoVersions(std::int64_t number, const catalogue::Kind &kind,
                                              const sync::RecordState &state);
    [[nodiscard]] Result<void> addWords(std::int64_t number, const std::string &words);
    [[nodiscard]] Result<void> removeWords(std::int64_t number, const std::string &words);

    Database &m_database;
    const ProjectionSchema &m_schema;
    bool m_leftWords = false;
};

} // namespace ourtable::store
