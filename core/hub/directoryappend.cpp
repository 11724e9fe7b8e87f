#include "core/hub/directoryappend.h"

#include <algorithm>

#include "core/crypto/hashing.h"

namespace ourtable::hub {
namespace {

constexpr std::size_t kPackageOctets = 1024;

bool belongs(const sync::Directory &directory, const sync::KeyPackage &package)
{
    const sync::CircleState *circle = directory.circle(package.circle);
    const bool reader = directory.endpoint(package.endpoint) != nullptr
        || package.endpoint == sync::recoveryEndpoint(directory.root().recoveryKey);
    return circle && circle->epochs.contains(package.epoch) && reader && package.sealed.size() <= kPackageOctets;
}

bool isNamed(const sync::Directory &directory, const sync::KeyBag &bag)
{
    const sync::CircleState *circle = directory.circle(bag.circle);
    if (!circle)
        return false;
    const auto epoch = circle->epochs.find(bag.epoch);
    return epoch != circle->epochs.end() && epoch->second.bag == crypto::plainHashOf(bag.bag);
}

Result<void> storeAll(GroupContext &context, const sync::DirectoryAppend &append, std::uint64_t seq)
{
    for (const Bytes &entry : append.entries) {
        OURTABLE_ASSIGN(const sync::DirectoryEntry decoded, sync::DirectoryEntry::decode(entry));
        OURTABLE_TRY(context.store.addEntry(seq++, entry, decoded.hash()));
    }
    for (const sync::KeyPackage &package : append.packages)
        OURTABLE_TRY(context.store.setPackage(package));
    for (const sync::KeyBag &bag : append.bags)
        OURTABLE_TRY(context.store.setBag(bag));
    for (const InviteId &invite : append.settled)
        OURTABLE_TRY(context.store.forgetInvite(invite));
    return {};
}

} // namespace

bool isHandOver(const sync::DirectoryAppend &append)
{
    return append.entries.empty() && append.bags.empty() && append.settled.empty() && !append.packages.empty();
}

Result<HttpAnswer> handOverPackages(GroupContext &context, const sync::DirectoryAppend &append, const Membership &membership,
                                    const DeviceId &device)
{
    const sync::Directory &present = context.directory.working();
    for (const sync::KeyPackage &package : append.packages) {
        if (!membership.reads(device, package.circle))
            return refused(403, "not_permitted");
        if (!belongs(present, package))
            return refused(400, "keys");
    }
    for (const sync::KeyPackage &package : append.packages)
        OURTABLE_TRY(context.store.addPackage(package));
    return answered({});
}

Result<HttpAnswer> appendDirectory(GroupContext &context, const sync::DirectoryAppend &append, bool fromCoordinator,
                                   const Hash *requiredCaPin)
{
    const sync::Directory &present = context.directory.working();
    if (append.expectedHead != present.head())
        return refused(409, "member_conflict", static_cast<std::int64_t>(present.size()));
    const bool bringsKeys = !append.packages.empty() || !append.bags.empty() || !append.settled.empty();
    if (bringsKeys && !fromCoordinator)
        return refused(403, "not_permitted");
    sync::Directory next = present;
    for (const Bytes &entry : append.entries) {
        if (!next.append(entry))
            return refused(400, "directory", static_cast<std::int64_t>(next.size()));
    }
    if (requiredCaPin && (next.empty() || next.root().hubCaPin != *requiredCaPin))
        return refused(400, "ca_pin");
    const bool keysBelong =
        std::all_of(append.packages.begin(), append.packages.end(), [&](const auto &package) { return belongs(next, package); })
        && std::all_of(append.bags.begin(), append.bags.end(), [&](const auto &bag) { return isNamed(next, bag); });
    if (!keysBelong)
        return refused(400, "keys");
    if (present.empty() && !next.empty())
        OURTABLE_TRY(context.store.founded(next.root().programme, context.now));
    OURTABLE_TRY(storeAll(context, append, present.size()));
    context.directory.propose(std::move(next));
    context.touched.directory = true;
    return answered({});
}

} // namespace ourtable::hub
