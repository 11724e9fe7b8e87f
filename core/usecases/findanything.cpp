#include "core/usecases/findanything.h"

#include <algorithm>
#include <iterator>

namespace ourtable::usecases {
namespace {

std::optional<RecordId> shownFor(const catalogue::Catalogue &catalogue, const store::RecordView &hit)
{
    const catalogue::Kind *kind = catalogue.kind(hit.kind);
    return kind && kind->parentField != 0 ? hit.field(kind->parentField).id<RecordId>() : hit.id;
}

} // namespace

Result<std::vector<store::RecordKey>> findAnything(Workspace &workspace, const std::string &typed)
{
    OURTABLE_ASSIGN(const std::vector<store::SearchHit> hits, workspace.search(typed, kFoundAtMost));
    std::vector<RecordId> found;
    std::ranges::transform(hits, std::back_inserter(found), &store::SearchHit::id);
    OURTABLE_ASSIGN(const std::vector<store::RecordView> views, workspace.getMany(found));
    std::vector<RecordId> shown;
    for (const store::RecordView &view : views) {
        const std::optional<RecordId> id = shownFor(workspace.catalogue(), view);
        if (id && std::ranges::find(shown, *id) == shown.end())
            shown.push_back(*id);
    }
    OURTABLE_ASSIGN(const std::vector<store::RecordView> records, workspace.getMany(shown));
    std::vector<store::RecordKey> keys;
    for (const store::RecordView &record : records) {
        if (!record.hidden && !record.erased)
            keys.push_back({record.id, record.updatedClock});
    }
    return keys;
}

std::vector<catalogue::KindNumber> kindsFound(const catalogue::Catalogue &catalogue)
{
    std::vector<catalogue::KindNumber> kinds;
    for (const catalogue::Kind &kind : catalogue.kinds()) {
        if (!kind.searched.empty())
            kinds.push_back(kind.number);
    }
    return kinds;
}

} // namespace ourtable::usecases
