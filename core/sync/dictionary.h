// The compression dictionaries that ship with the program: our own plain text, never people's words, behind the
// entropy tables that zstd would otherwise write into every change. A dictionary never changes once released; a better one
// gets the next number.
#pragma once

#include "core/support/bytes.h"

namespace ourtable::sync {

[[nodiscard]] ByteView dictionary1();

} // namespace ourtable::sync
