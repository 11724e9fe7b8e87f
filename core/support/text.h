// UTF-8 text as people write it. Long text is kept exactly as written (J1-15); one-line fields lose what could disguise
// them (security.md 6.1). Pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ourtable::text {

// Well-formed UTF-8 (no overlong forms, surrogates or values past U+10FFFF) and no NUL.
[[nodiscard]] bool isPlainUtf8(std::string_view text);

// Number of Unicode scalar values; the text must be well-formed.
[[nodiscard]] std::size_t lengthOf(std::string_view text);

// For one-line fields: drops C0 and C1 controls, bidirectional overrides and isolates (U+202A to U+202E, U+2066 to
// U+2069), turns tabs and line breaks into one space, and trims. The text must be well-formed.
[[nodiscard]] std::string cleanOneLine(std::string_view text);

// For long fields: drops controls except line feed and tab, and bidirectional overrides; nothing else is touched.
[[nodiscard]] std::string cleanLong(std::string_view text);

// Whether cleanOneLine() would leave nothing. The text must be well-formed.
[[nodiscard]] bool isBlank(std::string_view text);

// The words of a search box: runs of characters that are neither white space nor ASCII punctuation. Never an operator.
[[nodiscard]] std::vector<std::string> searchWords(std::string_view typed);

// Calls visit(codepoint, octets of it) for each scalar value of well-formed text.
template <class Visit>
void forEachScalar(std::string_view text, Visit visit)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        char32_t scalar = length == 1 ? lead : lead & (0x7f >> length);
        for (std::size_t k = 1; k < length; ++k)
            scalar = scalar << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3f);
        visit(scalar, text.substr(i, length));
        i += length;
    }
}

} // namespace ourtable::text
