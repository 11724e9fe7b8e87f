#include "core/hub/waiters.h"

#include <algorithm>

namespace ourtable::hub {

template <class Choose>
void Waiters::wakeIf(Choose choose)
{
    std::vector<std::function<void()>> woken;
    {
        const std::lock_guard lock(m_guard);
        for (auto at = m_waiting.begin(); at != m_waiting.end();) {
            if (choose(at->first, at->second)) {
                woken.push_back(std::move(at->second.wake));
                at = m_waiting.erase(at);
            } else {
                ++at;
            }
        }
    }
    for (const std::function<void()> &wake : woken)
        wake();
}

Waiters::Ticket Waiters::add(Waiting waiting)
{
    Ticket ticket = 0;
    Ticket displaced = 0;
    {
        const std::lock_guard lock(m_guard);
        if (m_waiting.size() >= m_limits.waitingInAll)
            return 0;
        unsigned held = 0;
        for (const auto &[known, other] : m_waiting) {
            if (other.device != waiting.device)
                continue;
            displaced = displaced == 0 ? known : displaced; // tickets ascend: the first is the oldest
            ++held;
        }
        ticket = ++m_last;
        m_waiting.emplace(ticket, std::move(waiting));
        if (m_cancelled)
            displaced = ticket;
        else if (held < m_limits.waitingPerDevice)
            displaced = 0;
    }
    if (displaced != 0)
        wake(displaced);
    return ticket;
}

void Waiters::wake(Ticket ticket)
{
    wakeIf([ticket](Ticket each, const Waiting &) { return each == ticket; });
}

void Waiters::notify(const Touched &touched)
{
    wakeIf([&](Ticket, const Waiting &waiting) {
        return touched.directory || touched.devices.contains(waiting.device)
            || std::any_of(waiting.circles.begin(), waiting.circles.end(),
                           [&](const CircleId &circle) { return touched.circles.contains(circle); });
    });
}

void Waiters::tick(std::int64_t now)
{
    wakeIf([now](Ticket, const Waiting &waiting) { return waiting.deadline <= now; });
}

void Waiters::cancelAll()
{
    {
        const std::lock_guard lock(m_guard);
        m_cancelled = true;
    }
    wakeIf([](Ticket, const Waiting &) { return true; });
}

} // namespace ourtable::hub
