#include "core/hub/dailyquota.h"

namespace ourtable::hub {
namespace {

constexpr std::int64_t kDayMilliseconds = std::int64_t{24} * 3600 * 1000;

} // namespace

unsigned DailyQuota::exhausted(const DeviceId &device)
{
    const std::int64_t now = m_clock.monotonicMilliseconds();
    const std::lock_guard lock(m_guard);
    const auto day = m_days.find(device);
    if (day == m_days.end() || day->second.count < m_limit)
        return 0;
    const std::int64_t left = day->second.began + kDayMilliseconds - now;
    if (left > 0)
        return static_cast<unsigned>(left / 1000 + 1);
    m_days.erase(day);
    return 0;
}

void DailyQuota::add(const DeviceId &device, std::uint64_t count)
{
    if (count == 0)
        return;
    const std::int64_t now = m_clock.monotonicMilliseconds();
    const std::lock_guard lock(m_guard);
    Day &day = m_days.try_emplace(device, Day{now, 0}).first->second;
    if (now - day.began >= kDayMilliseconds)
        day = {now, 0};
    day.count += count;
}

} // namespace ourtable::hub
