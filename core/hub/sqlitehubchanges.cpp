#include "core/hub/sqlitehubschema.h"
#include "core/hub/sqlitehubstore.h"
#include "core/hub/sqlitequeries.h"

namespace ourtable::hub {
namespace {

constexpr std::size_t kCertificateOctets = 256;

Bytes encodedCertificate(const sync::ReplicaCertificate &certificate)
{
    cbor::Writer out;
    certificate.encode(out);
    return out.take();
}

// The columns of kChangesAfter.
sync::Envelope changeIn(const store::Statement &row, const CircleId &circle)
{
    sync::Envelope change;
    change.circle = circle;
    change.replica = idIn<ReplicaId>(row, 1);
    change.seq = static_cast<std::uint64_t>(row.integer(2));
    change.previous = idIn<Hash>(row, 3);
    change.record = idIn<RecordId>(row, 4);
    change.kind = static_cast<sync::ChangeKind>(row.integer(5));
    change.suite = static_cast<sync::Suite>(row.integer(6));
    change.epoch = static_cast<std::uint32_t>(row.integer(7));
    change.membershipHead = idIn<MembershipHead>(row, 8);
    change.nonce = idIn<crypto::Nonce>(row, 9);
    change.sealedKey = toBytes(row.octets(10));
    change.ciphertextHash = idIn<Hash>(row, 11);
    if (!row.isNull(12))
        change.ciphertext = toBytes(row.octets(12));
    return change;
}

constexpr store::SqlText kChangesAfter(
    "SELECT o.place, r.replica_id, o.seq, o.prev, o.record_id, o.kind, o.suite, o.epoch, o.mhead, o.nonce, o.sealed_key,"
    " o.ct_hash, o.ct FROM op o JOIN replica r ON r.replica_no = o.replica_no"
    " WHERE o.place > ?1 AND o.place < ?2 ORDER BY o.place");

constexpr std::int64_t firstPlace(std::int64_t circle) { return circle << kPlaceBits; }

} // namespace

Result<CircleTotals> SqliteHubStore::circleTotals(const CircleId &circle)
{
    OURTABLE_ASSIGN(const ChainMemory::Circle known, circleOf(circle));
    return known.totals;
}

Result<void> SqliteHubStore::setCircleTotals(const CircleId &circle, const CircleTotals &totals)
{
    OURTABLE_ASSIGN(const std::int64_t number, numberFor(circle));
    OURTABLE_TRY(run("UPDATE circle SET head_seq = ?2, bytes = ?3 WHERE circle_no = ?1", number, totals.headSeq, totals.octets));
    m_memory.remember(circle, {number, totals});
    return {};
}

// Number 0: the circle has nothing here yet.
Result<ChainMemory::Circle> SqliteHubStore::circleOf(const CircleId &circle)
{
    if (const ChainMemory::Circle *known = m_memory.circle(circle))
        return *known;
    OURTABLE_ASSIGN(store::Statement found, query("SELECT circle_no, head_seq, bytes FROM circle WHERE programme_id = ?1"
                                                  " AND circle_id = ?2",
                                                  m_programme, circle));
    OURTABLE_ASSIGN(const bool row, found.step());
    if (!row)
        return ChainMemory::Circle{};
    const ChainMemory::Circle read{found.integer(0), {static_cast<std::uint64_t>(found.integer(1)),
                                                      static_cast<std::uint64_t>(found.integer(2))}};
    m_memory.remember(circle, read);
    return read;
}

Result<std::int64_t> SqliteHubStore::numberFor(const CircleId &circle)
{
    OURTABLE_ASSIGN(const ChainMemory::Circle known, circleOf(circle));
    if (known.number != 0)
        return known.number;
    OURTABLE_TRY(run("INSERT INTO circle (programme_id, circle_id, head_seq, bytes) VALUES (?1, ?2, 0, 0)", m_programme, circle));
    return m_database.lastInsertRow();
}

// Number 0: the replica is not known here.
Result<ChainMemory::Replica> SqliteHubStore::replicaOf(const ReplicaId &replica)
{
    if (const ChainMemory::Replica *known = m_memory.replica(replica))
        return *known;
    OURTABLE_ASSIGN(store::Statement found, query("SELECT replica_no, cert FROM replica WHERE programme_id = ?1 AND replica_id = ?2",
                                                  m_programme, replica));
    OURTABLE_ASSIGN(const bool row, found.step());
    if (!row)
        return ChainMemory::Replica{};
    cbor::Reader in(found.octets(1), {kCertificateOctets, 4, 16});
    const ChainMemory::Replica read{found.integer(0), sync::ReplicaCertificate::decode(in)};
    if (!in.finished())
        return Error{ErrorCode::Corrupt, "certificate"};
    m_memory.remember(replica, read);
    return read;
}

Result<std::vector<Branch>> SqliteHubStore::branches(const CircleId &circle, const ReplicaId &replica)
{
    if (const std::vector<Branch> *known = m_memory.branches(circle, replica))
        return *known;
    OURTABLE_ASSIGN(store::Statement rows, query("SELECT branch, seq, h FROM head WHERE programme_id = ?1 AND replica_id = ?2"
                                                 " AND circle_id = ?3 ORDER BY branch",
                                                 m_programme, replica, circle));
    std::vector<Branch> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row)
            break;
        found.push_back({static_cast<std::uint32_t>(rows.integer(0)), static_cast<std::uint64_t>(rows.integer(1)),
                         idIn<Hash>(rows, 2)});
    }
    m_memory.remember(circle, replica, found);
    return found;
}

