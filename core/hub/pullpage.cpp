#include "core/hub/pullpage.h"

namespace ourtable::hub {
namespace {

constexpr std::size_t kProofOctets = 420; // a certificate and a seal
constexpr std::size_t kVisited = 20'000;  // rows, those left out included: a page takes no longer than that

} // namespace

Result<sync::PullAnswer> PullPage::read(std::uint64_t after)
{
    sync::PullAnswer answer;
    answer.circle = m_circle;
    answer.next = after;
    OURTABLE_TRY(readChanges(after, answer));
    OURTABLE_TRY(addProofs(answer));
    return answer;
}

Result<void> PullPage::readChanges(std::uint64_t after, sync::PullAnswer &answer)
{
    sync::RunBuilder runs;
    std::size_t visited = 0;
    OURTABLE_TRY(m_store.changesAfter(m_circle, after, [&](std::uint64_t hubSeq, sync::Envelope change) {
        const bool full = runs.octets() + m_sent.size() * kProofOctets + change.octets() > sync::kPullOctets;
        if ((full && runs.changes() > 0) || ++visited > kVisited) {
            answer.more = true;
            return false;
        }
        const bool leftOut = isLeftOut(change.replica);
        if (!m_failed)
            return false;
        answer.next = hubSeq;
        if (leftOut)
            return true;
        m_sent.insert(change.replica);
        runs.add(change);
        return true;
    }));
    answer.runs = runs.take();
    return m_failed;
}

bool PullPage::isLeftOut(const ReplicaId &replica)
{
    auto known = m_certificates.find(replica);
    if (known == m_certificates.end()) {
        const Result<std::optional<sync::ReplicaCertificate>> stored = m_store.certificate(replica);
        if (!stored || !*stored) {
            m_failed = stored ? Error{ErrorCode::Corrupt, "replica"} : stored.error();
            return false;
        }
        known = m_certificates.emplace(replica, **stored).first;
    }
    const sync::EndpointState *endpoint = m_directory.endpoint(known->second.endpoint);
    return endpoint && !m_without.isZero() && endpoint->device == m_without;
}

Result<void> PullPage::addProofs(sync::PullAnswer &answer)
{
    for (const ReplicaId &replica : m_sent) {
        answer.certificates.push_back(m_certificates.at(replica));
        OURTABLE_ASSIGN(const std::vector<ChangeStore::LabelledSeal> seals, m_store.seals(m_circle, replica));
        for (const auto &[label, seal] : seals)
            answer.seals.push_back(seal);
    }
    return {};
}

} // namespace ourtable::hub
