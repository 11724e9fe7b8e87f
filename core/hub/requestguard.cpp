#include "core/hub/requestguard.h"

#include <algorithm>

#include "core/crypto/hashing.h"

namespace ourtable::hub {
namespace {

constexpr std::size_t kHalf = SessionId::size / 2;

std::uint64_t le64In(ByteView octets)
{
    std::uint64_t value = 0;
    for (std::size_t i = octets.size(); i > 0; --i)
        value = value << 8 | octets[i - 1];
    return value;
}

} // namespace

RequestGuard::RequestGuard(const HubId &hub, const HubLimits &limits, Clock &clock, Random &random)
    : m_hub(hub), m_limits(limits), m_clock(clock)
{
    random.fill(m_secret.writable());
}

RequestGuard::Issue RequestGuard::issueOf(const SessionId &session)
{
    return {static_cast<std::int64_t>(le64In(session.view().first(kHalf))), le64In(session.view().last(kHalf))};
}

sync::SessionAnswer RequestGuard::openSession(const DeviceId &device)
{
    std::uint64_t number = 0;
    {
        const std::lock_guard lock(m_guard);
        number = ++m_issued;
    }
    const auto time = crypto::le64(static_cast<std::uint64_t>(m_clock.monotonicMilliseconds()));
    const auto counted = crypto::le64(number);
    SessionId session;
    std::copy(time.begin(), time.end(), session.octets.begin());
    std::copy(counted.begin(), counted.end(), session.octets.begin() + kHalf);
    return {session, nonceOf(device, session), static_cast<std::uint32_t>(m_limits.sessionSeconds)};
}

sync::SessionNonce RequestGuard::nonceOf(const DeviceId &device, const SessionId &session) const
{
    return crypto::shortened<sync::SessionNonce>(
        crypto::keyedHashOf(m_secret.view(), "ourtable.hub.session.v1", {device.view(), session.view()}));
}

std::optional<DeviceId> RequestGuard::verify(const HttpRequest &request, const sync::Directory &directory)
{
    const std::optional<sync::RequestAuth> auth = sync::RequestAuth::parse(request.authorization);
    const sync::DeviceState *device = auth ? directory.device(auth->device) : nullptr;
    if (!device)
        return std::nullopt;
    const std::int64_t now = m_clock.monotonicMilliseconds();
    const Issue issue = issueOf(auth->session);
    if (issue.time < 0 || issue.time > now || now - issue.time > m_limits.sessionSeconds * 1000)
        return std::nullopt;
    {
        const std::lock_guard lock(m_guard);
        if (!mayUse(*auth, issue))
            return std::nullopt;
    }
    const Hash transcript = sync::requestTranscript(m_hub, nonceOf(auth->device, auth->session), *auth, request.method,
                                                    request.target, request.body);
    if (!crypto::verify(device->key, transcript, auth->signature))
        return std::nullopt;
    const std::lock_guard lock(m_guard);
    return use(*auth, issue, now) ? std::optional(auth->device) : std::nullopt;
}

bool RequestGuard::mayUse(const sync::RequestAuth &auth, const Issue &issue) const
{
    const auto session = m_sessions.find(auth.session);
    if (session != m_sessions.end())
        return session->second.device == auth.device && session->second.window.wouldAccept(auth.counter);
    const auto displaced = m_displaced.find(auth.device);
    return auth.counter > 0 && (displaced == m_displaced.end() || issue.number > displaced->second.number);
}

bool RequestGuard::use(const sync::RequestAuth &auth, const Issue &issue, std::int64_t now)
{
    if (!mayUse(auth, issue)) // somebody else was faster with the same counter
        return false;
    auto session = m_sessions.find(auth.session);
    if (session == m_sessions.end()) {
        if (!makeRoom(auth.device, issue, now))
            return false;
        session = m_sessions.emplace(auth.session, Session{auth.device, issue, {}}).first;
    }
    session->second.window.accept(auth.counter);
    return true;
}

bool RequestGuard::makeRoom(const DeviceId &device, const Issue &issue, std::int64_t now)
{
    const std::int64_t oldestLive = now - m_limits.sessionSeconds * 1000;
    std::erase_if(m_sessions, [&](const auto &item) { return item.second.issue.time < oldestLive; });
    std::erase_if(m_displaced, [&](const auto &item) { return item.second.time < oldestLive; });
    auto oldest = m_sessions.end();
    unsigned held = 0;
    for (auto session = m_sessions.begin(); session != m_sessions.end(); ++session) {
        if (session->second.device != device)
            continue;
        ++held;
        if (oldest == m_sessions.end() || session->second.issue.number < oldest->second.issue.number)
            oldest = session;
    }
    if (held < m_limits.sessionsPerDevice)
        return m_sessions.size() < m_limits.sessionsInAll;
    if (issue.number < oldest->second.issue.number)
        return false;
    m_displaced[device] = oldest->second.issue; // numbers of what is displaced only ascend
    m_sessions.erase(oldest);
    return true;
}

} // namespace ourtable::hub
