// Crockford's base 32, for codes that people read aloud and type (design README 8, Joining by typing).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/support/bytes.h"

namespace ourtable::crockford {

// 16 octets as 26 characters in groups of four, "ABCD-EFGH-...". The two spare bits are a check over the octets.
[[nodiscard]] std::string encodeCode(ByteView sixteen);

// Reads what a person typed: either case, with or without dashes and spaces, O as 0, I and L as 1. Nothing when the
// length, a character or the check is wrong.
[[nodiscard]] std::optional<Bytes> decodeCode(std::string_view typed);

} // namespace ourtable::crockford
