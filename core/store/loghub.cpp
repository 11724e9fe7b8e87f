// What goes to the hub: the outbox, receipts, comparing heads, and noticing that this store is an older or second copy.
#include <algorithm>

#include "core/crypto/hashing.h"
#include "core/store/logstore.h"

namespace ourtable::store {

using sync::PushCode;

Result<std::uint64_t> LogStore::cursor(const CircleId &circle)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT cursor FROM circle WHERE id = ?"));
    OURTABLE_ASSIGN(const bool row, find.bind(1, circle).step());
    return row ? static_cast<std::uint64_t>(find.integer(0)) : std::uint64_t{0};
}

void LogStore::setAnchor(Anchor anchor)
{
    m_anchor = std::move(anchor);
    m_anchored.clear();
}

Result<void> LogStore::resetCursors() { return m_database.execute("UPDATE circle SET cursor = 0"); }

Result<bool> LogStore::noticeHoles(const CircleId &circle)
{
    const std::string name = "holes:" + circle.hex();
    Bytes heads;
    {
        OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT s.hash FROM seal s JOIN circle c ON c.number = s.circle "
                                                           "WHERE c.id = ? AND s.covered = 0 ORDER BY s.hash"));
        find.bind(1, circle);
        for (;;) {
            OURTABLE_ASSIGN(const bool row, find.step());
            if (!row)
                break;
            append(heads, find.octets(0));
        }
    }
    const Hash now = heads.empty() ? Hash{} : crypto::plainHashOf(heads);
    const Result<Bytes> held = meta(name);
    if (!held && held.error().code != ErrorCode::NotFound)
        return held.error();
    const Hash before = held ? Hash::from(*held).value_or(Hash{}) : Hash{};
    if (now == before)
        return false;
    OURTABLE_TRY(setMeta(name, now.view()));
    return !heads.empty();
}

Result<void> LogStore::sealsFor(sync::Outgoing &outgoing, std::int64_t circle, std::int64_t replica, std::int64_t topRow)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare(
        "SELECT s.seal FROM seal s JOIN change c ON c.hash = s.hash WHERE s.circle = ? AND s.replica = ? AND s.verified = 1 "
        "AND (c.acknowledged = 1 OR c.row <= ?)"));
    find.bindAll(circle, replica, topRow);
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            break;
        cbor::Reader in(find.octets(0));
        outgoing.seals.push_back(sync::Seal::decode(in));
    }
    OURTABLE_ASSIGN(Statement certificate, m_database.prepare("SELECT certificate FROM replica WHERE number = ? AND certificate IS NOT NULL"));
    OURTABLE_ASSIGN(const bool known, certificate.bind(1, replica).step());
    if (known) {
        cbor::Reader in(certificate.octets(0));
        outgoing.certificates.push_back(sync::ReplicaCertificate::decode(in));
    }
    return {};
}

Result<sync::Outgoing> LogStore::outgoing(const sync::Outgoing &underWay)
{
    static constexpr std::size_t kRoom = sync::kPushOctets - 16 * 1024; // for certificates and seals
    sync::Outgoing next;
    sync::RunBuilder builder;
    std::vector<std::int64_t> rows;
    std::map<std::pair<CircleId, ReplicaId>, std::int64_t> chains; // and the newest row of each
    std::vector<std::int64_t> without;
    for (const std::vector<std::int64_t> &sent : underWay.rows)
        without.insert(without.end(), sent.begin(), sent.end());
    std::sort(without.begin(), without.end());
    OURTABLE_TRY(forEachToSend(without, [&](StoredChange &&change) -> Result<bool> {
        if (builder.changes() > 0 && builder.octets() + change.envelope.octets() > kRoom)
            return false;
        builder.add(change.envelope);
        rows.push_back(change.row);
        std::int64_t &top = chains[{change.envelope.circle, change.envelope.replica}];
        top = std::max(top, change.row);
        return builder.changes() < sync::kPushChanges;
    }));
    next.runs = builder.take();
    auto at = rows.begin();
    for (const sync::Run &run : next.runs) {
        next.rows.emplace_back(at, at + static_cast<std::ptrdiff_t>(run.items.size()));
        at += static_cast<std::ptrdiff_t>(run.items.size());
    }
    for (const auto &[chain, top] : chains) {
        OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(chain.first));
        OURTABLE_ASSIGN(const std::int64_t replica, replicaNumber(chain.second));
        OURTABLE_TRY(sealsFor(next, circle, replica, top));
    }
    return next;
}

