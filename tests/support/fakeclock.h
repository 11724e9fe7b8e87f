// Time that only moves when the test says so.
#pragma once

#include "core/support/clock.h"

namespace ourtable::test {

class FakeClock final : public Clock {
public:
    // Half past eight on a Sunday morning in November 2026, an hour after the machine started.
    explicit FakeClock(std::int64_t wall = 1'795'336'200'000, std::int64_t monotonic = 3'600'000)
        : m_wall(wall), m_monotonic(monotonic)
    {
    }

    [[nodiscard]] std::int64_t wallMilliseconds() const override { return m_wall; }
    [[nodiscard]] std::int64_t monotonicMilliseconds() const override { return m_monotonic; }

    // Time passes: both clocks move.
    void advance(std::int64_t milliseconds)
    {
        m_wall += milliseconds;
        m_monotonic += milliseconds;
    }
    void advanceSeconds(std::int64_t seconds) { advance(seconds * 1000); }
    // Somebody sets the wall clock, either way; no time passes.
    void turnWall(std::int64_t milliseconds) { m_wall += milliseconds; }
    // Off for some time, then on again: the monotonic clock starts anew.
    void reboot(std::int64_t offMilliseconds)
    {
        m_wall += offMilliseconds;
        m_monotonic = 0;
    }

private:
    std::int64_t m_wall;
    std::int64_t m_monotonic;
};

} // namespace ourtable::test
