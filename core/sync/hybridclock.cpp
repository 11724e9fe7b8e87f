#include "core/sync/hybridclock.h"

#include <algorithm>

namespace ourtable::sync {

bool HubOffset::fresh(std::int64_t monotonicNow) const
{
    constexpr std::int64_t kDay = 24 * 3600 * 1000;
    return known && monotonicNow >= learntAtMonotonic && monotonicNow - learntAtMonotonic < kDay;
}

bool HubOffset::isAsGoodAs(const HubOffset &newer) const
{
    constexpr std::int64_t kHour = 3600 * 1000;
    constexpr std::uint64_t kNear = 100; // the way to the hub and back is no more certain
    const auto apart = static_cast<std::uint64_t>(newer.offsetMilliseconds) - static_cast<std::uint64_t>(offsetMilliseconds);
    return known && newer.known && newer.learntAtMonotonic >= learntAtMonotonic
        && newer.learntAtMonotonic - learntAtMonotonic < kHour && apart + kNear <= 2 * kNear;
}

std::uint64_t tick(std::uint64_t last, std::int64_t wallNow, const HubOffset &offset)
{
    return std::max(last + 1, clockOfMilliseconds(wallNow + (offset.known ? offset.offsetMilliseconds : 0)));
}

} // namespace ourtable::sync
