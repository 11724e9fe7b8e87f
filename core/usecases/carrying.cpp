#include "core/usecases/carrying.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "core/catalogue/handles.h"
#include "core/support/files.h"
#include "core/sync/bundle.h"
#include "core/usecases/sharingdiary.h"

namespace ourtable::usecases {
namespace {

constexpr std::string_view kEveryone = "table"; // the circle that the whole programme reads
using NameTail = FixedBytes<struct CopyNameTag, 5>;

Result<const sync::EpochKey *> newestKeyOfAll(Workspace &workspace)
{
    const catalogue::CircleKind *everyone = workspace.catalogue().circle(std::string(kEveryone));
    const sync::CircleState *circle = everyone ? workspace.directory().circleOfKind(everyone->number) : nullptr;
    const sync::EpochKey *key = circle ? workspace.keyring().newest(circle->id) : nullptr;
    if (!key)
        return Error{ErrorCode::NoKey, "copy"};
    return key;
}

Result<std::string> writeBeside(const std::string &folder, ByteView octets, Random &random)
{
    std::error_code failed;
    if (!std::filesystem::is_directory(folder, failed))
        return Error{ErrorCode::NotFound, "folder"};
    for (;;) {
        std::string name = "our-table-" + random.make<NameTail>().hex() + ".ourtable";
        const std::string path = (std::filesystem::path(folder) / name).string();
        if (std::filesystem::exists(path, failed))
            continue;
        OURTABLE_TRY(files::writeWhole(path, octets));
        return name;
    }
}

Result<Bytes> readCopy(const std::string &path)
{
    std::error_code failed;
    if (!std::filesystem::exists(path, failed))
        return ErrorCode::NotFound;
    if (!std::filesystem::is_regular_file(path, failed))
        return Error{ErrorCode::Malformed, "bundle"}; // a folder, a device, or a pipe that would never end
    return files::readWhole(path, sync::kBundleOctets);
}

// The entries of a copy that are not here yet. What both hold has to be the same.
Result<std::vector<Bytes>> newEntries(store::LogStore &log, std::vector<Bytes> theirs)
{
    OURTABLE_ASSIGN(const std::vector<Bytes> ours, log.directoryEntries(0));
    const std::size_t common = std::min(ours.size(), theirs.size());
    for (std::size_t i = 0; i < common; ++i) {
        if (ours[i] != theirs[i])
            return Error{i == 0 ? ErrorCode::NotMember : ErrorCode::DirectoryBroken, "copy"};
    }
    theirs.erase(theirs.begin(), theirs.begin() + static_cast<std::ptrdiff_t>(common));
    return theirs;
}

Result<sync::Bundle> opened(Workspace &workspace, ByteView octets)
{
    OURTABLE_ASSIGN(const sync::BundleLabel label, sync::bundleLabel(octets));
    if (!workspace.directory().circle(label.circle))
        return Error{ErrorCode::NotMember, "copy"};
    const sync::EpochKey *key = workspace.keyring().find(label.circle, label.epoch);
    if (!key)
        return Error{ErrorCode::NoKey, "copy"};
    Result<sync::Bundle> bundle = sync::openBundle(octets, *key);
    if (!bundle && bundle.error().code == ErrorCode::SealBroken)
        return Error{ErrorCode::SealBroken, "copy"};
    if (!bundle)
        return bundle;
    if (bundle->expires < workspace.now())
        return Error{ErrorCode::Expired, "copy"};
    return bundle;
}

// Everything is looked at before anything is taken.
Result<void> take(store::LogStore &log, sync::Bundle bundle)
{
    OURTABLE_ASSIGN(const std::vector<Bytes> entries, newEntries(log, std::move(bundle.directory)));
    sync::Directory grown = log.directory();
    for (const Bytes &entry : entries)
        OURTABLE_TRY(grown.append(entry));
    for (const sync::PullAnswer &set : bundle.circles)
        OURTABLE_TRY(sync::verifyCarried(set, grown));
    if (!entries.empty())
        OURTABLE_TRY(log.appendDirectory(entries));
    OURTABLE_ASSIGN(const std::size_t fresh, log.takeCarried(bundle.circles));
    static_cast<void>(fresh); // people count things
    return {};
}

} // namespace

Result<CopyMade> makeCopy(Workspace &workspace, const std::string &folder)
{
    Profile &profile = workspace.profile();
    store::LogStore &log = profile.log();
    OURTABLE_ASSIGN(const sync::EpochKey *key, newestKeyOfAll(workspace));
    sync::Bundle bundle;
    bundle.madeAt = workspace.now();
    bundle.expires = bundle.madeAt + sync::kBundleLife;
    OURTABLE_ASSIGN(bundle.circles, log.awaitingReceipt());
    if (bundle.circles.empty())
        return Error{ErrorCode::NotFound, "waiting"};
    OURTABLE_ASSIGN(bundle.directory, log.directoryEntries(0));
    CopyMade made;
    OURTABLE_ASSIGN(made.things, waitingThings(profile, &workspace));
    OURTABLE_ASSIGN(const Bytes sealed, sync::sealBundle(bundle, *key));
    OURTABLE_TRY(log.anchorOwnHeads());
    OURTABLE_ASSIGN(made.name, writeBeside(folder, sealed, profile.around().random));
    static_cast<void>(SharingDiary(profile).add(DiaryEntry::What::Copied, made.things)); // nothing depends on it
    return made;
}

Result<CopyTaken> takeCopy(Workspace &workspace, const std::string &path)
{
    Profile &profile = workspace.profile();
    store::LogStore &log = profile.log();
    OURTABLE_ASSIGN(const Bytes octets, readCopy(path));
    OURTABLE_ASSIGN(sync::Bundle bundle, opened(workspace, octets));
    OURTABLE_ASSIGN(const std::vector<RecordId> before, log.waitingRecords());
    OURTABLE_TRY(take(log, std::move(bundle)));
    CopyTaken taken;
    OURTABLE_ASSIGN(taken.touched, workspace.afterSharing());
    OURTABLE_ASSIGN(const std::vector<RecordId> after, log.waitingRecords());
    std::vector<RecordId> came;
    std::ranges::set_difference(after, before, std::back_inserter(came));
    OURTABLE_ASSIGN(taken.came, thingsAmong(&workspace, came));
    static_cast<void>(SharingDiary(profile).add(DiaryEntry::What::BroughtIn, taken.came)); // nothing depends on it
    return taken;
}

} // namespace ourtable::usecases
