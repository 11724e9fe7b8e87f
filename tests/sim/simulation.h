// One seed, one history: devices, a hub, faults, and the invariants at the end (sync.md 13).
#pragma once

#include <cstdint>
#include <string>

namespace ourtable::test {

struct SimulationResult {
    std::string broken; // the invariant and what it saw; empty when all hold
    std::size_t changes = 0;
};

// I1 what was confirmed is on every device and at the hub; I2 devices are level; I4 what was replaced does not come back;
// I8 offering everything again changes nothing; I10 three shares make level, an idle share costs one request and at most
// 1 kB; I11 the order of changes does not matter; I14 nothing waits or is set aside for ever.
[[nodiscard]] SimulationResult simulate(std::uint64_t seed);

} // namespace ourtable::test
