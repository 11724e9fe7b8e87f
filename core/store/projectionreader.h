// Reads whole records out of the projection's rows. Internal to the projection.
#pragma once

#include "core/store/projectionrows.h"

namespace ourtable::store {

class ProjectionReader {
public:
    ProjectionReader(Database &database, const ProjectionSchema &schema) : m_database(database), m_schema(schema) {}

    [[nodiscard]] Result<std::optional<RecordView>> get(const RecordId &id);
    // The record with that row number, of that kind.
    [[nodiscard]] Result<RecordView> one(std::int64_t number, const KindTable &table);
    // Adds the elements of sets and the fields with two versions to what rows::read gave.
    [[nodiscard]] Result<RecordView> complete(rows::Row row, const KindTable &table);

private:
    [[nodiscard]] Result<void> addElements(rows::Row &row, const KindTable &table);
    [[nodiscard]] Result<void> addTwoVersions(rows::Row &row);

    Database &m_database;
    const ProjectionSchema &m_schema;
};

} // namespace ourtable::store
