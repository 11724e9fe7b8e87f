// The machine's own clocks.
#pragma once

#include "core/support/clock.h"

namespace ourtable::platform {

// Stateless and thread-safe.
class SystemClock final : public Clock {
public:
    [[nodiscard]] std::int64_t wallMilliseconds() const override;
    [[nodiscard]] std::int64_t monotonicMilliseconds() const override;
};

} // namespace ourtable::platform
