#include "core/usecases/today.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/recordparts.h"
#include "core/usecases/sorting.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;
using namespace parts;
using store::Comparison;
using store::Query;

constexpr std::size_t kAFew = 3;
constexpr std::int64_t kWeek = 7; // days

bool mayRead(const Workspace &workspace, catalogue::KindNumber kind)
{
    return workspace.may(*workspace.catalogue().kind(kind), catalogue::Right::Read);
}

Query inStates(catalogue::KindNumber kind, std::initializer_list<const char *> states)
{
    Query query = of(kind);
    query.filters.push_back({catalogue::kStateField, Comparison::In, codes(states)});
    return query;
}

void sortBy(Query &query, catalogue::FieldNumber field, bool descending = false)
{
    query.orderBy = store::OrderBy::Field;
    query.orderField = field;
    query.descending = descending;
}

Result<std::vector<RecordId>> idsOf(Workspace &workspace, const Query &query)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordKey> keys, workspace.list(query));
    std::vector<RecordId> ids;
    for (const store::RecordKey &key : keys)
        ids.push_back(key.id);
    return ids;
}

// The smaller the nearer: open or to come today, of today, left open, to come. Nothing for what is past.
std::optional<int> rankOf(const store::RecordView &gathering, const std::string &date)
{
    const std::string day = textIn(gathering, kinds::gathering::date);
    if (day == date)
        return gathering.state == "open" ? 0 : gathering.state == "planned" ? 1 : 2;
    if (gathering.state == "open")
        return 3;
    return gathering.state == "planned" && day > date ? std::optional(4) : std::nullopt;
}

Result<std::optional<TodayGathering>> gatheringOf(Workspace &workspace, const std::string &date)
{
    namespace fields = kinds::gathering;
    if (!mayRead(workspace, fields::kind))
        return std::optional<TodayGathering>();
    OURTABLE_ASSIGN(std::vector<store::RecordView> all, workspace.find(of(fields::kind)));
    std::erase_if(all, [&](const store::RecordView &view) { return !rankOf(view, date); });
    const auto key = [&](const store::RecordView &view) {
        return std::tuple(*rankOf(view, date), textIn(view, fields::date), textIn(view, fields::start), view.id);
    };
    const auto nearest = std::ranges::min_element(all, {}, key);
    if (nearest == all.end())
        return std::optional<TodayGathering>();
    TodayGathering chosen{nearest->id, textIn(*nearest, fields::kind_), nearest->state, textIn(*nearest, fields::date),
                          textIn(*nearest, fields::start), textIn(*nearest, fields::end), false, 0, 0};
    chosen.isToday = chosen.date == date;
    OURTABLE_ASSIGN(chosen.tables, workspace.count(of(kinds::gathering_table::kind, kinds::gathering_table::gathering, chosen.record)));
    OURTABLE_ASSIGN(chosen.notes, workspace.count(of(kinds::contribution::kind, kinds::contribution::gathering, chosen.record)));
    return std::optional(std::move(chosen));
}

Result<std::optional<std::vector<NotesToSort>>> notesToSort(Workspace &workspace)
{
    namespace fields = kinds::contribution;
    if (!mayRead(workspace, fields::kind))
        return std::optional<std::vector<NotesToSort>>();
    OURTABLE_ASSIGN(const std::vector<store::ValueCount> counts, workspace.projection().countBy(waitingForSorting(), fields::gathering));
    std::vector<NotesToSort> all;
    for (const store::ValueCount &count : counts) {
        const std::optional<RecordId> gathering = count.value.id<RecordId>();
        const Result<store::RecordView> view = gathering ? workspace.get(*gathering) : Error{ErrorCode::NotFound, {}};
        if (view && !view->hidden)
            all.push_back({*gathering, textIn(*view, kinds::gathering::date), count.records});
    }
    std::ranges::sort(all, [](const NotesToSort &a, const NotesToSort &b) { return std::pair(a.date, a.gathering) > std::pair(b.date, b.gathering); });
    return std::optional(std::move(all));
}

Result<std::optional<NominationsToContact>> nominationsToContact(Workspace &workspace)
{
    namespace fields = kinds::nomination;
    if (!mayRead(workspace, fields::kind))
        return std::optional<NominationsToContact>();
    Query waiting = inStates(fields::kind, {"waiting_for_consent"});
    sortBy(waiting, fields::nominated_on);
    OURTABLE_ASSIGN(const std::vector<store::RecordView> people, workspace.find(waiting));
    NominationsToContact found{static_cast<std::int64_t>(people.size()), {}};
    for (auto one = people.begin(); one != people.end() && found.oldest.empty(); ++one)
        found.oldest = textIn(*one, fields::nominated_on);
    return std::optional(std::move(found));
}

