// Changes on other ways than through the hub: what goes with a stick or to a device nearby, and what comes from there. Nothing
// of it is a receipt, and no cursor moves: only the hub says what the hub has.
#include <algorithm>

#include "core/store/logstore.h"

namespace ourtable::store {
namespace {

// Only what stands under a seal that is here as well: whoever takes it in asks for that.
std::vector<const StoredChange *> underSeals(const std::vector<StoredChange> &changes, const std::vector<sync::Seal> &seals)
{
    std::map<Hash, const sync::Envelope *> byHash;
    for (const StoredChange &change : changes)
        byHash.emplace(change.hash, &change.envelope);
    const std::set<Hash> vouched = sync::vouchedFor(byHash, seals);
    std::vector<const StoredChange *> chosen;
    for (const StoredChange &change : changes) {
        if (vouched.contains(change.hash))
            chosen.push_back(&change);
    }
    return chosen;
}

} // namespace

Result<std::vector<sync::PullAnswer>> LogStore::awaitingReceipt()
{
    std::vector<CircleId> circles;
    {
        OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT id FROM circle k WHERE EXISTS "
                                                           "(SELECT 1 FROM outbox o JOIN change c ON c.row = o.row WHERE c.circle = k.number)"));
        for (;;) {
            OURTABLE_ASSIGN(const bool row, find.step());
            if (!row)
                break;
            circles.push_back(find.id<CircleId>(0).value_or(CircleId{}));
        }
    }
    std::vector<sync::PullAnswer> sets;
    for (const CircleId &circle : circles) {
        OURTABLE_ASSIGN(const std::vector<StoredChange> waiting, changesToCarry(circle, Carry::Waiting, {}));
        OURTABLE_ASSIGN(sync::PullAnswer set, carriedSet(circle, waiting));
        if (!set.runs.empty())
            sets.push_back(std::move(set));
    }
    return sets;
}

Result<sync::PullAnswer> LogStore::lackedBy(const CircleId &circle, const std::vector<sync::ReplicaHead> &theirHeads)
{
    std::set<std::int64_t> theirs;
    for (const sync::ReplicaHead &head : theirHeads) {
        OURTABLE_ASSIGN(Statement under, m_database.prepare("WITH RECURSIVE under(row, previous) AS (SELECT row, previous FROM change WHERE hash = ?1 "
                                                            "UNION ALL SELECT c.row, c.previous FROM under u JOIN change c ON c.hash = u.previous) "
                                                            "SELECT row FROM under"));
        under.bind(1, head.head);
        for (;;) {
            OURTABLE_ASSIGN(const bool row, under.step());
            if (!row)
                break;
            theirs.insert(under.integer(0));
        }
    }
    OURTABLE_ASSIGN(const std::vector<StoredChange> lacked, changesToCarry(circle, Carry::All, theirs));
    return carriedSet(circle, lacked);
}

Result<sync::PullAnswer> LogStore::carriedSet(const CircleId &circle, const std::vector<StoredChange> &changes)
{
    sync::PullAnswer set;
    set.circle = circle;
    std::vector<sync::Seal> seals;
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT s.seal FROM seal s JOIN circle k ON k.number = s.circle WHERE k.id = ? AND s.verified = 1"));
    find.bind(1, circle);
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            break;
        cbor::Reader in(find.octets(0));
        seals.push_back(sync::Seal::decode(in));
    }
    sync::RunBuilder builder;
    std::set<Hash> taken;
    std::set<ReplicaId> writers;
    for (const StoredChange *change : underSeals(changes, seals)) {
        builder.add(change->envelope);
        taken.insert(change->hash);
        writers.insert(change->envelope.replica);
    }
    set.runs = builder.take();
    std::ranges::copy_if(seals, std::back_inserter(set.seals), [&](const sync::Seal &seal) { return taken.contains(seal.head); });
    for (const ReplicaId &writer : writers) {
        OURTABLE_ASSIGN(Statement certificate, m_database.prepare("SELECT certificate FROM replica WHERE id = ? AND certificate IS NOT NULL"));
        OURTABLE_ASSIGN(const bool known, certificate.bind(1, writer).step());
        if (!known)
            return Error{ErrorCode::Internal, "certificate"};
        cbor::Reader in(certificate.octets(0));
        set.certificates.push_back(sync::ReplicaCertificate::decode(in));
    }
    return set;
}

Result<std::size_t> LogStore::takeCarried(std::span<const sync::PullAnswer> sets)
{
    for (const sync::PullAnswer &set : sets)
        OURTABLE_TRY(sync::verifyCarried(set, m_directory));
    Intake intake{Way::Carried, 0};
    OURTABLE_TRY(inTransaction([&]() -> Result<void> {
        for (const sync::PullAnswer &set : sets)
            OURTABLE_TRY(takeInSet(set, intake));
        for (const sync::PullAnswer &set : sets)
            OURTABLE_TRY(keptItsWords(set));
        return {};
    }));
    return intake.fresh;
}

Result<void> LogStore::keptItsWords(const sync::PullAnswer &set)
{
    for (const sync::Run &run : set.runs) {
        if (std::ranges::all_of(run.items, [](const sync::Run::Item &item) { return item.ciphertext.has_value(); }))
            continue;
        for (const sync::Envelope &envelope : run.envelopes()) {
            if (envelope.ciphertext)
                continue;
            OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT 1 FROM change c WHERE c.hash = ? AND c.state = 1 AND c.kind <> 3 AND c.ciphertext IS NULL "
                                                               "AND NOT EXISTS (SELECT 1 FROM erased e WHERE e.circle = c.circle AND e.record = c.record)"));
            OURTABLE_ASSIGN(const bool lost, find.bind(1, envelope.hash()).step());
            if (lost)
                return Error{ErrorCode::SealBroken, "without its words"};
        }
    }
    return {};
}

} // namespace ourtable::store
