// Taking in what others wrote: shape, chain, seal, membership. Needs no key, so it works while the app is locked.
#include <algorithm>
#include <set>

#include "core/store/logarrivals.h"
#include "core/store/logstore.h"

namespace ourtable::store {
namespace {

sync::Seal sealOf(ByteView octets)
{
    cbor::Reader in(octets);
    return sync::Seal::decode(in);
}

} // namespace

Result<std::size_t> LogStore::ingest(const sync::PullAnswer &answer)
{
    Intake intake;
    OURTABLE_TRY(inTransaction([&]() -> Result<void> {
        for (const sync::Run &run : answer.runs)
            if (run.circle != answer.circle)
                return Error{ErrorCode::Malformed, "run of another circle"};
        OURTABLE_TRY(takeInSet(answer, intake));
        OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(answer.circle));
        OURTABLE_ASSIGN(Statement move, m_database.prepare("UPDATE circle SET cursor = ? WHERE number = ?"));
        return move.bindAll(answer.next, circle).run();
    }, Synchronous::Normal)); // what a power cut takes is asked for again: the cursor goes with it
    return intake.fresh;
}

Result<void> LogStore::takeInSet(const sync::PullAnswer &set, Intake &intake)
{
    for (const sync::ReplicaCertificate &certificate : set.certificates)
        OURTABLE_TRY(storeCertificate(certificate, false));
    for (const sync::Seal &seal : set.seals)
        OURTABLE_TRY(keepSeal(seal, false));
    OURTABLE_ASSIGN(const std::vector<Vouched> vouched, verifiedSeals());
    Arrivals arrivals(set.runs);
    for (const Vouched &seal : vouched)
        OURTABLE_TRY(takeInUnder(seal, arrivals, intake));
    OURTABLE_TRY(takeInRest(arrivals, intake));
    for (const Vouched &seal : vouched)
        OURTABLE_TRY(cover(seal.seal));
    return {};
}

Result<void> LogStore::takeInUnder(const Vouched &vouched, Arrivals &arrivals, Intake &intake)
{
    // Whatever is not an unbroken stretch on top of what was judged before is left to takeInRest() and cover(); so are
    // erases, which are judged by all that is known of their record.
    const sync::Seal &seal = vouched.seal;
    std::vector<Arrival *> chain; // newest first
    Hash at = seal.head;
    std::uint64_t seq = seal.seq;
    for (Arrival *next = arrivals.find(at); next && !next->taken; next = arrivals.find(at), --seq) {
        const sync::Envelope &envelope = next->envelope;
        if (envelope.circle != seal.circle || envelope.replica != seal.replica || envelope.seq != seq || envelope.kind == sync::ChangeKind::Erase)
            return {};
        chain.push_back(next);
        at = envelope.previous;
    }
    std::optional<MembershipHead> before;
    if (!at.isZero()) {
        OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(seal.circle));
        OURTABLE_ASSIGN(const std::int64_t replica, replicaNumber(seal.replica));
        OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT head FROM change WHERE hash = ? AND circle = ? AND replica = ? AND seq = ? AND state IN (1, 2)"));
        OURTABLE_ASSIGN(const bool here, find.bindAll(at, circle, replica, seq).step());
        if (!here)
            return {};
        before = find.id<MembershipHead>(0);
    }
    for (auto next = chain.rbegin(); next != chain.rend(); ++next) {
        OURTABLE_TRY(takeIn(**next, vouched.author, before, intake));
        before = (*next)->envelope.membershipHead;
    }
    return {};
}

