// Keeps a spreadsheet from running what somebody wrote (OWASP ASVS 1.2.10; attack 127). Pure functions over well-formed
// UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace ourtable::usecases {

// Whether a spreadsheet might take the text for a formula: its first visible character is one of = + - @ | % tab line
// feed or carriage return, or a full-width form of one, looking behind spaces of any kind and width, quotation marks,
// apostrophes, direction marks and byte order marks.
[[nodiscard]] bool looksLikeFormula(std::string_view text);

// With an apostrophe in front when it looks like a formula.
[[nodiscard]] std::string guarded(std::string_view text);

// Takes exactly that apostrophe away again: unguarded(guarded(t)) == t for every t. It holds for texts that begin with
// an apostrophe themselves because looksLikeFormula looks behind apostrophes: "'=1" is guarded too, as "''=1".
[[nodiscard]] std::string_view unguarded(std::string_view cell);

} // namespace ourtable::usecases
