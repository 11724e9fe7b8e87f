// Reading the log: for the fold, and one change at a time.
#include <algorithm>

#include "core/crypto/hashing.h"
#include "core/store/logstore.h"

namespace ourtable::store {
namespace {

// The columns that readChange expects, in order.
#define OURTABLE_CHANGE_COLUMNS                                                                                        \
    "SELECT c.row, k.id, r.id, c.seq, c.hash, c.previous, c.suite, c.kind, c.record, c.epoch, c.head, c.nonce, "       \
    "c.sealed_key, c.ciphertext, c.ciphertext_hash, r.endpoint, c.acknowledged FROM change c "                         \
    "JOIN circle k ON k.number = c.circle JOIN replica r ON r.number = c.replica "

} // namespace

StoredChange LogStore::readChange(const Statement &row, Hashing hashing)
{
    StoredChange change;
    sync::Envelope &envelope = change.envelope;
    change.row = row.integer(0);
    envelope.circle = row.id<CircleId>(1).value_or(CircleId{});
    envelope.replica = row.id<ReplicaId>(2).value_or(ReplicaId{});
    envelope.seq = static_cast<std::uint64_t>(row.integer(3));
    change.hash = row.id<Hash>(4).value_or(Hash{});
    envelope.previous = row.id<Hash>(5).value_or(Hash{});
    envelope.suite = static_cast<sync::Suite>(row.integer(6));
    envelope.kind = static_cast<sync::ChangeKind>(row.integer(7));
    envelope.record = row.id<RecordId>(8).value_or(RecordId{});
    envelope.epoch = static_cast<std::uint32_t>(row.integer(9));
    envelope.membershipHead = row.id<MembershipHead>(10).value_or(MembershipHead{});
    envelope.nonce = row.id<crypto::Nonce>(11).value_or(crypto::Nonce{});
    envelope.sealedKey = toBytes(row.octets(12));
    if (row.isNull(13)) {
        envelope.ciphertextHash = row.id<Hash>(14).value_or(Hash{});
    } else {
        envelope.ciphertext = toBytes(row.octets(13));
        if (hashing == Hashing::Wanted)
            envelope.ciphertextHash = crypto::plainHashOf(*envelope.ciphertext);
    }
    change.author = row.id<EndpointId>(15).value_or(EndpointId{});
    change.acknowledged = row.flag(16);
    return change;
}

Result<std::optional<StoredChange>> LogStore::changeAt(std::int64_t row)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare(OURTABLE_CHANGE_COLUMNS "WHERE c.row = ?"));
    OURTABLE_ASSIGN(const bool here, find.bind(1, row).step());
    return here ? std::optional(readChange(find)) : std::nullopt;
}

Result<std::vector<StoredChange>> LogStore::changesOf(const RecordId &record)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare(OURTABLE_CHANGE_COLUMNS "WHERE c.record = ? AND c.state = 1 ORDER BY c.ready"));
    find.bind(1, record);
    std::vector<StoredChange> changes;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return changes;
        changes.push_back(readChange(find));
    }
}

Result<std::int64_t> LogStore::recordsReadyAfter(std::int64_t mark, const std::function<void(const RecordId &)> &visit)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT record, ready FROM change WHERE ready > ? ORDER BY ready"));
    find.bind(1, mark);
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return mark;
        visit(find.id<RecordId>(0).value_or(RecordId{}));
        mark = find.integer(1);
    }
}

Result<std::set<RecordId>> LogStore::recordsWithSeveral(std::int64_t mark)
{
    // One walk along the index costs as much as asking it about a sixth of the rows one by one.
    const bool most = (m_mark - mark) * 6 > m_mark;
    OURTABLE_ASSIGN(Statement find, m_database.prepare(
        most ? SqlText("SELECT record FROM change GROUP BY record HAVING count(*) > 1")
             : SqlText("SELECT c.record FROM change c WHERE c.ready > ?"
                       " AND EXISTS (SELECT 1 FROM change o WHERE o.record = c.record AND o.row <> c.row)")));
    if (!most)
        find.bind(1, mark);
    std::set<RecordId> several;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return several;
        several.insert(find.id<RecordId>(0).value_or(RecordId{}));
    }
}

Result<std::int64_t> LogStore::forEachReadyAfter(std::int64_t mark, const std::function<Result<void>(StoredChange &&, bool alone)> &visit)
{
    OURTABLE_ASSIGN(const std::set<RecordId> several, recordsWithSeveral(mark));
    // The log's own order is the disk's.
    OURTABLE_ASSIGN(Statement find, m_database.prepare(OURTABLE_CHANGE_COLUMNS "WHERE c.ready > ? ORDER BY c.ready"));
    find.bind(1, mark);
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return m_mark;
        StoredChange change = readChange(find, Hashing::NotWanted);
        const bool alone = !several.contains(change.envelope.record);
        OURTABLE_TRY(visit(std::move(change), alone));
    }
}

Result<void> LogStore::forEachToSend(const std::vector<std::int64_t> &without, const std::function<Result<bool>(StoredChange &&)> &visit)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare(
        OURTABLE_CHANGE_COLUMNS "JOIN outbox o ON o.row = c.row WHERE c.state <> 3 ORDER BY o.urgency, o.row"));
    for (bool more = true; more;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return {};
        if (std::ranges::binary_search(without, find.integer(0)))
            continue;
        OURTABLE_ASSIGN(more, visit(readChange(find)));
    }
    return {};
}

Result<std::vector<StoredChange>> LogStore::changesToCarry(const CircleId &circle, Carry which, const std::set<std::int64_t> &without)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare(
        which == Carry::Waiting
            ? SqlText(OURTABLE_CHANGE_COLUMNS "JOIN outbox o ON o.row = c.row WHERE k.id = ? AND c.state <> 3 ORDER BY c.row")
            : SqlText(OURTABLE_CHANGE_COLUMNS "WHERE k.id = ? AND c.state <> 3 ORDER BY c.row")));
    find.bind(1, circle);
    std::vector<StoredChange> changes;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return changes;
        if (!without.contains(find.integer(0)))
            changes.push_back(readChange(find));
    }
}

Result<void> LogStore::forEachReady(const std::function<Result<void>(StoredChange &&)> &visit)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare(OURTABLE_CHANGE_COLUMNS "WHERE c.state = 1 ORDER BY c.record, c.ready"));
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return {};
        OURTABLE_TRY(visit(readChange(find)));
    }
}

Result<std::vector<LogStore::Quarantined>> LogStore::quarantined()
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT row, reason FROM change WHERE state = 3 ORDER BY row"));
    std::vector<Quarantined> found;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return found;
        OURTABLE_ASSIGN(std::optional<StoredChange> change, changeAt(find.integer(0)));
        if (change)
            found.push_back({std::move(*change), static_cast<QuarantineReason>(find.integer(1))});
    }
}

} // namespace ourtable::store
