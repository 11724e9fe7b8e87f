// ourtable-sim [--from SEED] [--count N]: runs that many seeds, says each that breaks an invariant, exits 1 if any did.
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "tests/sim/simulation.h"

int main(int argumentCount, char **arguments)
{
    std::uint64_t from = 1;
    std::uint64_t count = 200;
    for (int i = 1; i < argumentCount; i += 2) {
        const bool value = i + 1 < argumentCount;
        if (value && std::strcmp(arguments[i], "--from") == 0) {
            from = std::strtoull(arguments[i + 1], nullptr, 10);
        } else if (value && std::strcmp(arguments[i], "--count") == 0) {
            count = std::strtoull(arguments[i + 1], nullptr, 10);
        } else {
            std::puts("ourtable-sim [--from SEED] [--count N]");
            return std::strcmp(arguments[i], "--help") == 0 ? 0 : 2;
        }
    }
    std::size_t changes = 0;
    std::size_t broken = 0;
    for (std::uint64_t seed = from; seed < from + count; ++seed) {
        const ourtable::test::SimulationResult result = ourtable::test::simulate(seed);
        changes += result.changes;
        if (result.broken.empty())
            continue;
        ++broken;
        std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), result.broken.c_str());
        std::fflush(stdout);
    }
    std::printf("%llu seeds, %zu confirmed changes, %zu broken\n", static_cast<unsigned long long>(count), changes, broken);
    return broken == 0 ? 0 : 1;
}
