#include "core/sync/hybridclock.h"

#include <algorithm>

namespace ourtable::sync {

bool HubOffset::fresh(std::int64_t monotonicNow) const
{
    constexpr std::int64_t kDay = 24 * 3600 * 1000;
    return known && monotonicNow >= learntAtMonotonic && monotonicNow - learntAtMonotonic < kDay;
}

std::uint64_t tick(std::uint64_t last, std::int64_t wallNow, const HubOffset &offset)
{
    return std::max(last + 1, clockOfMilliseconds(wallNow + (offset.known ? offset.offsetMilliseconds : 0)));
}

} // namespace ourtable::sync
