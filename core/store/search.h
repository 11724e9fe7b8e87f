// Words that a person types, looked up in the projection's full-text index.
#pragma once

#include <span>
#include <string_view>

#include "core/store/projection.h"

namespace ourtable::store {

struct SearchHit {
    RecordId id;
    catalogue::KindNumber kind = 0;

    bool operator==(const SearchHit &) const = default;
};

// Over a projection, which has to outlive it; same thread.
class Search {
public:
    explicit Search(Projection &projection) : m_projection(projection) {}

    // Records that hold every word typed, or words that begin with them, in the texts that the catalogue lists as searched;
    // capitals and accents do not matter. First those that hold the words whole, then the others; each newest to this
    // device first. Nothing that is typed is an operator (attack 128): quotes, stars, brackets, AND and NEAR are words or
    // cut words. At most kSearchWords words count. No kinds means all. Hidden and erased records are never found, nor
    // are those whose words wait (Projection::indexWords).
    // InvalidInput when it is no well-formed UTF-8.
    [[nodiscard]] Result<std::vector<SearchHit>> find(std::string_view typed,
                                                      std::span<const catalogue::KindNumber> kinds = {},
                                                      std::size_t limit = 50);

private:
    [[nodiscard]] Result<void> add(const std::string &expression, std::size_t limit, std::vector<SearchHit> &hits);

    Projection &m_projection;
};

inline constexpr std::size_t kSearchWords = 12;
inline constexpr std::size_t kSearchHits = 500;

} // namespace ourtable::store
