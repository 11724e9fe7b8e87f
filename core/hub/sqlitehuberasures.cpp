#include "core/hub/sqlitehubstore.h"
#include "core/hub/sqlitequeries.h"

namespace ourtable::hub {

Result<bool> SqliteHubStore::isErased(const CircleId &circle, const RecordId &record)
{
    OURTABLE_ASSIGN(store::Statement found, query("SELECT 1 FROM erased WHERE programme_id = ?1 AND circle_id = ?2"
                                                  " AND record_id = ?3",
                                                  m_programme, circle, record));
    return found.step();
}

Result<void> SqliteHubStore::erase(const Erasure &erasure)
{
    static constexpr int kData = static_cast<int>(sync::ChangeKind::Data);
    OURTABLE_ASSIGN(const ChainMemory::Circle circle, circleOf(erasure.circle));
    OURTABLE_TRY(run("UPDATE op SET ct = NULL WHERE circle_no = ?1 AND record_id = ?2 AND kind = ?3", circle.number,
                     erasure.record, kData));
    OURTABLE_TRY(run("INSERT OR IGNORE INTO erased (programme_id, circle_id, record_id) VALUES (?1, ?2, ?3)", m_programme,
                     erasure.circle, erasure.record));
    return run("INSERT INTO erasure (programme_id, circle_id, n, record_id, op, endpoint_id, device_id, offered, at)"
               " SELECT ?1, ?2, COALESCE(MAX(n), 0) + 1, ?3, ?4, ?5, ?6, ?7, ?8 FROM erasure"
               " WHERE programme_id = ?1 AND circle_id = ?2",
               m_programme, erasure.circle, erasure.record, erasure.change, erasure.author, erasure.device, erasure.offered,
               erasure.at);
}

Result<std::uint64_t> SqliteHubStore::erasuresBy(const EndpointId &author, std::int64_t since)
{
    return count("SELECT COUNT(*) FROM erasure WHERE programme_id = ?1 AND endpoint_id = ?2 AND at > ?3 AND offered = 0",
                 m_programme, author, since);
}

Result<std::uint64_t> SqliteHubStore::erasuresFrom(const DeviceId &device, std::int64_t since)
{
    return count("SELECT COUNT(*) FROM erasure WHERE programme_id = ?1 AND device_id = ?2 AND at > ?3 AND offered = 1",
                 m_programme, device, since);
}

Result<std::vector<EndpointId>> SqliteHubStore::authorsOf(const CircleId &circle, const RecordId &record)
{
    OURTABLE_ASSIGN(const ChainMemory::Circle where, circleOf(circle));
    OURTABLE_ASSIGN(store::Statement rows, query("SELECT DISTINCT r.endpoint_id FROM op o JOIN replica r"
                                                 " ON r.replica_no = o.replica_no WHERE o.circle_no = ?1 AND o.record_id = ?2",
                                                 where.number, record));
    std::vector<EndpointId> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.push_back(idIn<EndpointId>(rows, 0));
    }
}

} // namespace ourtable::hub
