// Requests that wait for news, without a thread each.
#pragma once

#include <map>
#include <mutex>
#include <vector>

#include "core/hub/hubsettings.h"
#include "core/hub/writer.h"

namespace ourtable::hub {

// Thread-safe. wake is called exactly once, from the thread that makes something happen, never under a lock.
class Waiters {
public:
    struct Waiting {
        DeviceId device;
        std::vector<CircleId> circles; // that the device reads, ascending
        std::int64_t deadline = 0;     // monotonic milliseconds
        std::function<void()> wake;
    };
    using Ticket = std::uint64_t;

    explicit Waiters(const HubLimits &limits) : m_limits(limits) {}

    // 0 when too many wait already. A device's oldest is woken when it has more than its share. After cancelAll() the
    // newcomer itself is woken at once.
    [[nodiscard]] Ticket add(Waiting waiting);
    // Wakes one, if it still waits.
    void wake(Ticket ticket);
    // Wakes whom this concerns.
    void notify(const Touched &touched);
    // Wakes those whose time is over.
    void tick(std::int64_t now);
    // Wakes all; from now on nobody waits.
    void cancelAll();

private:
    template <class Choose>
    void wakeIf(Choose choose);

    const HubLimits &m_limits;
    std::mutex m_guard; // of what follows
    std::map<Ticket, Waiting> m_waiting;
    Ticket m_last = 0;
    bool m_cancelled = false;
};

} // namespace ourtable::hub
