#include "core/crypto/systemrandom.h"

#include <sodium.h>

namespace ourtable::crypto {

void SystemRandom::fill(std::span<std::uint8_t> to) { randombytes_buf(to.data(), to.size()); }

} // namespace ourtable::crypto
