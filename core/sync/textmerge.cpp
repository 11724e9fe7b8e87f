#include <algorithm>

#include "core/sync/merge.h"

namespace ourtable::sync {
namespace {

using Sentences = std::vector<std::string_view>;

constexpr std::size_t kMostSentences = 2000; // the comparison is quadratic

bool isStop(char octet) { return octet == '.' || octet == '!' || octet == '?'; }

// A sentence ends with the white space after '.', '!' or '?', or with that around a line break; nothing is lost by the cuts.
Sentences sentencesOf(std::string_view text)
{
    constexpr std::string_view kSpaces = " \n\t";
    Sentences sentences;
    for (std::size_t start = 0, at = 0; start < text.size();) {
        const std::size_t space = std::min(text.find_first_of(kSpaces, at), text.size());
        at = std::min(text.find_first_not_of(kSpaces, space), text.size());
        const bool stop = space > start && isStop(text[space - 1]);
        if (stop || at == text.size() || text.substr(space, at - space).find('\n') != std::string_view::npos) {
            sentences.push_back(text.substr(start, at - start));
            start = at;
        }
    }
    return sentences;
}

// For each sentence of the base, where a longest common subsequence has it in the other text; kNone where it has not.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::vector<std::size_t> matched(const Sentences &base, const Sentences &other)
{
    const std::size_t columns = other.size() + 1;
    std::vector<std::uint16_t> longest((base.size() + 1) * columns);
    for (std::size_t i = base.size(); i-- > 0;) {
        for (std::size_t j = other.size(); j-- > 0;) {
            const std::uint16_t *below = &longest[(i + 1) * columns + j];
            longest[i * columns + j] = base[i] == other[j] ? static_cast<std::uint16_t>(below[1] + 1)
                                                           : std::max(below[0], longest[i * columns + j + 1]);
        }
    }
    std::vector<std::size_t> at(base.size(), kNone);
    for (std::size_t i = 0, j = 0; i < base.size() && j < other.size();) {
        if (base[i] == other[j])
            at[i++] = j++;
        else if (longest[(i + 1) * columns + j] >= longest[i * columns + j + 1])
            ++i;
        else
            ++j;
    }
    return at;
}

std::string joined(const Sentences &sentences, std::size_t from, std::size_t to)
{
    std::string text;
    for (std::size_t i = from; i < to; ++i)
        text += sentences[i];
    return text;
}

// The version of a stretch between two sentences that all three share; nothing when both changed it differently.
std::optional<std::string> chosen(const std::string &base, std::string one, std::string other)
{
    if (one == other || other == base)
        return one;
    return one == base ? std::optional(std::move(other)) : std::nullopt;
}

} // namespace

std::optional<std::string> mergedText(std::string_view base, std::string_view one, std::string_view other)
{
    const Sentences from = sentencesOf(base);
    const Sentences a = sentencesOf(one);
    const Sentences b = sentencesOf(other);
    if (std::max({from.size(), a.size(), b.size()}) > kMostSentences)
        return std::nullopt;
    const std::vector<std::size_t> inA = matched(from, a);
    const std::vector<std::size_t> inB = matched(from, b);
    std::string merged;
    std::size_t i = 0, j = 0, k = 0; // the stretch begins here in base, one and other
    for (std::size_t at = 0; at <= from.size(); ++at) {
        const bool end = at == from.size();
        if (!end && (inA[at] == kNone || inB[at] == kNone))
            continue;
        const std::size_t toA = end ? a.size() : inA[at];
        const std::size_t toB = end ? b.size() : inB[at];
        const std::optional<std::string> part = chosen(joined(from, i, at), joined(a, j, toA), joined(b, k, toB));
        if (!part)
            return std::nullopt;
        merged += *part;
        if (end)
            break;
        merged += from[at];
        i = at + 1;
        j = toA + 1;
        k = toB + 1;
    }
    return merged;
}

} // namespace ourtable::sync
