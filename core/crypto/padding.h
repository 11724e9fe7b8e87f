// Padmé padding (sync.md 3): the length that is left to see tells at most a few bits, for at most 12 % more octets.
#pragma once

#include "core/support/bytes.h"
#include "core/support/result.h"

namespace ourtable::crypto {

// The smallest Padmé length that holds this many octets.
[[nodiscard]] std::size_t padmeLength(std::size_t length);

// Content, one octet 0x80, zeros up to the Padmé length.
[[nodiscard]] Bytes padded(Bytes content);
// SealBroken when there is no marker, or when the padding is not what padded() would have made.
[[nodiscard]] Result<Bytes> unpadded(Bytes content);

} // namespace ourtable::crypto
