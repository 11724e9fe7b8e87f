#include "platform/common/systemclock.h"

#include <ctime>

namespace ourtable::platform {
namespace {

std::int64_t millisecondsOf(clockid_t clock)
{
    timespec time {};
    ::clock_gettime(clock, &time);
    return std::int64_t{time.tv_sec} * 1000 + time.tv_nsec / 1'000'000;
}

} // namespace

std::int64_t SystemClock::wallMilliseconds() const { return millisecondsOf(CLOCK_REALTIME); }
// Counts sleep, unlike CLOCK_MONOTONIC.
std::int64_t SystemClock::monotonicMilliseconds() const { return millisecondsOf(CLOCK_BOOTTIME); }

} // namespace ourtable::platform
