// Randomness comes in from outside: the real source is crypto/systemrandom.h, the simulator's is seeded.
#pragma once

#include <cstdint>
#include <span>

#include "core/support/bytes.h"

namespace ourtable {

class Random {
public:
    virtual ~Random() = default;
    // Fills the whole span with unpredictable octets. Cannot fail.
    virtual void fill(std::span<std::uint8_t> to) = 0;

    template <class Id>
    [[nodiscard]] Id make()
    {
        Id id;
        fill(id.octets);
        return id;
    }
};

} // namespace ourtable
