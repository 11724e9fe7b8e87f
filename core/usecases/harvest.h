// "Three things from this table" (domain.md J1 step 6): what a table takes with it at the end of a round. They are notes like any
// other, and stand behind everything else of their table. Their place in the order, from kHarvestOrder on, is the mark: it goes
// with them through sharing, out of the programme and in again, and whatever reads it has them in their place.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

inline constexpr std::int64_t kHarvestOrder = 9001; // more notes than a table ever has
inline constexpr std::size_t kThingsOfATable = 3;   // in one round

struct NewHarvest {
    std::int64_t table = 1;
    std::vector<std::string> things;  // empty ones are left out
    std::optional<std::string> draft; // its form's draft is done
};
// All of them or none, in their order. NotFound "gathering" as for a note; RequiredMissing "contribution.text" when there is
// not one; InvalidInput "harvest" for more than kThingsOfATable.
[[nodiscard]] Result<std::vector<RecordId>> saveHarvest(Workspace &workspace, const RecordId &gathering, const NewHarvest &harvest);

[[nodiscard]] bool isHarvest(const store::RecordView &note);
// What a table takes with it from all its rounds, in the order of notesOf().
[[nodiscard]] Result<std::vector<store::RecordView>> harvestOf(Workspace &workspace, const RecordId &gathering, std::int64_t table);

} // namespace ourtable::usecases