Result<void> LogStore::takeIn(Arrival &arrival, const EndpointId &author, const std::optional<MembershipHead> &before, Intake &intake)
{
    arrival.taken = true;
    Judgement judged{ChangeState::Quarantined, QuarantineReason::BadShape};
    if (arrival.envelope.wellFormed()) {
        OURTABLE_ASSIGN(judged, judgementOf(arrival.envelope, author, before));
    }
    OURTABLE_ASSIGN(const std::int64_t row, insertCame(arrival, judged, intake));
    if (row != 0)
        return {};
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT row FROM change WHERE hash = ? AND state NOT IN (1, 2)"));
    OURTABLE_ASSIGN(const bool waits, find.bind(1, arrival.hash).step());
    const std::int64_t known = waits ? find.integer(0) : 0;
    find.reset();
    return waits ? judge(known) : Result<void>();
}

Result<void> LogStore::takeInRest(const Arrivals &arrivals, Intake &intake)
{
    for (const Arrival &arrival : arrivals.all()) {
        if (arrival.taken)
            continue;
        const bool good = arrival.envelope.wellFormed();
        const Judgement judged = good ? Judgement{ChangeState::Unsealed, QuarantineReason::None}
                                      : Judgement{ChangeState::Quarantined, QuarantineReason::BadShape};
        OURTABLE_ASSIGN(const std::int64_t row, insertCame(arrival, judged, intake));
        static_cast<void>(row);
    }
    return {};
}

Result<std::int64_t> LogStore::insertCame(const Arrival &arrival, const Judgement &judged, Intake &intake)
{
    const bool receipt = intake.way == Way::Hub;
    OURTABLE_ASSIGN(const std::int64_t row, insert(arrival.envelope, arrival.hash, {judged.state, judged.reason, receipt}));
    intake.fresh += row != 0 ? 1 : 0;
    if (row != 0 && !receipt && judged.state != ChangeState::Quarantined)
        OURTABLE_TRY(queue(row, arrival.envelope));
    return row;
}

Result<void> LogStore::keepSeal(const sync::Seal &seal, bool verified)
{
    OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(seal.circle));
    OURTABLE_ASSIGN(const std::int64_t replica, replicaNumber(seal.replica));
    cbor::Writer encoded;
    seal.encode(encoded);
    OURTABLE_ASSIGN(Statement keep, m_database.prepare("INSERT INTO seal (circle, replica, seq, hash, seal, verified, covered) "
                                                       "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"));
    OURTABLE_TRY(keep.bindAll(circle, replica, seal.seq, seal.head, encoded.bytes(), verified, verified).run());
    return verified ? dropCoveredSeals(seal) : Result<void>();
}

Result<void> LogStore::dropCoveredSeals(const sync::Seal &newest)
{
    // Only the newest of a branch is kept. An older seal goes when its head lies under the new one; the seal of another
    // branch (a copied device) stays, or nobody could ever take that branch in.
    OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(newest.circle));
    OURTABLE_ASSIGN(const std::int64_t replica, replicaNumber(newest.replica));
    std::set<Hash> older;
    {
        OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT hash FROM seal WHERE circle = ? AND replica = ? AND seq < ? AND covered = 1"));
        find.bindAll(circle, replica, newest.seq);
        for (;;) {
            OURTABLE_ASSIGN(const bool row, find.step());
            if (!row)
                break;
            older.insert(find.id<Hash>(0).value_or(Hash{}));
        }
    }
    for (Hash at = newest.head; !older.empty() && !at.isZero();) {
        if (older.erase(at) > 0) {
            OURTABLE_ASSIGN(Statement drop, m_database.prepare("DELETE FROM seal WHERE circle = ? AND replica = ? AND hash = ?"));
            OURTABLE_TRY(drop.bindAll(circle, replica, at).run());
        }
        OURTABLE_ASSIGN(Statement before, m_database.prepare("SELECT previous FROM change WHERE hash = ?"));
        OURTABLE_ASSIGN(const bool row, before.bind(1, at).step());
        at = row ? before.id<Hash>(0).value_or(Hash{}) : Hash{};
    }
    return {};
}

Result<void> LogStore::verifyWaitingSeals()
{
    OURTABLE_ASSIGN(const std::vector<Vouched> vouched, verifiedSeals());
    for (const Vouched &seal : vouched)
        OURTABLE_TRY(cover(seal.seal));
    return {};
}

