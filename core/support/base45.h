// Base 45 (RFC 9285): octets as the characters that a QR code holds most densely.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/support/bytes.h"

namespace ourtable::base45 {

[[nodiscard]] std::string encode(ByteView octets);
// Nothing when a character, a group or its size is outside RFC 9285.
[[nodiscard]] std::optional<Bytes> decode(std::string_view text);

} // namespace ourtable::base45
