// How often one address may do something that costs us something and proves nothing.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "core/support/clock.h"

namespace ourtable::hub {

// A bucket of `burst` tokens an address, refilled at perMinute. An IPv6 client counts by its /64. Thread-safe.
class RateLimiter {
public:
    RateLimiter(Clock &clock, unsigned perMinute, unsigned burst) : m_clock(clock), m_perMinute(perMinute), m_burst(burst) {}

    // 0 when it may go on, otherwise the seconds after which it may.
    [[nodiscard]] unsigned take(const std::string &peer);

private:
    struct Bucket {
        std::int64_t emptyUntil = 0; // monotonic milliseconds: the bucket's fill as a time
    };
    void forgetFull(std::int64_t now);

    Clock &m_clock;
    const unsigned m_perMinute;
    const unsigned m_burst;
    std::mutex m_guard;
    std::map<std::string, Bucket> m_buckets;
};

} // namespace ourtable::hub