Result<std::vector<LogStore::Vouched>> LogStore::verifiedSeals()
{
    std::vector<Vouched> vouched;
    struct Waiting {
        sync::Seal seal;
        EndpointId endpoint;
        std::optional<sync::ReplicaCertificate> certificate;
    };
    std::vector<Waiting> waiting;
    {
        OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT s.seal, r.certificate FROM seal s JOIN replica r ON r.number = s.replica WHERE s.covered = 0"));
        for (;;) {
            OURTABLE_ASSIGN(const bool row, find.step());
            if (!row)
                break;
            Waiting next{sealOf(find.octets(0)), {}, std::nullopt};
            if (!find.isNull(1)) {
                cbor::Reader in(find.octets(1));
                next.certificate = sync::ReplicaCertificate::decode(in);
            }
            waiting.push_back(std::move(next));
        }
    }
    for (const Waiting &next : waiting) {
        if (!next.certificate)
            continue;
        const sync::EndpointState *endpoint = m_directory.endpoint(next.certificate->endpoint);
        if (!endpoint)
            continue; // waits for the directory
        OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(next.seal.circle));
        OURTABLE_ASSIGN(const std::int64_t replica, replicaNumber(next.seal.replica));
        if (!next.certificate->verify(endpoint->key)) {
            // Whoever made it up must not keep the real one out; what it was for waits.
            OURTABLE_ASSIGN(Statement forget, m_database.prepare("UPDATE replica SET endpoint = NULL, certificate = NULL WHERE number = ? AND own = 0"));
            OURTABLE_TRY(forget.bind(1, replica).run());
            continue;
        }
        if (next.certificate->replica() != next.seal.replica || !next.seal.verify(endpoint->key)) {
            OURTABLE_ASSIGN(Statement drop, m_database.prepare("DELETE FROM seal WHERE circle = ? AND replica = ? AND hash = ?"));
            OURTABLE_TRY(drop.bindAll(circle, replica, next.seal.head).run());
            continue;
        }
        vouched.push_back({next.seal, next.certificate->endpoint});
    }
    return vouched;
}

Result<void> LogStore::cover(const sync::Seal &seal)
{
    // From the sealed head back to what an earlier seal covers. A hole means that part of the chain is still to come. The
    // whole way has to lie in the seal's own chain: nobody's seal vouches for what is under another's name.
    OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(seal.circle));
    OURTABLE_ASSIGN(const std::int64_t replica, replicaNumber(seal.replica));
    std::vector<std::int64_t> rows;
    Hash at = seal.head;
    std::uint64_t seq = seal.seq;
    while (!at.isZero()) {
        OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT row, seq, previous, state FROM change WHERE hash = ? AND circle = ? AND replica = ?"));
        OURTABLE_ASSIGN(const bool here, find.bindAll(at, circle, replica).step());
        if (!here || static_cast<std::uint64_t>(find.integer(1)) != seq) {
            find.reset();
            OURTABLE_ASSIGN(Statement good, m_database.prepare("UPDATE seal SET verified = 1 WHERE circle = ? AND replica = ? AND hash = ?"));
            return good.bindAll(circle, replica, seal.head).run(); // goes on to the hub with what it vouches for
        }
        if (find.integer(3) == static_cast<int>(ChangeState::Ready) || find.integer(3) == static_cast<int>(ChangeState::WaitsForDirectory))
            break;
        rows.push_back(find.integer(0));
        at = find.id<Hash>(2).value_or(Hash{});
        --seq;
    }
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        OURTABLE_TRY(judge(*row));
    OURTABLE_ASSIGN(Statement done, m_database.prepare("UPDATE seal SET verified = 1, covered = 1 WHERE circle = ? AND replica = ? AND hash = ?"));
    OURTABLE_TRY(done.bindAll(circle, replica, seal.head).run());
    return keepSeal(seal, true);
}

} // namespace ourtable::store