Result<std::vector<RecordId>> LogStore::waitingRecords()
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT DISTINCT c.record FROM outbox o JOIN change c ON c.row = o.row ORDER BY c.record"));
    std::vector<RecordId> records;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return records;
        records.push_back(find.id<RecordId>(0).value_or(RecordId{}));
    }
}

Result<sync::Settled> LogStore::settle(const sync::Outgoing &sent, const sync::PushAnswer &answer)
{
    if (answer.codes.size() != sent.rows.size())
        return Error{ErrorCode::Offline, "push answer"};
    sync::Settled settled;
    std::vector<std::int64_t> received; // by the hub
    const auto settleOne = [&](std::int64_t row, const ReplicaId &replica, PushCode code) -> Result<void> {
        if (code == PushCode::Gap) {
            settled.gap = true;
            return {};
        }
        const bool receipt = code == PushCode::Ok || code == PushCode::Dup || code == PushCode::Fork || code == PushCode::Erased;
        settled.acknowledged += receipt && code != PushCode::Erased ? 1 : 0;
        settled.erased += code == PushCode::Erased ? 1 : 0;
        settled.bad += code == PushCode::Bad ? 1 : 0;
        settled.refused += code == PushCode::Refused ? 1 : 0;
        if (code == PushCode::Fork) {
            OURTABLE_ASSIGN(const bool own, spend(replica));
            settled.forked = settled.forked || own;
        }
        if (receipt) {
            received.push_back(row);
            return {};
        }
        // Kept as it is and as it looks here; it is only not offered again by itself.
        OURTABLE_ASSIGN(Statement why, m_database.prepare("UPDATE change SET reason = ? WHERE row = ?"));
        OURTABLE_TRY(why.bindAll(static_cast<int>(QuarantineReason::HubSaysBad), row).run());
        OURTABLE_ASSIGN(Statement done, m_database.prepare("DELETE FROM outbox WHERE row = ?"));
        return done.bind(1, row).run();
    };
    // A receipt that a power cut takes is given again for the same changes: it need not wait for the disk. A fork is told once.
    const bool forked = std::ranges::any_of(answer.codes, [](const auto &codes) { return std::ranges::find(codes, PushCode::Fork) != codes.end(); });
    OURTABLE_TRY(inTransaction([&]() -> Result<void> {
        for (std::size_t i = 0; i < sent.rows.size(); ++i) {
            if (answer.codes[i].size() != sent.rows[i].size())
                return Error{ErrorCode::Offline, "push answer"};
            for (std::size_t k = 0; k < sent.rows[i].size(); ++k)
                OURTABLE_TRY(settleOne(sent.rows[i][k], sent.runs[i].replica, answer.codes[i][k]));
        }
        return acknowledge(std::move(received));
    }, forked ? Synchronous::Full : Synchronous::Normal));
    return settled;
}

Result<void> LogStore::acknowledge(std::vector<std::int64_t> rows)
{
    // What is sent together mostly lies together: one statement for every stretch of rows without a gap.
    std::sort(rows.begin(), rows.end());
    for (auto first = rows.begin(); first != rows.end();) {
        auto last = first;
        while (last + 1 != rows.end() && *(last + 1) <= *last + 1)
            ++last;
        OURTABLE_ASSIGN(Statement mark, m_database.prepare("UPDATE change SET acknowledged = 1 WHERE row BETWEEN ? AND ?"));
        OURTABLE_TRY(mark.bindAll(*first, *last).run());
        OURTABLE_ASSIGN(Statement done, m_database.prepare("DELETE FROM outbox WHERE row BETWEEN ? AND ?"));
        OURTABLE_TRY(done.bindAll(*first, *last).run());
        first = last + 1;
    }
    return {};
}

Result<std::vector<sync::ReplicaHead>> LogStore::heads(const CircleId &circle)
{
    // A head is a change that no other names as its predecessor; a forked chain has several.
    OURTABLE_ASSIGN(Statement find, m_database.prepare(
        "SELECT r.id, c.seq, c.hash FROM change c JOIN replica r ON r.number = c.replica WHERE c.circle = (SELECT number FROM circle WHERE id = ?) "
        "AND NOT EXISTS (SELECT 1 FROM change n WHERE n.circle = c.circle AND n.replica = c.replica AND n.seq = c.seq + 1 AND n.previous = c.hash)"));
    find.bind(1, circle);
    std::vector<sync::ReplicaHead> heads;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return heads;
        heads.push_back({circle, find.id<ReplicaId>(0).value_or(ReplicaId{}), static_cast<std::uint64_t>(find.integer(1)), find.id<Hash>(2).value_or(Hash{})});
    }
}

