#include "core/store/search.h"

#include <algorithm>

#include "core/store/projectionwords.h"
#include "core/support/text.h"

namespace ourtable::store {
namespace {

// As a string of FTS5: whatever is in it is a word, no operator.
std::string wordInQuotes(std::string_view word)
{
    std::string whole = "\"";
    for (const char octet : word)
        whole.append(octet == '"' ? 2 : 1, octet);
    return whole + "\"";
}

std::string anyOf(std::span<const catalogue::KindNumber> kinds)
{
    std::string any;
    for (const catalogue::KindNumber kind : kinds)
        any += (any.empty() ? "(" : " OR ") + wordInQuotes(kindMark(kind));
    return any.empty() ? any : any + ") AND ";
}

std::string allOf(const std::vector<std::string> &words, std::string_view ending)
{
    std::string all;
    for (const std::string &word : words)
        all += (all.empty() ? "" : " AND ") + wordInQuotes(word) + std::string(ending);
    return all;
}

} // namespace

Result<std::vector<SearchHit>> Search::find(std::string_view typed, std::span<const catalogue::KindNumber> kinds,
                                            std::size_t limit)
{
    if (!text::isPlainUtf8(typed))
        return Error{ErrorCode::InvalidInput, "search"};
    std::vector<std::string> words = splitWords(typed);
    words.resize(std::min(words.size(), kSearchWords));
    limit = std::min(limit, kSearchHits);
    std::vector<SearchHit> hits;
    if (words.empty())
        return hits;
    const std::string ofKinds = anyOf(kinds);
    OURTABLE_TRY(add(ofKinds + allOf(words, ""), limit, hits));
    if (hits.size() < limit)
        OURTABLE_TRY(add(ofKinds + allOf(words, "*"), limit, hits));
    return hits;
}

// CROSS JOIN: the index gives the newest rows first by itself, so nothing is sorted and reading stops at the limit.
Result<void> Search::add(const std::string &expression, std::size_t limit, std::vector<SearchHit> &hits)
{
    OURTABLE_ASSIGN(Statement select,
                    m_projection.database().prepare("SELECT r.id, r.kind FROM words CROSS JOIN record r"
                                                    " ON r.n = words.rowid WHERE words MATCH ?"
                                                    " ORDER BY words.rowid DESC LIMIT ?"));
    // Those that are there already may come once more.
    const std::size_t before = hits.size();
    select.bindAll(expression, limit + before);
    while (hits.size() < limit) {
        OURTABLE_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        const SearchHit hit{select.id<RecordId>(0).value_or(RecordId{}),
                            static_cast<catalogue::KindNumber>(select.integer(1))};
        const std::span earlier = std::span(hits).first(before);
        if (std::ranges::find(earlier, hit) == earlier.end())
            hits.push_back(hit);
    }
    return {};
}

} // namespace ourtable::store
