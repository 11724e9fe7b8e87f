// Random octets that are the same in every run. For tests and the simulator only: anybody can guess them.
#pragma once

#include "core/support/random.h"

namespace ourtable::test {

// SplitMix64.
class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed = 1) : m_state(seed) {}

    [[nodiscard]] std::uint64_t next()
    {
        std::uint64_t mixed = m_state += 0x9e3779b97f4a7c15u;
        mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9u;
        mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebu;
        return mixed ^ mixed >> 31;
    }
    // 0 to bound - 1; bound is not 0. The bias is far below what a test could see.
    [[nodiscard]] std::uint64_t below(std::uint64_t bound) { return next() % bound; }

    void fill(std::span<std::uint8_t> to) override
    {
        std::uint64_t octets = 0;
        for (std::size_t i = 0; i < to.size(); ++i, octets >>= 8) {
            if (i % 8 == 0)
                octets = next();
            to[i] = static_cast<std::uint8_t>(octets);
        }
    }

private:
    std::uint64_t m_state;
};

} // namespace ourtable::test
