// Who asks: sessions and request signatures (security.md 3.2).
//
// A session costs nothing until its device has signed a request in it: id and nonce follow from a secret of this process
// and the time, so asking for sessions in somebody's name pushes nobody out (attack 65). A restart ends all sessions.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "core/hub/directorystate.h"
#include "core/hub/http.h"
#include "core/hub/hubsettings.h"
#include "core/support/clock.h"
#include "core/support/random.h"

namespace ourtable::hub {

// Thread-safe.
class RequestGuard {
public:
    RequestGuard(const HubId &hub, const HubLimits &limits, Clock &clock, Random &random);

    // Also for devices that nobody knows: the answer tells nothing (attack 53).
    [[nodiscard]] sync::SessionAnswer openSession(const DeviceId &device);

    // The device whose key signed exactly this request, in a live session, under a counter not used before; nothing for
    // every kind of failure. Whether the device may do what it asks is not looked at.
    [[nodiscard]] std::optional<DeviceId> verify(const HttpRequest &request, const sync::Directory &directory);

private:
    struct Issue { // what a session's id says
        std::int64_t time = 0;    // monotonic milliseconds
        std::uint64_t number = 0; // ascending
    };
    struct Session {
        DeviceId device;
        Issue issue;
        sync::CounterWindow window;
    };
    [[nodiscard]] static Issue issueOf(const SessionId &session);
    [[nodiscard]] sync::SessionNonce nonceOf(const DeviceId &device, const SessionId &session) const;
    [[nodiscard]] bool mayUse(const sync::RequestAuth &auth, const Issue &issue) const;
    [[nodiscard]] bool use(const sync::RequestAuth &auth, const Issue &issue, std::int64_t now);
    [[nodiscard]] bool makeRoom(const DeviceId &device, const Issue &issue, std::int64_t now);

    const HubId m_hub;
    const HubLimits m_limits;
    Clock &m_clock;
    crypto::SecretKey m_secret;

    std::mutex m_guard; // of what follows
    std::uint64_t m_issued = 0; // sessions, so far
    std::unordered_map<SessionId, Session, FixedBytesHash> m_sessions; // in which a signature was verified
    // Sessions not newer than this were displaced: they may not come back with an empty window.
    std::map<DeviceId, Issue> m_displaced;
};

} // namespace ourtable::hub