Result<void> SqliteHubStore::setBranch(const CircleId &circle, const ReplicaId &replica, const Branch &branch)
{
    OURTABLE_TRY(run("INSERT INTO head (programme_id, replica_id, circle_id, branch, seq, h) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                     " ON CONFLICT DO UPDATE SET seq = ?5, h = ?6",
                     m_programme, replica, circle, branch.label, branch.seq, branch.head));
    m_memory.moved(circle, replica, branch);
    return {};
}

template <class... Values>
Result<std::vector<sync::ReplicaHead>> SqliteHubStore::heads(const store::SqlText &sql, const Values &...values)
{
    OURTABLE_ASSIGN(store::Statement rows, query(sql, values...));
    std::vector<sync::ReplicaHead> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.push_back({idIn<CircleId>(rows, 0), idIn<ReplicaId>(rows, 1), static_cast<std::uint64_t>(rows.integer(2)),
                         idIn<Hash>(rows, 3)});
    }
}

Result<std::vector<sync::ReplicaHead>> SqliteHubStore::headsOf(const CircleId &circle)
{
    return heads("SELECT circle_id, replica_id, seq, h FROM head WHERE programme_id = ?1 AND circle_id = ?2"
                 " ORDER BY replica_id, branch",
                 m_programme, circle);
}

Result<std::vector<sync::ReplicaHead>> SqliteHubStore::headsOf(const EndpointId &endpoint)
{
    if (const std::vector<sync::ReplicaHead> *known = m_memory.headsOf(endpoint))
        return *known;
    OURTABLE_ASSIGN(std::vector<sync::ReplicaHead> found,
                    heads("SELECT h.circle_id, h.replica_id, h.seq, h.h FROM replica r JOIN head h"
                          " ON h.programme_id = r.programme_id AND h.replica_id = r.replica_id"
                          " WHERE r.programme_id = ?1 AND r.endpoint_id = ?2 ORDER BY h.replica_id, h.circle_id, h.branch",
                          m_programme, endpoint));
    m_memory.remember(endpoint, found);
    return found;
}

Result<std::vector<KnownChange>> SqliteHubStore::changesAt(const CircleId &circle, const ReplicaId &replica, std::uint64_t seq)
{
    OURTABLE_ASSIGN(const ChainMemory::Circle where, circleOf(circle));
    OURTABLE_ASSIGN(const ChainMemory::Replica whose, replicaOf(replica));
    OURTABLE_ASSIGN(store::Statement rows, query("SELECT h, ct IS NOT NULL FROM op WHERE circle_no = ?1 AND replica_no = ?2"
                                                 " AND seq = ?3",
                                                 where.number, whose.number, seq));
    std::vector<KnownChange> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.push_back({idIn<Hash>(rows, 0), rows.flag(1)});
    }
}

