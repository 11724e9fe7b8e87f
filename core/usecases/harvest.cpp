#include "core/usecases/harvest.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;
namespace fields = catalogue::kinds::contribution;
using namespace parts;

Result<void> checkHarvest(Workspace &workspace, const RecordId &gathering, const NewHarvest &harvest)
{
    const Result<store::RecordView> there = workspace.get(gathering);
    if (!there && there.error().code != ErrorCode::NotFound)
        return there.error();
    if (!there || there->kind != kinds::gathering::kind)
        return Error{ErrorCode::NotFound, "gathering"};
    if (harvest.things.size() > kThingsOfATable)
        return Error{ErrorCode::InvalidInput, "harvest"};
    if (std::all_of(harvest.things.begin(), harvest.things.end(), [](const std::string &thing) { return thing.empty(); }))
        return Error{ErrorCode::RequiredMissing, "contribution.text"};
    return {};
}

} // namespace

bool isHarvest(const store::RecordView &note)
{
    return note.kind == fields::kind && numberOf(note, fields::order) >= kHarvestOrder;
}

Result<std::vector<RecordId>> saveHarvest(Workspace &workspace, const RecordId &gathering, const NewHarvest &harvest)
{
    OURTABLE_TRY(checkHarvest(workspace, gathering, harvest));
    OURTABLE_ASSIGN(const std::vector<store::RecordView> before, harvestOf(workspace, gathering, harvest.table));
    std::int64_t order = before.empty() ? kHarvestOrder : numberOf(before.back(), fields::order) + 1;
    std::vector<PlannedChange> together;
    std::vector<RecordId> saved;
    for (const std::string &thing : harvest.things) {
        if (thing.empty())
            continue;
        PlannedChange note;
        note.kind = fields::kind;
        note.record = workspace.profile().around().random.make<RecordId>();
        note.creates = true;
        note.edits = {set(fields::gathering, gathering), set(fields::table, harvest.table), set(fields::order, order++),
                      set(fields::text, thing), set(fields::noted_by, workspace.person())};
        note.moveTo = "noted";
        saved.push_back(note.record);
        together.push_back(std::move(note));
    }
    OURTABLE_TRY(workspace.commit(std::move(together), harvest.draft));
    return saved;
}

Result<std::vector<store::RecordView>> harvestOf(Workspace &workspace, const RecordId &gathering, std::int64_t table)
{
    OURTABLE_ASSIGN(std::vector<store::RecordView> notes, notesOf(workspace, gathering, table));
    std::erase_if(notes, [](const store::RecordView &note) { return !isHarvest(note); });
    return notes;
}

} // namespace ourtable::usecases
