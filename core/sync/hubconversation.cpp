#include "core/sync/hubconversation.h"

#include <algorithm>

#include "core/sync/requestauth.h"
#include "core/sync/wire.h"

namespace ourtable::sync {
namespace {

constexpr unsigned kOk = 200;

Error errorOf(const TransportAnswer &answer)
{
    const Result<Refusal> refusal = Refusal::decode(answer.body);
    if (!refusal)
        return {ErrorCode::Offline, "no answer of a hub"};
    const std::string &code = refusal->code;
    if (code == "revoked")
        return {ErrorCode::Revoked, {}};
    if (code == "hub_changed")
        return {ErrorCode::HubChanged, {}};
    if (code == "not_member" || code == "draining")
        return {ErrorCode::NotMember, code};
    if (code == "member_conflict")
        return {ErrorCode::Conflict, "directory"};
    if (code == "upgrade")
        return {ErrorCode::Unsupported, "hub"};
    if (answer.status == 429 || answer.status == 503)
        return {ErrorCode::TryLater, std::to_string(std::max(1u, answer.retryAfter))};
    return {ErrorCode::Refused, code};
}

} // namespace

HubConversation::HubConversation(Transport &transport, const crypto::SigningKeyPair &deviceKeys, const HubId &hub)
    : m_transport(transport), m_deviceKeys(deviceKeys), m_device(deviceIdOf(deviceKeys.verifyKey)), m_hub(hub)
{
}

Result<void> HubConversation::openSession()
{
    const SessionRequest asked{m_device};
    ++m_traffic.requests;
    OURTABLE_ASSIGN(const TransportAnswer answer, m_transport.send({"POST", "/v1/session", {}, asked.encoded()}));
    if (answer.status != kOk)
        return errorOf(answer);
    OURTABLE_ASSIGN(m_session, SessionAnswer::decode(answer.body));
    m_counter = 0;
    return {};
}

TransportRequest HubConversation::signedRequest(const Call &call)
{
    RequestAuth auth{m_device, m_session->session, ++m_counter, {}};
    auth.signature = crypto::sign(m_deviceKeys, requestTranscript(m_hub, m_session->nonce, auth, call.method, call.target, call.body));
    ++m_traffic.requests;
    m_traffic.octetsSent += call.body.size();
    return {call.method, call.target, auth.header(), call.body};
}

Result<Bytes> HubConversation::contentOf(Result<TransportAnswer> answer)
{
    if (!answer)
        return answer.error();
    m_traffic.octetsReceived += answer->body.size();
    if (answer->status == 401) {
        m_session.reset();
        return Error{ErrorCode::Expired, "session"};
    }
    if (answer->status != kOk)
        return errorOf(*answer);
    return std::move(answer->body);
}

Result<Bytes> HubConversation::sendSigned(const Call &call) { return contentOf(m_transport.send(signedRequest(call))); }

Result<Bytes> HubConversation::request(const Call &call)
{
    const bool fresh = !m_session.has_value();
    if (fresh)
        OURTABLE_TRY(openSession());
    Result<Bytes> answer = sendSigned(call);
    if (answer || answer.error().code != ErrorCode::Expired || fresh)
        return answer;
    OURTABLE_TRY(openSession()); // an old session ran out, or the hub was restarted
    return sendSigned(call);
}

Result<void> HubConversation::begin(Call call)
{
    if (!m_session)
        OURTABLE_TRY(openSession());
    m_begun = std::move(call);
    return m_transport.begin(signedRequest(m_begun));
}

Result<Bytes> HubConversation::finish()
{
    Result<Bytes> answer = contentOf(m_transport.finish());
    if (answer || answer.error().code != ErrorCode::Expired)
        return answer;
    OURTABLE_TRY(openSession());
    return sendSigned(m_begun);
}

} // namespace ourtable::sync
