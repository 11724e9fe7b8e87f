#include "core/sync/carried.h"

#include <algorithm>
#include <iterator>

namespace ourtable::sync {
namespace {

constexpr std::size_t kProofOctets = 260; // a seal or a certificate, at most

class Pages {
public:
    Pages(const CircleId &circle, std::size_t octets) : m_circle(circle), m_most(octets) {}

    void add(const Envelope &envelope)
    {
        if (m_builder.changes() > 0 && m_builder.octets() + envelope.octets() > m_most)
            endChanges();
        m_builder.add(envelope);
    }
    void add(const ReplicaCertificate &certificate) { room().certificates.push_back(certificate); }
    void add(const Seal &seal) { room().seals.push_back(seal); }
    void endChanges()
    {
        if (m_builder.changes() > 0)
            begin().runs = m_builder.take();
    }
    std::vector<PullAnswer> take() { return std::move(m_pages); }

private:
    PullAnswer &begin()
    {
        m_proofs = 0;
        m_pages.emplace_back().circle = m_circle;
        return m_pages.back();
    }
    PullAnswer &room()
    {
        if (m_pages.empty() || !m_pages.back().runs.empty() || (m_proofs + 1) * kProofOctets > m_most)
            begin();
        ++m_proofs;
        return m_pages.back();
    }

    CircleId m_circle;
    std::size_t m_most;
    std::size_t m_proofs = 0; // on the last page
    RunBuilder m_builder;
    std::vector<PullAnswer> m_pages;
};

using Writers = std::map<ReplicaId, const EndpointState *>;

Result<Writers> writersOf(const PullAnswer &set, const Directory &directory)
{
    Writers writers;
    for (const ReplicaCertificate &certificate : set.certificates) {
        const EndpointState *endpoint = directory.endpoint(certificate.endpoint);
        if (!endpoint || !certificate.verify(endpoint->key))
            return Error{ErrorCode::SealBroken, "certificate"};
        writers[certificate.replica()] = endpoint;
    }
    for (const Seal &seal : set.seals) {
        if (seal.circle != set.circle)
            return Error{ErrorCode::Malformed, "seal of another circle"};
        const auto writer = writers.find(seal.replica);
        if (writer == writers.end() || !seal.verify(writer->second->key))
            return Error{ErrorCode::SealBroken, "seal"};
    }
    return writers;
}

} // namespace

std::vector<PullAnswer> inPages(const PullAnswer &whole, std::size_t octets)
{
    Pages pages(whole.circle, octets);
    for (const Run &run : whole.runs) {
        for (const Envelope &envelope : run.envelopes())
            pages.add(envelope);
    }
    pages.endChanges();
    for (const ReplicaCertificate &certificate : whole.certificates)
        pages.add(certificate);
    for (const Seal &seal : whole.seals)
        pages.add(seal);
    return pages.take();
}

Result<void> addPage(PullAnswer &whole, PullAnswer page)
{
    if (page.circle != whole.circle)
        return Error{ErrorCode::Malformed, "page of another circle"};
    std::ranges::move(page.runs, std::back_inserter(whole.runs));
    std::ranges::move(page.certificates, std::back_inserter(whole.certificates));
    std::ranges::move(page.seals, std::back_inserter(whole.seals));
    return {};
}

std::set<Hash> vouchedFor(const std::map<Hash, const Envelope *> &changes, const std::vector<Seal> &seals)
{
    std::set<Hash> vouched;
    for (const Seal &seal : seals) {
        std::uint64_t seq = seal.seq;
        for (auto at = changes.find(seal.head); at != changes.end(); at = changes.find(at->second->previous), --seq) {
            const Envelope &envelope = *at->second;
            const bool itsOwn = envelope.circle == seal.circle && envelope.replica == seal.replica && envelope.seq == seq;
            if (!itsOwn || !vouched.insert(at->first).second)
                break;
        }
    }
    return vouched;
}

Result<void> verifyCarried(const PullAnswer &set, const Directory &directory)
{
    if (!directory.circle(set.circle))
        return Error{ErrorCode::NotFound, "circle"};
    OURTABLE_ASSIGN(const Writers writers, writersOf(set, directory));
    std::vector<Envelope> envelopes;
    for (const Run &run : set.runs) {
        if (run.circle != set.circle)
            return Error{ErrorCode::Malformed, "run of another circle"};
        if (!writers.contains(run.replica))
            return Error{ErrorCode::SealBroken, "certificate"};
        std::ranges::move(run.envelopes(), std::back_inserter(envelopes));
    }
    std::map<Hash, const Envelope *> changes;
    for (const Envelope &envelope : envelopes) {
        if (!envelope.wellFormed())
            return Error{ErrorCode::Malformed, "change"};
        changes.emplace(envelope.hash(), &envelope);
    }
    if (vouchedFor(changes, set.seals).size() != changes.size())
        return Error{ErrorCode::SealBroken, "without a seal"};
    return {};
}

} // namespace ourtable::sync
