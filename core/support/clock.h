// Time comes in from outside: every use of it in core takes a Clock, so that tests can turn it back.
#pragma once

#include <cstdint>

namespace ourtable {

class Clock {
public:
    virtual ~Clock() = default;
    // Milliseconds since 1970-01-01 UTC by the device's wall clock. May jump either way.
    [[nodiscard]] virtual std::int64_t wallMilliseconds() const = 0;
    // Milliseconds since the machine started, counting sleep. Never goes back while the machine is up.
    [[nodiscard]] virtual std::int64_t monotonicMilliseconds() const = 0;
};

} // namespace ourtable
