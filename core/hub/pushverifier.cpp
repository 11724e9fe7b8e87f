#include "core/hub/pushverifier.h"

#include <set>

namespace ourtable::hub {
namespace {

using Chain = std::pair<CircleId, ReplicaId>;

class PushVerifier {
public:
    PushVerifier(const sync::Directory &directory, ChangeStore &store, VerifiedPush &out)
        : m_directory(directory), m_store(store), m_out(out)
    {
    }

    Result<void> run(const sync::PushRequest &push)
    {
        for (const sync::ReplicaCertificate &certificate : push.certificates)
            OURTABLE_TRY(takeCertificate(certificate));
        for (const sync::Run &each : push.runs)
            OURTABLE_TRY(knowCertificate(each.replica));
        for (const sync::Seal &seal : push.seals) {
            OURTABLE_TRY(knowCertificate(seal.replica));
            takeSeal(seal);
        }
        for (const sync::Run &each : push.runs)
            takeRun(each);
        markSealed();
        return {};
    }

private:
    // Every push brings it again; the one that is stored was verified when it came and names the same endpoint.
    Result<void> takeCertificate(const sync::ReplicaCertificate &certificate)
    {
        OURTABLE_TRY(knowCertificate(certificate.replica()));
        if (m_out.certificates.contains(certificate.replica()))
            return {};
        const sync::EndpointState *endpoint = m_directory.endpoint(certificate.endpoint);
        if (endpoint && certificate.verify(endpoint->key))
            m_out.certificates.emplace(certificate.replica(), certificate);
        return {};
    }

    Result<void> knowCertificate(const ReplicaId &replica)
    {
        if (m_out.certificates.contains(replica))
            return {};
        OURTABLE_ASSIGN(const std::optional<sync::ReplicaCertificate> known, m_store.certificate(replica));
        if (known)
            m_out.certificates.emplace(replica, *known);
        return {};
    }

    void takeSeal(const sync::Seal &seal)
    {
        const auto certificate = m_out.certificates.find(seal.replica);
        const sync::EndpointState *endpoint =
            certificate == m_out.certificates.end() ? nullptr : m_directory.endpoint(certificate->second.endpoint);
        if (endpoint && seal.verify(endpoint->key))
            m_out.seals.push_back(seal);
        else
            m_broken.emplace(seal.circle, seal.replica);
    }

    void takeRun(const sync::Run &run)
    {
        const bool certain = m_out.certificates.contains(run.replica) && !m_broken.contains({run.circle, run.replica});
        VerifiedRun verified{run.circle, run.replica, {}, false};
        std::vector<sync::Envelope> envelopes = run.envelopes();
        verified.changes.reserve(envelopes.size());
        for (std::size_t i = 0; i < envelopes.size(); ++i) {
            // The next one names this one's hash already.
            const Hash hash = i + 1 < envelopes.size() ? envelopes[i + 1].previous : envelopes[i].hash();
            const bool good = certain && envelopes[i].wellFormed();
            verified.changes.push_back({std::move(envelopes[i]), hash, good});
        }
        m_out.changes += verified.changes.size();
        m_out.runs.push_back(std::move(verified));
    }

    // From the sealed heads back; a run that lies before another one of its chain came before it.
    void markSealed()
    {
        std::set<std::pair<Chain, Hash>> vouched;
        for (const sync::Seal &seal : m_out.seals)
            vouched.emplace(Chain{seal.circle, seal.replica}, seal.head);
        for (auto run = m_out.runs.rbegin(); run != m_out.runs.rend(); ++run) {
            const Chain chain{run->circle, run->replica};
            run->sealed = !run->changes.empty() && vouched.contains({chain, run->changes.back().hash});
            if (run->sealed)
                vouched.emplace(chain, run->changes.front().envelope.previous);
        }
    }

    const sync::Directory &m_directory;
    ChangeStore &m_store;
    VerifiedPush &m_out;
    std::set<Chain> m_broken;
};

} // namespace

Result<VerifiedPush> verifyPush(const sync::PushRequest &push, const DeviceId &device, const sync::Directory &directory,
                                ChangeStore &store)
{
    VerifiedPush out;
    out.request = push.request;
    out.device = device;
    OURTABLE_TRY(PushVerifier(directory, store, out).run(push));
    return out;
}

} // namespace ourtable::hub
