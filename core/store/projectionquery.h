// Questions to the projection as SQL: catalogue names in the text, everything else bound. Internal to the projection.
#pragma once

#include <functional>

#include "core/store/projectionconditions.h"
#include "core/store/projectionreader.h"

namespace ourtable::store {

class ProjectionQuery {
public:
    ProjectionQuery(Database &database, const ProjectionSchema &schema)
        : m_database(database), m_schema(schema), m_reader(database, schema)
    {
    }

    // See Projection.
    [[nodiscard]] Result<std::vector<RecordView>> find(const Query &query);
    [[nodiscard]] Result<std::vector<RecordKey>> list(const Query &query);
    [[nodiscard]] Result<std::int64_t> count(const Query &query);
    [[nodiscard]] Result<std::vector<ValueCount>> countBy(const Query &query, catalogue::FieldNumber field);
    [[nodiscard]] Result<std::vector<RecordId>> referring(const RecordId &target, catalogue::KindNumber kind);

private:
    struct Cursor {
        Value value;
        RecordId id;
    };

    [[nodiscard]] Result<std::optional<Cursor>> cursorOf(const Query &query, const KindTable &table, const Operand &order);
    // The rows of the page that the query asks for, in its order. select: up to before WHERE.
    [[nodiscard]] Result<void> eachRow(const Query &query, const KindTable &table, const std::string &select, std::size_t limit,
                                       const std::function<Result<void>(const Statement &row)> &take);
    [[nodiscard]] Result<std::size_t> readPart(const SqlParts &page, const std::function<Result<void>(const Statement &row)> &take);

    Database &m_database;
    const ProjectionSchema &m_schema;
    ProjectionReader m_reader;
};

} // namespace ourtable::store
