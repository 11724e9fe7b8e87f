#include "core/support/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace ourtable::text {
namespace {

bool isControl(char32_t scalar) { return scalar < 0x20 || (scalar >= 0x7f && scalar <= 0x9f); }

bool isDirectionOverride(char32_t scalar)
{
    return (scalar >= 0x202a && scalar <= 0x202e) || (scalar >= 0x2066 && scalar <= 0x2069);
}

bool isSpace(char32_t scalar)
{
    return scalar == ' ' || (scalar >= 0x09 && scalar <= 0x0d) || scalar == 0x85 || scalar == 0xa0
        || (scalar >= 0x2000 && scalar <= 0x200a) || scalar == 0x2028 || scalar == 0x2029 || scalar == 0x3000;
}

bool isAsciiPunctuation(char32_t scalar)
{
    return scalar < 0x80 && !isSpace(scalar) && !(scalar >= '0' && scalar <= '9') && !(scalar >= 'a' && scalar <= 'z')
        && !(scalar >= 'A' && scalar <= 'Z');
}

// Whether a control, a line break or a direction override begins at this octet of well-formed text.
bool needsCleaning(std::string_view rest)
{
    const auto octet = [rest](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
    if (octet(0) < 0x80)
        return octet(0) < 0x20 || octet(0) == 0x7f;
    if (octet(0) == 0xc2)
        return octet(1) < 0xa0;
    return octet(0) == 0xe2
        && ((octet(1) == 0x80 && octet(2) >= 0xa8 && octet(2) <= 0xae) || (octet(1) == 0x81 && octet(2) >= 0xa6 && octet(2) <= 0xa9));
}

bool isCleanOneLine(std::string_view text)
{
    bool space = true; // none at the beginning
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (needsCleaning(text.substr(i)) || (space && text[i] == ' '))
            return false;
        space = text[i] == ' ';
    }
    return text.empty() || !space;
}

bool isCleanLong(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] != '\n' && text[i] != '\t' && needsCleaning(text.substr(i)))
            return false;
    return true;
}

// So many octets from here on are ASCII and no NUL; a multiple of eight.
std::size_t plainOctetsAt(std::string_view text)
{
    constexpr std::uint64_t kOnes = 0x0101010101010101;
    constexpr std::uint64_t kHighs = 0x8080808080808080;
    std::size_t length = 0;
    for (std::uint64_t eight = 0; text.size() - length >= sizeof eight; length += sizeof eight) {
        std::memcpy(&eight, text.data() + length, sizeof eight);
        if (((eight - kOnes) | eight) & kHighs)
            break;
    }
    return length;
}

} // namespace

bool isPlainUtf8(std::string_view text)
{
    for (std::size_t i = plainOctetsAt(text); i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead == 0)
            return false;
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) == 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
        if (length == 0 || text.size() - i < length)
            return false;
        char32_t scalar = lead & (0x7f >> length);
        for (std::size_t k = 1; k < length; ++k) {
            const auto next = static_cast<unsigned char>(text[i + k]);
            if ((next & 0xc0) != 0x80)
                return false;
            scalar = scalar << 6 | (next & 0x3f);
        }
        static constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
        if (scalar < kSmallest[length] || scalar > 0x10ffff || (scalar >= 0xd800 && scalar <= 0xdfff))
            return false;
        i += length;
        i += plainOctetsAt(text.substr(i));
    }
    return true;
}

std::size_t lengthOf(std::string_view text)
{
    std::size_t length = 0;
    for (const char octet : text)
        length += (static_cast<unsigned char>(octet) & 0xc0) != 0x80;
    return length;
}

std::string cleanOneLine(std::string_view text)
{
    if (isCleanOneLine(text))
        return std::string(text);
    std::string clean;
    bool space = false;
    forEachScalar(text, [&](char32_t scalar, std::string_view octets) {
        if (isDirectionOverride(scalar) || (isControl(scalar) && !isSpace(scalar)))
            return;
        if (isControl(scalar) || scalar == 0x2028 || scalar == 0x2029 || scalar == ' ') {
            space = true;
            return;
        }
        if (space && !clean.empty())
            clean.push_back(' ');
        space = false;
        clean.append(octets);
    });
    return clean;
}

std::string cleanLong(std::string_view text)
{
    if (isCleanLong(text))
        return std::string(text);
    std::string clean;
    clean.reserve(text.size());
    forEachScalar(text, [&](char32_t scalar, std::string_view octets) {
        if (isDirectionOverride(scalar) || (isControl(scalar) && scalar != '\n' && scalar != '\t'))
            return;
        clean.append(octets);
    });
    return clean;
}

bool isBlank(std::string_view text)
{
    return std::ranges::none_of(text, [](char octet) { return octet > ' ' && octet < 0x7f; }) && cleanOneLine(text).empty();
}

std::vector<std::string> searchWords(std::string_view typed)
{
    std::vector<std::string> words;
    std::string word;
    forEachScalar(typed, [&](char32_t scalar, std::string_view octets) {
        if (isSpace(scalar) || isAsciiPunctuation(scalar) || isControl(scalar) || isDirectionOverride(scalar)) {
            if (!word.empty())
                words.push_back(std::move(word));
            word.clear();
        } else {
            word.append(octets);
        }
    });
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

} // namespace ourtable::text
