#include "core/hub/statetag.h"

#include "core/crypto/hashing.h"
#include "core/hub/hubmembership.h"

namespace ourtable::hub {
namespace {

// The head that the directory had after so many entries.
Result<Hash> headAfter(DirectoryStore &store, const sync::Directory &directory, std::uint64_t entries)
{
    if (entries == directory.size())
        return directory.head();
    OURTABLE_ASSIGN(const std::vector<Bytes> last, store.entriesFrom(entries - 1, 1));
    if (last.empty())
        return Error{ErrorCode::Corrupt, "directory"};
    OURTABLE_ASSIGN(const sync::DirectoryEntry entry, sync::DirectoryEntry::decode(last.front()));
    return entry.hash();
}

} // namespace

Result<sync::HelloAnswer> helloFor(HubStore &store, const sync::Directory &directory, const DeviceId &device, std::int64_t now)
{
    const Membership membership(directory, now);
    sync::HelloAnswer hello;
    hello.hubEpoch = store.epoch();
    hello.directorySize = membership.visibleEntries(device);
    OURTABLE_ASSIGN(hello.directoryHead, headAfter(store, directory, hello.directorySize));
    for (const CircleId &circle : membership.circlesRead(device)) {
        OURTABLE_ASSIGN(const CircleTotals totals, store.circleTotals(circle));
        hello.circles.push_back({circle, totals.headSeq});
    }
    for (const sync::EndpointState *endpoint : membership.endpointsOf(device)) {
        OURTABLE_ASSIGN(const std::vector<sync::ReplicaHead> heads, store.headsOf(endpoint->id));
        hello.heads.insert(hello.heads.end(), heads.begin(), heads.end());
    }
    // Time and tag are still zero: the tag is over everything else.
    hello.tag = crypto::shortened<sync::StateTag>(crypto::hashOf("ourtable.hub.state.v1", {hello.encoded()}));
    hello.hubTime = now;
    return hello;
}

} // namespace ourtable::hub
