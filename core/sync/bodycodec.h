// From a body to the octets that are sealed and back: dictionary number, zstd, Padmé padding (design README 8).
#pragma once

#include "core/support/bytes.h"
#include "core/support/result.h"

namespace ourtable::sync {

inline constexpr std::size_t kBodyOctets = 256 * 1024; // decompressed, at most

// First octet: the dictionary's number, 0 for "not compressed". Then the (compressed) body, then the padding.
[[nodiscard]] Bytes packBody(ByteView body);

// SealBroken for wrong padding or frames, Unsupported for a dictionary that this program does not have, TooLarge past
// kBodyOctets; never allocates by what a frame claims.
[[nodiscard]] Result<Bytes> unpackBody(Bytes packed);

} // namespace ourtable::sync
