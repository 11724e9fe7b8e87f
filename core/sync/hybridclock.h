// The hybrid logical clock (sync.md 3): orders truly concurrent values, nothing else. Refuses no time and is moved by no
// other device.
#pragma once

#include <cstdint>

namespace ourtable::sync {

inline constexpr std::uint64_t clockOfMilliseconds(std::int64_t milliseconds)
{
    constexpr std::int64_t kMost = (std::int64_t{1} << 47) - 1; // keeps the clock a positive int64; year 6429
    return static_cast<std::uint64_t>(milliseconds < 0 ? 0 : milliseconds > kMost ? kMost : milliseconds) << 16;
}
inline constexpr std::int64_t millisecondsOfClock(std::uint64_t clock)
{
    return static_cast<std::int64_t>(clock >> 16);
}

// What is known of the hub's time: its offset to the wall clock, and when (by the monotonic clock) that was learnt.
struct HubOffset {
    bool known = false;
    std::int64_t offsetMilliseconds = 0;
    std::int64_t learntAtMonotonic = 0;

    // Good for 24 hours of monotonic time within one boot.
    [[nodiscard]] bool fresh(std::int64_t monotonicNow) const;
    // Whether the newer one says nearly the same and was learnt soon after in the same boot.
    [[nodiscard]] bool isAsGoodAs(const HubOffset &newer) const;
};

// max(last + 1, wall + offset). `last` is the greatest this replica ever used and is kept with the log.
[[nodiscard]] std::uint64_t tick(std::uint64_t last, std::int64_t wallNow, const HubOffset &offset);

} // namespace ourtable::sync
