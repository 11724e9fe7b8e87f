#include "core/usecases/passing.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "core/sync/carried.h"

namespace ourtable::usecases {
namespace {

Result<void> checkMet(Workspace &workspace, const DeviceId &other)
{
    const bool may = sync::mayBeMet(workspace.directory(), other, workspace.now());
    return may ? Result<void>() : Error{ErrorCode::NotMember, "nearby"};
}

bool reads(Workspace &workspace, const DeviceId &device, const CircleId &circle)
{
    return std::ranges::any_of(workspace.directory().endpoints(), [&](const auto &each) {
        const auto &[id, endpoint] = each;
        return endpoint.device == device && sync::belongs(endpoint, workspace.now())
            && workspace.directory().modeOf(id, circle) == sync::CircleMode::Reader;
    });
}

// Whoever takes in a set refuses it whole when it does not know one of its writers.
void dropUnknownWriters(sync::PullAnswer &set, const sync::Directory &directory, std::uint64_t known)
{
    std::set<ReplicaId> unknown;
    for (const sync::ReplicaCertificate &certificate : set.certificates) {
        const sync::EndpointState *const endpoint = directory.endpoint(certificate.endpoint);
        if (!endpoint || endpoint->versions.front().fromSeq >= known)
            unknown.insert(certificate.replica());
    }
    std::erase_if(set.certificates, [&](const sync::ReplicaCertificate &each) { return unknown.contains(each.replica()); });
    std::erase_if(set.runs, [&](const sync::Run &each) { return unknown.contains(each.replica); });
    std::erase_if(set.seals, [&](const sync::Seal &each) { return unknown.contains(each.replica); });
}

} // namespace

Result<sync::NearbyPapers> nearbyPapers(Workspace &workspace)
{
    return sync::NearbyPapers::of(workspace.directory(), workspace.profile().deviceKeys(), workspace.now());
}

Result<sync::NearbyHeads> headsFor(Workspace &workspace, const DeviceId &other)
{
    OURTABLE_TRY(checkMet(workspace, other));
    sync::NearbyHeads told{workspace.directory().size(), {}};
    for (const auto &[circle, state] : workspace.directory().circles()) {
        if (!reads(workspace, other, circle) || !reads(workspace, workspace.profile().device(), circle))
            continue;
        OURTABLE_ASSIGN(std::vector<sync::ReplicaHead> heads, workspace.profile().log().heads(circle));
        told.circles.push_back({circle, std::move(heads)});
    }
    return told;
}

Result<std::vector<sync::PullAnswer>> pagesFor(Workspace &workspace, const DeviceId &other, const sync::NearbyHeads &theirs)
{
    OURTABLE_TRY(checkMet(workspace, other));
    store::LogStore &log = workspace.profile().log();
    OURTABLE_TRY(log.anchorOwnHeads()); // before anything leaves the device
    std::vector<sync::PullAnswer> pages;
    OURTABLE_ASSIGN(const std::vector<CircleId> circles, log.circlesWithChanges());
    for (const CircleId &circle : circles) {
        if (!reads(workspace, other, circle))
            continue;
        const auto told = std::ranges::find(theirs.circles, circle, &sync::HeadsMessage::circle);
        OURTABLE_ASSIGN(sync::PullAnswer set, log.lackedBy(circle, told == theirs.circles.end() ? std::vector<sync::ReplicaHead>() : told->heads));
        dropUnknownWriters(set, workspace.directory(), theirs.directory);
        if (!set.runs.empty())
            std::ranges::move(sync::inPages(set, sync::kNearbyParcelOctets), std::back_inserter(pages));
    }
    return pages;
}

Result<CameNearby> takeNearby(Workspace &workspace, const DeviceId &other, const sync::PullAnswer &set)
{
    OURTABLE_TRY(checkMet(workspace, other));
    if (!reads(workspace, workspace.profile().device(), set.circle))
        return Error{ErrorCode::NotPermitted, "circle"};
    OURTABLE_ASSIGN(const std::size_t fresh, workspace.profile().log().takeCarried({&set, 1}));
    CameNearby came;
    if (fresh == 0)
        return came;
    OURTABLE_ASSIGN(came.touched, workspace.catchUp());
    OURTABLE_ASSIGN(const std::vector<RecordId> others, cameFromOthers(workspace, came.touched));
    OURTABLE_ASSIGN(came.things, thingsAmong(&workspace, others));
    if (came.things.total() == 0)
        came.things.others = static_cast<std::int64_t>(fresh); // shows once the directory that they name is here
    return came;
}

} // namespace ourtable::usecases
