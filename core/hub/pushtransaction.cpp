#include "core/hub/pushtransaction.h"

#include <algorithm>

#include "core/support/log.h"

namespace ourtable::hub {
namespace {

using sync::ChangeKind;
using sync::PushCode;

constexpr std::int64_t kQuotaDay = std::int64_t{24} * 3600 * 1000;

bool holds(const std::vector<KnownChange> &changes, const Hash &hash)
{
    return std::any_of(changes.begin(), changes.end(), [&](const KnownChange &known) { return known.hash == hash; });
}

} // namespace

struct PushTransaction::Chain {
    CircleId circle;
    ReplicaId replica;
    const sync::EndpointState *author = nullptr; // none without a valid certificate
    Authorship authorship;
    std::vector<Branch> branches;
    std::set<std::uint32_t> moved;               // labels of the branches that grew
    bool replicaKnown = false;                   // its certificate is stored

    // The branch that this change continues, or nullptr.
    Branch *tipBefore(const sync::Envelope &change)
    {
        const auto tip = std::find_if(branches.begin(), branches.end(), [&](const Branch &branch) {
            return branch.seq + 1 == change.seq && branch.head == change.previous;
        });
        return tip == branches.end() ? nullptr : &*tip;
    }
    bool reaches(std::uint64_t seq) const
    {
        return std::any_of(branches.begin(), branches.end(), [seq](const Branch &branch) { return branch.seq >= seq; });
    }
};

PushTransaction::PushTransaction(GroupContext &context, const HubLimits &limits, const VerifiedPush &push)
    : m_context(context), m_limits(limits), m_push(push), m_membership(context.directory.working(), context.now)
{
}

Result<PushOutcome> PushTransaction::run()
{
    for (const VerifiedRun &run : m_push.runs)
        OURTABLE_TRY(pushRun(run));
    for (const auto &[circle, totals] : m_totals)
        OURTABLE_TRY(m_context.store.setCircleTotals(circle, totals));
    for (const sync::Seal &seal : m_push.seals)
        OURTABLE_TRY(keepSeal(seal));
    return std::move(m_outcome);
}

Result<void> PushTransaction::pushRun(const VerifiedRun &run)
{
    OURTABLE_ASSIGN(Chain chain, open(run));
    std::vector<PushCode> &codes = m_outcome.codes.emplace_back();
    for (const VerifiedChange &change : run.changes) {
        OURTABLE_ASSIGN(const PushCode code, place(chain, change));
        codes.push_back(code);
    }
    for (const Branch &branch : chain.branches) {
        if (chain.moved.contains(branch.label))
            OURTABLE_TRY(m_context.store.setBranch(run.circle, run.replica, branch));
    }
    if (!chain.authorship.allowed) {
        log::write(log::Level::Warning, "push_refused", {{"device", m_push.device}, {"circle", run.circle},
                                                         {"changes", run.changes.size()}});
        return {};
    }
    std::vector<sync::ReplicaHead> &heads = m_outcome.heads;
    std::erase_if(heads, [&](const sync::ReplicaHead &head) { return head.circle == run.circle && head.replica == run.replica; });
    for (const Branch &branch : chain.branches)
        heads.push_back({run.circle, run.replica, branch.seq, branch.head});
    return {};
}

Result<PushTransaction::Chain> PushTransaction::open(const VerifiedRun &run)
{
    Chain chain;
    chain.circle = run.circle;
    chain.replica = run.replica;
    const auto certificate = m_push.certificates.find(run.replica);
    if (certificate == m_push.certificates.end())
        return chain;
    chain.author = m_context.directory.working().endpoint(certificate->second.endpoint);
    if (!chain.author)
        return chain;
    chain.authorship = m_membership.authorship(m_push.device, *chain.author, run.circle, run.sealed);
    OURTABLE_ASSIGN(chain.branches, m_context.store.branches(run.circle, run.replica));
    chain.replicaKnown = !chain.branches.empty();
    return chain;
}

Result<PushCode> PushTransaction::place(Chain &chain, const VerifiedChange &change)
{
    if (!change.good || !chain.author)
        return PushCode::Bad;
    const sync::Envelope &envelope = change.envelope;
    if (!chain.authorship.allowed || Membership::pastTheEnd(*chain.author, chain.circle, chain.replica, envelope.seq))
        return PushCode::Refused;
    const bool continues = chain.tipBefore(envelope) != nullptr || (envelope.seq == 1 && chain.branches.empty());
    if (!chain.reaches(envelope.seq))
        return continues ? append(chain, change, false) : PushCode::Gap;
    OURTABLE_ASSIGN(const std::vector<KnownChange> same, m_context.store.changesAt(chain.circle, chain.replica, envelope.seq));
    if (holds(same, change.hash)) {
        OURTABLE_ASSIGN(const bool erased, m_context.store.isErased(chain.circle, envelope.record));
        if (envelope.ciphertext && !erased)
            OURTABLE_TRY(m_context.store.fillWords(envelope, change.hash));
        return PushCode::Dup;
    }
    if (!continues && envelope.seq > 1) {
        OURTABLE_ASSIGN(const std::vector<KnownChange> before,
                        m_context.store.changesAt(chain.circle, chain.replica, envelope.seq - 1));
        if (!holds(before, envelope.previous))
            return PushCode::Gap;
    }
    return append(chain, change, true);
}

Result<PushCode> PushTransaction::append(Chain &chain, const VerifiedChange &change, bool sameNumber)
{
    OURTABLE_ASSIGN(const bool replicaKnown, knowReplica(chain));
    if (!replicaKnown || (!chain.tipBefore(change.envelope) && chain.branches.size() >= m_limits.branchesPerChain))
        return PushCode::Refused;
    const sync::Envelope &envelope = change.envelope;
    bool erased = false;
    if (envelope.kind == ChangeKind::Erase) {
        OURTABLE_ASSIGN(const bool allowed, mayErase(chain, envelope.record));
        if (!allowed)
            return PushCode::Refused;
    } else {
        OURTABLE_ASSIGN(erased, m_context.store.isErased(chain.circle, envelope.record));
    }
    if (erased) {
        sync::Envelope blank = envelope;
        blank.ciphertext.reset();
        OURTABLE_TRY(store(chain, blank, change.hash));
    } else {
        OURTABLE_TRY(store(chain, envelope, change.hash));
    }
    if (envelope.kind == ChangeKind::Erase)
        OURTABLE_TRY(erase(chain, change));
    if (sameNumber)
        return PushCode::Fork;
    return envelope.ciphertext && !erased ? PushCode::Ok : PushCode::Erased;
}

Result<void> PushTransaction::store(Chain &chain, const sync::Envelope &envelope, const Hash &hash)
{
    OURTABLE_ASSIGN(CircleTotals *totals, totalsOf(chain.circle));
    OURTABLE_TRY(m_context.store.addChange(totals->headSeq + 1, envelope, hash, m_context.now));
    totals->headSeq += 1;
    totals->octets += envelope.octets();
    Branch *branch = chain.tipBefore(envelope);
    if (!branch) {
        const auto label = static_cast<std::uint32_t>(chain.branches.size()); // branches never go
        branch = &chain.branches.emplace_back(Branch{label, 0, {}});
    }
    branch->seq = envelope.seq;
    branch->head = hash;
    chain.moved.insert(branch->label);
    ++m_outcome.stored;
    m_context.touched.circles.insert(chain.circle);
    m_context.touched.devices.insert(chain.author->device);
    return {};
}

Result<bool> PushTransaction::knowReplica(Chain &chain)
{
    if (chain.replicaKnown)
        return true;
    OURTABLE_ASSIGN(const std::optional<sync::ReplicaCertificate> stored, m_context.store.certificate(chain.replica));
    if (!stored) {
        OURTABLE_ASSIGN(const std::uint64_t held, m_context.store.replicasOf(chain.author->id));
        if (held >= m_limits.replicasPerEndpoint)
            return false;
        OURTABLE_TRY(m_context.store.addCertificate(m_push.certificates.at(chain.replica)));
    }
    chain.replicaKnown = true;
    return true;
}

Result<bool> PushTransaction::mayErase(const Chain &chain, const RecordId &record)
{
    if (chain.authorship.mode == sync::CircleMode::Writer) {
        OURTABLE_ASSIGN(const std::vector<EndpointId> authors, m_context.store.authorsOf(chain.circle, record));
        if (authors.size() != 1 || authors.front() != chain.author->id)
            return false;
    }
    const std::int64_t since = m_context.now - kQuotaDay;
    OURTABLE_ASSIGN(const std::uint64_t done, chain.authorship.offered ? m_context.store.erasuresFrom(m_push.device, since)
                                                                       : m_context.store.erasuresBy(chain.author->id, since));
    const unsigned limit = chain.authorship.offered ? m_limits.offeredErasuresPerDay : m_limits.erasuresPerDay;
    if (done >= limit)
        log::write(log::Level::Warning, "erase_limit", {{"device", m_push.device}, {"limit", limit}});
    return done < limit;
}

Result<void> PushTransaction::erase(const Chain &chain, const VerifiedChange &change)
{
    m_context.touched.erased = true;
    return m_context.store.erase({chain.circle, change.envelope.record, change.hash, chain.author->id, m_push.device,
                                  chain.authorship.offered, m_context.now});
}

// A seal is of the branch whose tip it names; of a chain that never forked, it may also be behind the tip.
Result<void> PushTransaction::keepSeal(const sync::Seal &seal)
{
    OURTABLE_ASSIGN(const std::vector<Branch> branches, m_context.store.branches(seal.circle, seal.replica));
    auto branch = std::find_if(branches.begin(), branches.end(),
                               [&](const Branch &tip) { return tip.seq == seal.seq && tip.head == seal.head; });
    if (branch == branches.end()) {
        if (branches.size() != 1)
            return {};
        OURTABLE_ASSIGN(const std::vector<KnownChange> sealed, m_context.store.changesAt(seal.circle, seal.replica, seal.seq));
        if (!holds(sealed, seal.head))
            return {};
        branch = branches.begin();
    }
    OURTABLE_ASSIGN(const std::vector<ChangeStore::LabelledSeal> held, m_context.store.seals(seal.circle, seal.replica));
    const bool newer = std::none_of(held.begin(), held.end(), [&](const ChangeStore::LabelledSeal &known) {
        return known.first == branch->label && known.second.seq >= seal.seq;
    });
    return newer ? m_context.store.setSeal(branch->label, seal) : Result<void>();
}

Result<CircleTotals *> PushTransaction::totalsOf(const CircleId &circle)
{
    const auto known = m_totals.find(circle);
    if (known != m_totals.end())
        return &known->second;
    OURTABLE_ASSIGN(const CircleTotals totals, m_context.store.circleTotals(circle));
    return &m_totals.emplace(circle, totals).first->second;
}

} // namespace ourtable::hub
