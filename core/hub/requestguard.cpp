#include "core/hub/requestguard.h"

#include <algorithm>

#include "core/crypto/hashing.h"

namespace ourtable::hub {
namespace {

constexpr std::size_t kTimeOctets = 8;

std::int64_t issuedAt(const SessionId &session)
{
    std::uint64_t time = 0;
    for (std::size_t i = kTimeOctets; i > 0; --i)
        time = time << 8 | session.octets[i - 1];
    return static_cast<std::int64_t>(time);
}

} // namespace

RequestGuard::RequestGuard(const HubId &hub, const HubLimits &limits, Clock &clock, Random &random)
    : m_hub(hub), m_limits(limits), m_clock(clock)
{
    random.fill(m_secret.writable());
}

sync::SessionAnswer RequestGuard::openSession(const DeviceId &device)
{
    const auto time = crypto::le64(static_cast<std::uint64_t>(m_clock.monotonicMilliseconds()));
    std::uint64_t number = 0;
    {
        const std::lock_guard lock(m_guard);
        number = ++m_issued;
    }
    const Hash rest = crypto::keyedHashOf(m_secret.view(), "ourtable.hub.session.id.v1", {device.view(), crypto::le64(number)});
    SessionId session;
    std::copy(time.begin(), time.end(), session.octets.begin());
    std::copy_n(rest.octets.begin(), SessionId::size - kTimeOctets, session.octets.begin() + kTimeOctets);
    return {session, nonceOf(device, session), static_cast<std::uint32_t>(m_limits.sessionSeconds)};
}

sync::SessionNonce RequestGuard::nonceOf(const DeviceId &device, const SessionId &session) const
{
    return crypto::shortened<sync::SessionNonce>(
        crypto::keyedHashOf(m_secret.view(), "ourtable.hub.session.nonce.v1", {device.view(), session.view()}));
}

std::optional<DeviceId> RequestGuard::verify(const HttpRequest &request, const sync::Directory &directory)
{
    const std::optional<sync::RequestAuth> auth = sync::RequestAuth::parse(request.authorization);
    const sync::DeviceState *device = auth ? directory.device(auth->device) : nullptr;
    if (!device)
        return std::nullopt;
    const std::int64_t now = m_clock.monotonicMilliseconds();
    const std::int64_t issued = issuedAt(auth->session);
    if (issued < 0 || issued > now || now - issued > m_limits.sessionSeconds * 1000)
        return std::nullopt;
    {
        const std::lock_guard lock(m_guard);
        if (!mayUse(*auth, issued))
            return std::nullopt;
    }
    const Hash transcript = sync::requestTranscript(m_hub, nonceOf(auth->device, auth->session), *auth, request.method,
                                                    request.target, request.body);
    if (!crypto::verify(device->key, transcript, auth->signature))
        return std::nullopt;
    const std::lock_guard lock(m_guard);
    return use(*auth, issued, now) ? std::optional(auth->device) : std::nullopt;
}

bool RequestGuard::mayUse(const sync::RequestAuth &auth, std::int64_t issued) const
{
    const auto session = m_sessions.find(auth.session);
    if (session != m_sessions.end())
        return session->second.device == auth.device && session->second.window.wouldAccept(auth.counter);
    const auto displaced = m_displaced.find(auth.device);
    return auth.counter > 0 && (displaced == m_displaced.end() || issued > displaced->second);
}

bool RequestGuard::use(const sync::RequestAuth &auth, std::int64_t issued, std::int64_t now)
{
    if (!mayUse(auth, issued)) // somebody else was faster with the same counter
        return false;
    auto session = m_sessions.find(auth.session);
    if (session == m_sessions.end()) {
        if (!makeRoom(auth.device, issued, now))
            return false;
        session = m_sessions.emplace(auth.session, Session{auth.device, issued, {}}).first;
    }
    session->second.window.accept(auth.counter);
    return true;
}

bool RequestGuard::makeRoom(const DeviceId &device, std::int64_t issued, std::int64_t now)
{
    const std::int64_t oldestLive = now - m_limits.sessionSeconds * 1000;
    std::erase_if(m_sessions, [&](const auto &item) { return item.second.issued < oldestLive; });
    std::erase_if(m_displaced, [&](const auto &item) { return item.second < oldestLive; });
    auto oldest = m_sessions.end();
    unsigned held = 0;
    for (auto session = m_sessions.begin(); session != m_sessions.end(); ++session) {
        if (session->second.device != device)
            continue;
        ++held;
        if (oldest == m_sessions.end() || session->second.issued < oldest->second.issued)
            oldest = session;
    }
    if (held < m_limits.sessionsPerDevice)
        return m_sessions.size() < m_limits.sessionsInAll;
    if (issued < oldest->second.issued)
        return false;
    std::int64_t &displaced = m_displaced[device];
    displaced = std::max(displaced, oldest->second.issued);
    m_sessions.erase(oldest);
    return true;
}

} // namespace ourtable::hub
