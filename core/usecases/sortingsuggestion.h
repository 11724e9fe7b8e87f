// What a note may be about, from the words that the group itself used in notes that are sorted (ux.md 7.8). Counted on this device,
// the same each time for the same notes. It is an offer: nothing is ever applied by it.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct SortingSuggestion {
    std::vector<std::string> themes; // codes; at most two, the likelier first
    std::string kind;                // code; empty: none is clearly ahead, or the note has one

    bool operator==(const SortingSuggestion &) const = default;
};

// Nothing in it unless several shared words point the same way, clearly ahead of the next. Looks words up in the index and reads
// only notes that share one; words that a great many notes share, and little words ("because"), tell nothing.
[[nodiscard]] Result<SortingSuggestion> suggestSorting(Workspace &workspace, const store::RecordView &note);

} // namespace ourtable::usecases
