// The operating system's random source.
#pragma once

#include "core/support/random.h"

namespace ourtable::crypto {

// Stateless and thread-safe.
class SystemRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> to) override;
};

} // namespace ourtable::crypto
