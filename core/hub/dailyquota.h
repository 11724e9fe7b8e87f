// How much of something each device did in the last day, counted from its first.
#pragma once

#include <map>
#include <mutex>

#include "core/support/clock.h"
#include "core/support/ids.h"

namespace ourtable::hub {

// In memory: a restart forgives. Thread-safe.
class DailyQuota {
public:
    DailyQuota(Clock &clock, std::uint64_t limit) : m_clock(clock), m_limit(limit) {}

    // 0 while the device is below its limit, otherwise the seconds until its day is over.
    [[nodiscard]] unsigned exhausted(const DeviceId &device);
    void add(const DeviceId &device, std::uint64_t count);

private:
    struct Day {
        std::int64_t began = 0; // monotonic milliseconds
        std::uint64_t count = 0;
    };

    Clock &m_clock;
    const std::uint64_t m_limit;
    std::mutex m_guard;
    std::map<DeviceId, Day> m_days; // as many as the directory has devices
};

} // namespace ourtable::hub
