#include "core/usecases/interchange/formulaguard.h"

#include "core/support/text.h"

namespace ourtable::usecases {
namespace {

bool startsFormula(char32_t scalar)
{
    switch (scalar) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '|':
    case '%':
    case '\t':
    case '\n':
    case '\r':
    case 0xff1d: // full-width = + - @ | %
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
    case 0xff5c:
    case 0xff05: return true;
    default: return false;
    }
}

// What a person, or a spreadsheet that trims, does not see in front of the first character.
bool isLookedBehind(char32_t scalar)
{
    switch (scalar) {
    case ' ':
    case '"':
    case '\'':
    case '`':
    case 0x00a0: // no-break space
    case 0x00ab: // angle quotation marks
    case 0x00ad: // soft hyphen
    case 0x00bb:
    case 0x1680:
    case 0x180e:
    case 0x2039:
    case 0x203a:
    case 0x3000:
    case 0xfeff: return true; // byte order mark
    default: break;
    }
    return (scalar >= 0x2000 && scalar <= 0x200f)  // spaces, zero-width characters, direction marks
        || (scalar >= 0x2018 && scalar <= 0x201f)  // quotation marks
        || (scalar >= 0x2028 && scalar <= 0x202f)  // separators, direction marks
        || (scalar >= 0x205f && scalar <= 0x206f); // word joiner, invisible operators, isolates
}

} // namespace

bool looksLikeFormula(std::string_view text)
{
    bool looking = true;
    bool found = false;
    text::forEachScalar(text, [&](char32_t scalar, std::string_view) {
        if (!looking || isLookedBehind(scalar))
            return;
        looking = false;
        found = startsFormula(scalar);
    });
    return found;
}

std::string guarded(std::string_view text)
{
    return std::string(looksLikeFormula(text) ? "'" : "").append(text);
}

std::string_view unguarded(std::string_view cell)
{
    const bool isGuard = cell.starts_with('\'') && looksLikeFormula(cell.substr(1));
    return isGuard ? cell.substr(1) : cell;
}

} // namespace ourtable::usecases
