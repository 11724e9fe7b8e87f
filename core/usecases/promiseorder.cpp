#include "core/usecases/promiseorder.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace promise = catalogue::kinds::action;
using namespace parts;
using store::Comparison;
using store::Query;

constexpr const char *kOpen[] = {"offered", "agreed", "under_way", "stuck", "changed"};

ValueArray openStates()
{
    ValueArray states;
    for (const char *state : kOpen)
        states.emplace_back(std::string(state));
    return states;
}

Result<Query> narrowed(Workspace &workspace, const PromiseQuestion &question)
{
    Query query{.kind = promise::kind, .limit = 0};
    if (!question.words.empty()) {
        OURTABLE_ASSIGN(const std::vector<store::SearchHit> hits, workspace.search(question.words, store::kSearchHits, promise::kind));
        static_assert(store::kSearchHits <= store::kMostAmong);
        query.among.emplace();
        std::ranges::transform(hits, std::back_inserter(*query.among), &store::SearchHit::id);
    }
    if (!question.states.empty()) {
        ValueArray states(question.states.begin(), question.states.end());
        query.filters.push_back({catalogue::kStateField, Comparison::In, std::move(states)});
    }
    const auto only = [&query](catalogue::FieldNumber field, const std::optional<RecordId> &record) {
        if (record)
            query.filters.push_back({field, Comparison::Equal, *record});
    };
    only(promise::owner, question.owner);
    only(promise::workstream, question.workstream);
    only(promise::gathering, question.gathering);
    if (question.onlyUnnamed)
        query.filters.push_back({promise::owner_type, Comparison::Equal, Value("unnamed")});
    return query;
}

Query openOnes(Query query, store::Filter due)
{
    query.filters.push_back({catalogue::kStateField, Comparison::In, openStates()});
    query.filters.push_back(std::move(due));
    query.orderBy = store::OrderBy::Field;
    query.orderField = promise::due;
    return query;
}

Query overOnes(Query query, const char *state)
{
    query.filters.push_back({catalogue::kStateField, Comparison::Equal, Value(state)});
    query.orderBy = store::OrderBy::Updated;
    query.descending = true;
    return query;
}

} // namespace

bool isPromiseOver(std::string_view state) { return state == "done" || state == "not_going_ahead" || state == "let_go"; }

PromiseGroup promiseGroupOf(const store::RecordView &promise, const std::string &today)
{
    if (promise.state == "done")
        return PromiseGroup::Kept;
    if (promise.state == "not_going_ahead")
        return PromiseGroup::DecidedNotTo;
    if (promise.state == "let_go")
        return PromiseGroup::LetGo;
    const std::string due = textIn(promise, promise::due);
    return !due.empty() && due <= today ? PromiseGroup::NowDue : PromiseGroup::ComingUp;
}

Result<std::vector<store::RecordKey>> findPromises(Workspace &workspace, const PromiseQuestion &question)
{
    const std::optional<std::int64_t> day = daysOfDate(question.today);
    if (!day)
        return Error{ErrorCode::InvalidInput, "today"};
    OURTABLE_ASSIGN(const Query all, narrowed(workspace, question));
    std::vector<Query> groups{
        openOnes(all, {promise::due, Comparison::Before, Value(dateOfDays(*day + 1))}),
        openOnes(all, {promise::due, Comparison::After, Value(question.today)}),
        openOnes(all, {promise::due, Comparison::IsEmpty, Value(true)}),
        overOnes(all, "done"),
    };
    if (!question.folded) {
        groups.push_back(overOnes(all, "not_going_ahead"));
        groups.push_back(overOnes(all, "let_go"));
    }
    std::vector<store::RecordKey> keys;
    for (const Query &query : groups) {
        OURTABLE_ASSIGN(const std::vector<store::RecordKey> some, workspace.list(query));
        keys.insert(keys.end(), some.begin(), some.end());
    }
    return keys;
}

Result<std::int64_t> countFolded(Workspace &workspace, const PromiseQuestion &question)
{
    OURTABLE_ASSIGN(Query query, narrowed(workspace, question));
    query.filters.push_back({catalogue::kStateField, Comparison::In, codes({"not_going_ahead", "let_go"})});
    return workspace.count(query);
}

} // namespace ourtable::usecases
