#include "core/usecases/sharedthings.h"

#include <algorithm>

#include "core/catalogue/handles.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;

std::int64_t &placeOf(Things &things, catalogue::KindNumber kind)
{
    return kind == kinds::contribution::kind ? things.notes : kind == kinds::action::kind ? things.promises : things.others;
}

} // namespace

Result<Things> thingsAmong(Workspace *workspace, std::span<const RecordId> records)
{
    Things things;
    for (const RecordId &record : records) {
        catalogue::KindNumber kind = 0;
        if (workspace) {
            OURTABLE_ASSIGN(kind, workspace->projection().kindOf(record));
        }
        ++placeOf(things, kind);
    }
    return things;
}

Result<Things> waitingThings(Profile &profile, Workspace *workspace)
{
    OURTABLE_ASSIGN(const std::vector<RecordId> waiting, profile.log().waitingRecords());
    return thingsAmong(workspace, waiting);
}

Result<Things> allThings(Workspace &workspace)
{
    Things things;
    for (const catalogue::Kind &kind : workspace.catalogue().kinds()) {
        if (!workspace.may(kind, catalogue::Right::Read))
            continue;
        OURTABLE_ASSIGN(const std::int64_t count, workspace.count({.kind = kind.number}));
        placeOf(things, kind.number) += count;
    }
    OURTABLE_ASSIGN(const std::vector<store::LogStore::ReceiptState> sealed, workspace.profile().log().receipts());
    things.others += static_cast<std::int64_t>(sealed.size());
    return things;
}

SharingRound shareOnce(Profile &profile, const sync::ShareProgress &progress)
{
    // What is saved while it waits for the hub may go with it: looked at before each request.
    std::set<RecordId> waiting;
    SharingRound round;
    round.report = profile.share([&](sync::ShareStep step, std::size_t done) {
        const Result<std::vector<RecordId>> now = profile.log().waitingRecords();
        if (now)
            waiting.insert(now->begin(), now->end());
        return !progress || progress(step, done);
    });
    const Result<std::vector<RecordId>> left = profile.log().waitingRecords();
    if (left)
        std::set_difference(waiting.begin(), waiting.end(), left->begin(), left->end(), std::back_inserter(round.sent));
    return round;
}

Result<std::vector<RecordId>> cameFromOthers(Workspace &workspace, const std::vector<Touched> &touched)
{
    const std::vector<EndpointId> &here = workspace.profile().log().localEndpoints();
    std::vector<RecordId> came;
    for (const Touched &one : touched) {
        OURTABLE_ASSIGN(const std::optional<store::RecordView> view, workspace.projection().get(one.record));
        if (view && !view->hidden && std::find(here.begin(), here.end(), view->updatedBy) == here.end())
            came.push_back(one.record);
    }
    return came;
}

} // namespace ourtable::usecases
