// Two words that two screens show, "BLUE-OTTER": people compare them.
#pragma once

#include <string>

#include "core/support/ids.h"

namespace ourtable::sync {

// One of 768 pairs. Whoever can try many hashes finds one with the same words: what is hashed must not be theirs to choose.
[[nodiscard]] std::string twoWordsOf(const Hash &hash);

} // namespace ourtable::sync