Result<std::optional<PromisesNow>> promisesNow(Workspace &workspace, const std::string &date)
{
    namespace fields = kinds::action;
    if (!mayRead(workspace, fields::kind))
        return std::optional<PromisesNow>();
    Query open = inStates(fields::kind, {"offered", "agreed", "under_way", "stuck", "changed"});
    PromisesNow now;
    OURTABLE_ASSIGN(now.open, workspace.count(open));
    Query late = open;
    late.filters.push_back({fields::due, Comparison::Before, date});
    OURTABLE_ASSIGN(now.late, workspace.count(late));
    sortBy(open, fields::due);
    open.limit = kAFew;
    OURTABLE_ASSIGN(now.earliest, idsOf(workspace, open));
    return std::optional(std::move(now));
}

Result<std::vector<RecordId>> followUps(Workspace &workspace, std::int64_t day)
{
    namespace fields = kinds::support_need;
    if (!mayRead(workspace, fields::kind))
        return std::vector<RecordId>();
    Query mine = inStates(fields::kind, {"noted", "plan_agreed", "being_supported"});
    mine.filters.push_back({fields::follow_up_by, Comparison::Equal, workspace.person()});
    mine.filters.push_back({fields::follow_up_on, Comparison::Before, dateOfDays(day + kWeek)});
    sortBy(mine, fields::follow_up_on);
    return idsOf(workspace, mine);
}

Result<std::vector<RecordId>> newestFeedback(Workspace &workspace)
{
    namespace fields = kinds::feedback;
    if (!mayRead(workspace, fields::kind))
        return std::vector<RecordId>();
    Query published = inStates(fields::kind, {"published"});
    sortBy(published, fields::published_on, true);
    published.limit = kAFew;
    return idsOf(workspace, published);
}

// Two active places of two people make a pair.
Result<std::optional<WorkstreamPairs>> workstreamPairs(Workspace &workspace)
{
    namespace fields = kinds::placement;
    if (!mayRead(workspace, fields::kind) || !mayRead(workspace, kinds::workstream::kind))
        return std::optional<WorkstreamPairs>();
    Query active = inStates(fields::kind, {"active"});
    active.filters.push_back({fields::kind_, Comparison::Equal, "workstream"});
    OURTABLE_ASSIGN(const std::vector<store::RecordView> places, workspace.find(active));
    std::map<RecordId, std::set<RecordId>> partners;
    for (const store::RecordView &place : places) {
        const std::optional<RecordId> workstream = place.field(fields::workstream).id<RecordId>();
        const std::optional<RecordId> person = place.field(fields::person).id<RecordId>();
        if (workstream && person)
            partners[*workstream].insert(*person);
    }
    OURTABLE_ASSIGN(const std::vector<RecordId> going, idsOf(workspace, inStates(kinds::workstream::kind, {"starting", "running", "paused"})));
    WorkstreamPairs pairs{0, static_cast<std::int64_t>(going.size())};
    pairs.paired = std::ranges::count_if(going, [&](const RecordId &one) { return partners[one].size() >= 2; });
    return std::optional(pairs);
}

} // namespace

Result<Today> today(Workspace &workspace, const std::string &date)
{
    Today now;
    now.date = date.empty() ? dateOfMilliseconds(workspace.now()) : date;
    const std::optional<std::int64_t> day = daysOfDate(now.date);
    if (!day)
        return Error{ErrorCode::InvalidInput, "date"};
    OURTABLE_ASSIGN(now.gathering, gatheringOf(workspace, now.date));
    OURTABLE_ASSIGN(now.notesToSort, notesToSort(workspace));
    if (mayRead(workspace, kinds::gathering::kind) && mayRead(workspace, kinds::reflection::kind)) {
        OURTABLE_ASSIGN(const std::vector<store::RecordView> unfinished, stillToFinish(workspace));
        std::ranges::transform(unfinished, std::back_inserter(now.stillToFinish), &store::RecordView::id);
    }
    OURTABLE_ASSIGN(const std::vector<RecordId> unsettled, workspace.twoVersions());
    now.twoVersions = static_cast<std::int64_t>(unsettled.size());
    OURTABLE_ASSIGN(now.nominations, nominationsToContact(workspace));
    OURTABLE_ASSIGN(now.promises, promisesNow(workspace, now.date));
    OURTABLE_ASSIGN(now.followUps, followUps(workspace, *day));
    OURTABLE_ASSIGN(now.feedback, newestFeedback(workspace));
    OURTABLE_ASSIGN(now.workstreams, workstreamPairs(workspace));
    return now;
}

} // namespace ourtable::usecases
