// Which PINs and passphrases are taken (security.md 2). Pure functions.
#pragma once

#include <string_view>

#include "core/support/result.h"

namespace ourtable::store {

// A PIN is for lay partners and peer workers; a coordinator uses a passphrase. Stored by these numbers.
enum class PasswordKind { Pin = 0, Passphrase = 1 };

// WeakSecret with the rule's name as detail, for the words on screen:
//   PIN: "length" (6 to 12 digits), "digits" (something else than 0 to 9), "repeat" (fewer than three different digits, or
//   one block over and over), "sequence" (digits in even steps, "246802"), "date" (a day or a month of 1940 to 2030, year
//   twice), "pattern" (mirrored halves, doubled digits, every other digit the same, a line on the key pad).
//   Passphrase: "length" (15 characters at least, 1,024 octets at most), "text" (not well-formed), "repeat" (fewer than
//   five different characters). Any composition, spaces included.
// InvalidInput never: an empty PIN is one of a wrong length.
[[nodiscard]] Result<void> checkPassword(PasswordKind kind, std::string_view password);

} // namespace ourtable::store
