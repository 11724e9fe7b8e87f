#include "core/usecases/sorting.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/guardfunctions.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;
namespace fields = catalogue::kinds::contribution;
using namespace parts;
using store::Comparison;
using store::Query;

Query notesSaid(std::initializer_list<const char *> states, bool sorted, const std::optional<RecordId> &gathering)
{
    Query query = of(fields::kind);
    query.filters.push_back({catalogue::kStateField, Comparison::In, codes(states)});
    query.filters.push_back({fields::theme, Comparison::IsEmpty, !sorted});
    if (gathering)
        query.filters.push_back({fields::gathering, Comparison::Equal, *gathering});
    return query;
}

struct GatheringThatWaits {
    std::string date, start;
    RecordId id;

    auto operator<=>(const GatheringThatWaits &) const = default;
};

// Those that have such notes, the latest first.
Result<std::vector<GatheringThatWaits>> gatheringsThatWait(Workspace &workspace, const Query &waiting)
{
    if (!workspace.may(*workspace.catalogue().kind(fields::kind), catalogue::Right::Read))
        return Error{ErrorCode::NotPermitted, "contribution read"};
    OURTABLE_ASSIGN(const std::vector<store::ValueCount> counts, workspace.projection().countBy(waiting, fields::gathering));
    std::vector<GatheringThatWaits> all;
    for (const store::ValueCount &count : counts) {
        const std::optional<RecordId> id = count.value.id<RecordId>();
        const Result<store::RecordView> view = id ? workspace.get(*id) : Error{ErrorCode::NotFound, {}};
        if (view && !view->hidden)
            all.push_back({textIn(*view, kinds::gathering::date), textIn(*view, kinds::gathering::start), *id});
    }
    std::ranges::sort(all, std::greater());
    return all;
}

Result<store::RecordView> noteToSort(Workspace &workspace, const RecordId &id)
{
    OURTABLE_ASSIGN(store::RecordView note, workspace.get(id));
    if (note.erased)
        return Error{ErrorCode::Erased, {}};
    if (note.hidden || note.kind != fields::kind)
        return Error{ErrorCode::NotFound, "contribution"};
    return note;
}

void editOne(std::vector<FieldEdit> &edits, catalogue::FieldNumber field, const std::string &from, const std::string &to)
{
    if (from != to)
        edits.push_back(to.empty() ? FieldEdit{field, FieldEdit::How::Clear, {}, std::nullopt} : set(field, to));
}

std::vector<FieldEdit> editsBetween(const Sorting &from, const Sorting &to)
{
    std::vector<FieldEdit> edits;
    editOne(edits, fields::kind_, from.kind, to.kind);
    editOne(edits, fields::level, from.level, to.level);
    for (const std::string &theme : from.themes) {
        if (std::ranges::find(to.themes, theme) == to.themes.end())
            edits.push_back({fields::theme, FieldEdit::How::Remove, Value(theme), std::nullopt});
    }
    for (const std::string &theme : to.themes) {
        if (std::ranges::find(from.themes, theme) == from.themes.end())
            edits.push_back(add(fields::theme, theme));
    }
    if (from.couldIdentify != to.couldIdentify) {
        const FieldEdit cleared{fields::could_identify, FieldEdit::How::Clear, {}, std::nullopt};
        edits.push_back(to.couldIdentify ? set(fields::could_identify, *to.couldIdentify) : cleared);
    }
    return edits;
}

Sorting inCodeOrder(Sorting sorting)
{
    std::ranges::sort(sorting.themes);
    const auto repeated = std::ranges::unique(sorting.themes);
    sorting.themes.erase(repeated.begin(), repeated.end());
    return sorting;
}

} // namespace

Sorting sortingOf(const store::RecordView &note)
{
    Sorting sorting{textIn(note, fields::kind_), {}, textIn(note, fields::level), std::nullopt};
    const ValueArray *themes = note.field(fields::theme).array();
    for (const Value &theme : themes ? *themes : ValueArray()) {
        if (theme.text())
            sorting.themes.push_back(*theme.text());
    }
    if (const bool *said = note.field(fields::could_identify).boolean())
        sorting.couldIdentify = *said;
    return inCodeOrder(std::move(sorting));
}

Query waitingForSorting(const std::optional<RecordId> &gathering) { return notesSaid({"noted", "checked", "published"}, false, gathering); }

Query sortedNotes(const std::optional<RecordId> &gathering) { return notesSaid({"noted", "checked", "published"}, true, gathering); }

Query waitingForCheck(const std::optional<RecordId> &gathering) { return notesSaid({"noted"}, true, gathering); }

Result<std::vector<store::RecordView>> inSortingOrder(Workspace &workspace, const Query &waiting)
{
    OURTABLE_ASSIGN(const std::vector<GatheringThatWaits> gatherings, gatheringsThatWait(workspace, waiting));
    std::vector<store::RecordView> all;
    for (const GatheringThatWaits &gathering : gatherings) {
        if (all.size() >= kMostInOneSitting)
            break;
        Query here = waiting;
        here.filters.push_back({fields::gathering, Comparison::Equal, gathering.id});
        OURTABLE_ASSIGN(std::vector<store::RecordView> notes, workspace.find(here));
        std::ranges::sort(notes, {}, [](const store::RecordView &note) {
            return std::tuple(numberOf(note, fields::table), numberOf(note, fields::order), note.createdClock, note.id);
        });
        std::ranges::move(notes, std::back_inserter(all));
    }
    all.resize(std::min(all.size(), kMostInOneSitting));
    return all;
}

Result<SortOutcome> sortNote(Workspace &workspace, const RecordId &note, const Sorting &chosen, const Sorting &seen)
{
    OURTABLE_ASSIGN(store::RecordView now, noteToSort(workspace, note));
    const Sorting held = sortingOf(now);
    if (held != seen)
        return SortOutcome{false, std::move(now)};
    std::vector<FieldEdit> edits = editsBetween(held, inCodeOrder(chosen));
    if (edits.empty())
        return SortOutcome{true, std::move(now)};
    OURTABLE_TRY(workspace.change(note, std::move(edits)));
    OURTABLE_ASSIGN(now, workspace.get(note));
    return SortOutcome{true, std::move(now)};
}

Result<SortOutcome> checkNote(Workspace &workspace, const RecordId &note, const Sorting &chosen, const Sorting &seen)
{
    OURTABLE_ASSIGN(store::RecordView now, noteToSort(workspace, note));
    const Sorting held = sortingOf(now);
    if (held != seen || now.state != "noted")
        return SortOutcome{false, std::move(now)};
    OURTABLE_TRY(workspace.move(note, "checked", editsBetween(held, inCodeOrder(chosen))));
    OURTABLE_ASSIGN(now, workspace.get(note));
    return SortOutcome{true, std::move(now)};
}

bool isOwnNote(const Workspace &workspace, const store::RecordView &note)
{
    return note.field(fields::noted_by).id<PersonId>() == workspace.person() || guards::personOf(workspace, note.createdBy) == workspace.person();
}

} // namespace ourtable::usecases
