// Random histories for the oracle of merging: a few people on their devices write to a few records of any kind of the
// catalogue, with what each has seen so far, share now and then, and some of them break the rules. One seed decides all.
#pragma once

#include "tests/core/sync/mergeworld.h"

namespace ourtable::test {

struct History {
    World world;
    std::vector<sync::OpenedChange> changes; // of all records, in the order in which they were made
};

[[nodiscard]] History makeHistory(std::uint64_t seed);

// A value for a field, or for an element of it: nearly always one that fits.
[[nodiscard]] Value randomValue(SeededRandom &random, const catalogue::Field &field, const std::vector<Bytes> &references);

} // namespace ourtable::test
