#include "core/store/projectionwords.h"

#include <algorithm>
#include <array>

#include "core/support/text.h"

namespace ourtable::store {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};

// Punctuation and format characters past ASCII, and the few spaces that text::searchWords leaves to us. What is not here
// and no white space is part of a word: letters of every script with their vowel signs, digits, emoji.
constexpr std::array kSeparators = {
    Range{0x00a1, 0x00a1}, Range{0x00a7, 0x00a7}, Range{0x00ab, 0x00ab}, Range{0x00ad, 0x00ad}, Range{0x00b6, 0x00b7},
    Range{0x00bb, 0x00bb}, Range{0x00bf, 0x00bf}, Range{0x037e, 0x037e}, Range{0x0387, 0x0387}, Range{0x055a, 0x055f},
    Range{0x0589, 0x058a}, Range{0x05be, 0x05be}, Range{0x05c0, 0x05c0}, Range{0x05c3, 0x05c3}, Range{0x05f3, 0x05f4},
    Range{0x0600, 0x0605}, Range{0x060c, 0x060d}, Range{0x061b, 0x061f}, Range{0x066a, 0x066d}, Range{0x06d4, 0x06d4},
    Range{0x06dd, 0x06dd}, Range{0x0964, 0x0965}, Range{0x104a, 0x104f}, Range{0x1361, 0x1368}, Range{0x1680, 0x1680},
    Range{0x17d4, 0x17d6}, Range{0x180e, 0x180e}, Range{0x200b, 0x200f}, Range{0x2010, 0x2027}, Range{0x202a, 0x205f},
    Range{0x2060, 0x206f}, Range{0x3001, 0x3003}, Range{0x3008, 0x3011}, Range{0x3014, 0x301f}, Range{0x30fb, 0x30fb},
    Range{0xfeff, 0xfeff}, Range{0xff01, 0xff0f}, Range{0xff1a, 0xff20}, Range{0xff3b, 0xff3d}, Range{0xff3f, 0xff3f},
    Range{0xff5b, 0xff65},
};

// Begins the marks of kinds: U+E000, for private use.
constexpr char32_t kMark = 0xe000;
constexpr std::string_view kMarkOctets = "\xee\x80\x80";

bool isSeparator(char32_t scalar)
{
    return std::ranges::any_of(kSeparators, [scalar](Range r) { return r.first <= scalar && scalar <= r.last; });
}

// Combining marks that unicode61 folds away: alone they are a word of nothing, and nothing begins every word.
bool isFoldedAway(char32_t scalar) { return scalar >= 0x0300 && scalar <= 0x036f; }

// All of ours lie between U+0080 and U+FFFF.
void appendUtf8(std::string &to, char32_t scalar)
{
    if (scalar < 0x800) {
        to.push_back(static_cast<char>(0xc0 | scalar >> 6));
    } else {
        to.push_back(static_cast<char>(0xe0 | scalar >> 12));
        to.push_back(static_cast<char>(0x80 | (scalar >> 6 & 0x3f)));
    }
    to.push_back(static_cast<char>(0x80 | (scalar & 0x3f)));
}

void splitFurther(std::string_view run, std::vector<std::string> &words)
{
    std::string word;
    bool solid = false;
    const auto finish = [&] {
        if (solid)
            words.push_back(std::move(word));
        word.clear();
        solid = false;
    };
    text::forEachScalar(run, [&](char32_t scalar, std::string_view octets) {
        if (scalar == kMark || isSeparator(scalar))
            return finish();
        word.append(octets);
        solid = solid || !isFoldedAway(scalar);
    });
    finish();
}

} // namespace

std::string wordTokenizer()
{
    std::string tokenizer = "unicode61 remove_diacritics 2 categories 'L* M* N* P* S* Cf Cn Co' separators '";
    // Quotes are doubled: the single one for the argument, the double one for the text around.
    tokenizer += "!\"\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~";
    for (const Range &range : kSeparators)
        for (char32_t scalar = range.first; scalar <= range.last; ++scalar)
            appendUtf8(tokenizer, scalar);
    return tokenizer + "'";
}

void appendIndexed(std::string &to, std::string_view text)
{
    for (std::size_t mark = 0; (mark = text.find(kMarkOctets)) != std::string_view::npos;) {
        to.append(text.substr(0, mark)).push_back(' ');
        text.remove_prefix(mark + kMarkOctets.size());
    }
    to.append(text);
}

std::string kindMark(catalogue::KindNumber kind) { return std::string(kMarkOctets) + std::to_string(kind); }

std::vector<std::string> splitWords(std::string_view typed)
{
    std::vector<std::string> words;
    for (const std::string &run : text::searchWords(typed))
        splitFurther(run, words);
    return words;
}

} // namespace ourtable::store
