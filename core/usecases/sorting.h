// Sorting notes after the breakfast (ux.md 7.8): which of them wait for it, what is said about one, and the second person who
// reads what was sorted. Each function is one use case on a Workspace; errors are the Workspace's.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

// What people say about a note when they sort it, in codes.
struct Sorting {
    std::string kind;                 // experience as long as nobody has said another
    std::vector<std::string> themes;  // in the order of the codes
    std::string level;                // empty: not sure
    std::optional<bool> couldIdentify; // nothing: nobody was asked yet

    bool operator==(const Sorting &) const = default;
};

[[nodiscard]] Sorting sortingOf(const store::RecordView &note);

// Notes that wait for sorting: noted and not taken back, and nobody has said what they are about. The one definition: Today, the
// list of breakfasts, its summary and the page that sorts all ask this. Of one gathering, or of all that are held here.
[[nodiscard]] store::Query waitingForSorting(const std::optional<RecordId> &gathering = std::nullopt);
// Those that people have sorted, read by a second person or not.
[[nodiscard]] store::Query sortedNotes(const std::optional<RecordId> &gathering = std::nullopt);
// Those of them that no second person has read yet.
[[nodiscard]] store::Query waitingForCheck(const std::optional<RecordId> &gathering = std::nullopt);

// The notes of such a query in the order in which people take them: the latest gathering first; within one by table, order and
// moment. At most kMostInOneSitting, those that come first; reads no more gatherings than it needs for them.
inline constexpr std::size_t kMostInOneSitting = 500;
[[nodiscard]] Result<std::vector<store::RecordView>> inSortingOrder(Workspace &workspace, const store::Query &waiting);

struct SortOutcome {
    bool done = false;      // false: somebody else sorted it meanwhile, and nothing was changed
    store::RecordView note; // as it is now
};
// One change with all that differs. `seen` is what was shown to whoever chose: when the note says something else by now, nothing
// is written. NotFound when it is removed, Erased when it was taken back.
[[nodiscard]] Result<SortOutcome> sortNote(Workspace &workspace, const RecordId &note, const Sorting &chosen, const Sorting &seen);
// The second person's yes, with what they put right, as one change. Refused by the guards of the move.
[[nodiscard]] Result<SortOutcome> checkNote(Workspace &workspace, const RecordId &note, const Sorting &chosen, const Sorting &seen);

// Whether this person wrote the note down, and so can't be the second one.
[[nodiscard]] bool isOwnNote(const Workspace &workspace, const store::RecordView &note);

} // namespace ourtable::usecases