Result<void> SqliteHubStore::addChange(std::uint64_t hubSeq, const sync::Envelope &change, const Hash &hash, std::int64_t at)
{
    OURTABLE_ASSIGN(const std::int64_t circle, numberFor(change.circle));
    OURTABLE_ASSIGN(const ChainMemory::Replica replica, replicaOf(change.replica));
    return run("INSERT INTO op (place, circle_no, replica_no, seq, h, prev, record_id, kind, suite, epoch, mhead, nonce,"
               " sealed_key, ct_hash, at, ct)"
               " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
               firstPlace(circle) + static_cast<std::int64_t>(hubSeq), circle, replica.number, change.seq, hash,
               change.previous, change.record, static_cast<int>(change.kind), static_cast<int>(change.suite), change.epoch,
               change.membershipHead, change.nonce, change.sealedKey, change.ciphertextHash, at, change.ciphertext);
}

Result<void> SqliteHubStore::fillWords(const sync::Envelope &change, const Hash &hash)
{
    OURTABLE_ASSIGN(const ChainMemory::Circle circle, circleOf(change.circle));
    OURTABLE_ASSIGN(const ChainMemory::Replica replica, replicaOf(change.replica));
    return run("UPDATE op SET ct = ?5 WHERE circle_no = ?1 AND replica_no = ?2 AND seq = ?3 AND h = ?4 AND ct IS NULL",
               circle.number, replica.number, change.seq, hash, change.ciphertext);
}

Result<void> SqliteHubStore::changesAfter(const CircleId &circle, std::uint64_t after, const VisitChange &visit)
{
    OURTABLE_ASSIGN(const ChainMemory::Circle where, circleOf(circle));
    const std::int64_t first = firstPlace(where.number);
    OURTABLE_ASSIGN(store::Statement rows, query(kChangesAfter, first + static_cast<std::int64_t>(after),
                                                 firstPlace(where.number + 1)));
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row || !visit(static_cast<std::uint64_t>(rows.integer(0) - first), changeIn(rows, circle)))
            return {};
    }
}

Result<std::optional<sync::ReplicaCertificate>> SqliteHubStore::certificate(const ReplicaId &replica)
{
    OURTABLE_ASSIGN(const ChainMemory::Replica known, replicaOf(replica));
    return known.number != 0 ? std::optional(known.certificate) : std::nullopt;
}

Result<void> SqliteHubStore::addCertificate(const sync::ReplicaCertificate &certificate)
{
    return run("INSERT INTO replica (programme_id, replica_id, endpoint_id, cert) VALUES (?1, ?2, ?3, ?4)", m_programme,
               certificate.replica(), certificate.endpoint, encodedCertificate(certificate));
}

Result<std::uint64_t> SqliteHubStore::replicasOf(const EndpointId &endpoint)
{
    return count("SELECT COUNT(*) FROM replica WHERE programme_id = ?1 AND endpoint_id = ?2", m_programme, endpoint);
}

Result<std::vector<ChangeStore::LabelledSeal>> SqliteHubStore::seals(const CircleId &circle, const ReplicaId &replica)
{
    if (const std::vector<LabelledSeal> *known = m_memory.seals(circle, replica))
        return *known;
    OURTABLE_ASSIGN(store::Statement rows, query("SELECT branch, seq, h, mhead, sig FROM seal WHERE programme_id = ?1"
                                                 " AND circle_id = ?2 AND replica_id = ?3 ORDER BY branch",
                                                 m_programme, circle, replica));
    std::vector<LabelledSeal> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, rows.step());
        if (!row)
            break;
        const sync::Seal seal{circle, replica, static_cast<std::uint64_t>(rows.integer(1)), idIn<Hash>(rows, 2),
                              idIn<MembershipHead>(rows, 3), idIn<crypto::Signature>(rows, 4)};
        found.emplace_back(static_cast<std::uint32_t>(rows.integer(0)), seal);
    }
    m_memory.remember(circle, replica, found);
    return found;
}

Result<void> SqliteHubStore::setSeal(std::uint32_t label, const sync::Seal &seal)
{
    OURTABLE_TRY(run("INSERT INTO seal (programme_id, circle_id, replica_id, branch, seq, h, mhead, sig)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                     " ON CONFLICT DO UPDATE SET seq = ?5, h = ?6, mhead = ?7, sig = ?8",
                     m_programme, seal.circle, seal.replica, label, seal.seq, seal.head, seal.membershipHead, seal.signature));
    m_memory.sealed(label, seal);
    return {};
}

} // namespace ourtable::hub