Result<std::vector<CircleId>> LogStore::circlesWithChanges()
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT id FROM circle k WHERE EXISTS (SELECT 1 FROM change c WHERE c.circle = k.number)"));
    std::vector<CircleId> circles;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return circles;
        circles.push_back(find.id<CircleId>(0).value_or(CircleId{}));
    }
}

Result<std::size_t> LogStore::offerMissing(const CircleId &circle, const std::vector<sync::ReplicaHead> &hubHeads)
{
    std::size_t queued = 0;
    OURTABLE_TRY(inTransaction([&]() -> Result<void> {
        OURTABLE_ASSIGN(const std::int64_t number, circleNumber(circle));
        // All of the circle first, then what lies under a head that the hub has is taken out again.
        OURTABLE_ASSIGN(Statement all, m_database.prepare("INSERT INTO outbox (row, urgency) SELECT row, 2 FROM change WHERE circle = ? AND state <> 3 "
                                                          "ON CONFLICT (row) DO NOTHING"));
        OURTABLE_TRY(all.bind(1, number).run());
        for (const sync::ReplicaHead &head : hubHeads) {
            OURTABLE_ASSIGN(Statement has, m_database.prepare(
                "WITH RECURSIVE under(row, previous) AS (SELECT row, previous FROM change WHERE hash = ?1 "
                "UNION ALL SELECT c.row, c.previous FROM under u JOIN change c ON c.hash = u.previous) "
                "DELETE FROM outbox WHERE row IN (SELECT row FROM under)"));
            OURTABLE_TRY(has.bind(1, head.head).run());
        }
        OURTABLE_ASSIGN(Statement count, m_database.prepare("SELECT count(*) FROM outbox o JOIN change c ON c.row = o.row WHERE c.circle = ?"));
        OURTABLE_TRY(count.bind(1, number).step());
        queued = static_cast<std::size_t>(count.integer(0));
        return {};
    }));
    return queued;
}

Result<bool> LogStore::spend(const ReplicaId &replica)
{
    OURTABLE_ASSIGN(Statement mark, m_database.prepare("UPDATE replica SET spent = 1 WHERE id = ? AND own = 1 AND spent = 0"));
    OURTABLE_TRY(mark.bind(1, replica).run());
    return m_database.changes() > 0;
}

Result<bool> LogStore::noticeOwnHeads(const std::vector<sync::ReplicaHead> &hubHeads)
{
    bool missing = false;
    for (const sync::ReplicaHead &head : hubHeads) {
        OURTABLE_ASSIGN(const std::int64_t known, rowOf(head.head));
        if (known != 0)
            continue;
        missing = true; // the hub has it from us and we do not: an older copy, or a second one
        OURTABLE_TRY(inTransaction([&]() -> Result<void> {
            OURTABLE_ASSIGN(const bool spent, spend(head.replica));
            (void)spent;
            return {};
        }));
    }
    return missing;
}

Result<bool> LogStore::noticeAnchor(const std::vector<sync::ReplicaHead> &anchored)
{
    return noticeOwnHeads(anchored);
}

Result<void> LogStore::spendAllReplicas() { return m_database.execute("UPDATE replica SET spent = 1 WHERE own = 1"); }

Result<std::vector<sync::ReplicaHead>> LogStore::ownHeads()
{
    // The end of each chain by the index: this is asked before every push, whatever the length of the chains.
    OURTABLE_ASSIGN(Statement find, m_database.prepare(
        "SELECT k.id, r.id, c.seq, c.hash FROM replica r CROSS JOIN circle k CROSS JOIN change c ON c.row = "
        "(SELECT row FROM change WHERE circle = k.number AND replica = r.number ORDER BY seq DESC LIMIT 1) "
        "WHERE r.own = 1 AND r.spent = 0"));
    std::vector<sync::ReplicaHead> heads;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            return heads;
        heads.push_back({find.id<CircleId>(0).value_or(CircleId{}), find.id<ReplicaId>(1).value_or(ReplicaId{}),
                         static_cast<std::uint64_t>(find.integer(2)), find.id<Hash>(3).value_or(Hash{})});
    }
}

Result<void> LogStore::anchorOwnHeads()
{
    if (!m_anchor)
        return {};
    OURTABLE_ASSIGN(std::vector<sync::ReplicaHead> heads, ownHeads());
    const auto same = [](const sync::ReplicaHead &a, const sync::ReplicaHead &b) { return a.circle == b.circle && a.replica == b.replica && a.seq == b.seq && a.head == b.head; };
    if (std::ranges::equal(heads, m_anchored, same))
        return {}; // as before every push of a sharing but the first
    OURTABLE_TRY(m_anchor(heads));
    m_anchored = std::move(heads);
    return {};
}

} // namespace ourtable::store
