#include "core/usecases/promises.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;
using namespace parts;

constexpr std::int64_t kSoonest = 14; // days

// Days since 1970 of the first of the month after that of this date ("YYYY-MM-DD").
std::int64_t nextMonth(const std::string &date)
{
    const int month = std::stoi(date.substr(5, 2));
    const int year = std::stoi(date.substr(0, 4)) + (month == 12 ? 1 : 0);
    const std::string number = std::to_string(month % 12 + 1);
    return daysOfDate(std::to_string(year) + (number.size() == 1 ? "-0" : "-") + number + "-01").value_or(0);
}

std::int64_t secondThursday(std::int64_t firstOfMonth)
{
    const std::int64_t sinceThursday = (firstOfMonth % 7 + 7) % 7; // 1970-01-01 was one
    return firstOfMonth + (7 - sinceThursday) % 7 + 7;
}

Result<void> checkGathering(Workspace &workspace, const RecordId &gathering)
{
    const Result<store::RecordView> there = workspace.get(gathering);
    if (!there && there.error().code != ErrorCode::NotFound)
        return there.error();
    return there && there->kind == kinds::gathering::kind ? Result<void>() : Error{ErrorCode::NotFound, "gathering"};
}

Result<std::vector<FieldEdit>> editsOf(Workspace &workspace, const RecordId &gathering, const NewPromise &promise)
{
    namespace fields = kinds::action;
    std::string due = promise.due;
    if (due.empty()) {
        OURTABLE_ASSIGN(due, dateOfNextBreakfast(workspace));
    }
    std::vector<FieldEdit> edits{
        set(fields::kind_, promise.kind),           set(fields::text, promise.text),
        set(fields::gathering, gathering),          set(fields::made_on, dateOfMilliseconds(workspace.now())),
        set(fields::owner_type, promise.ownerType), set(fields::due, due),
    };
    if (promise.ownerType != "unnamed") {
        if (!promise.owner && promise.ownerName.empty())
            return Error{ErrorCode::RequiredMissing, "action.owner"};
        if (promise.owner)
            edits.push_back(set(fields::owner, *promise.owner));
        setUnlessEmpty(edits, fields::owner_name, promise.ownerName);
    }
    for (const RecordId &note : promise.notes)
        edits.push_back(add(fields::contributions, note));
    return edits;
}

} // namespace

Result<RecordId> addPromise(Workspace &workspace, const RecordId &gathering, const NewPromise &promise)
{
    OURTABLE_TRY(checkGathering(workspace, gathering));
    std::vector<PlannedChange> together(1);
    PlannedChange &made = together.front();
    made.kind = kinds::action::kind;
    made.record = workspace.profile().around().random.make<RecordId>();
    made.creates = true;
    OURTABLE_ASSIGN(made.edits, editsOf(workspace, gathering, promise));
    const RecordId record = made.record;
    for (const RecordId &note : promise.notes) {
        PlannedChange became;
        became.record = note;
        became.edits = {add(kinds::contribution::became, record)};
        together.push_back(std::move(became));
    }
    OURTABLE_TRY(workspace.commit(std::move(together), promise.draft));
    return record;
}

Result<std::string> dateOfNextBreakfast(Workspace &workspace, const std::string &today)
{
    namespace fields = kinds::gathering;
    const std::string from = today.empty() ? dateOfMilliseconds(workspace.now()) : today;
    const std::optional<std::int64_t> day = daysOfDate(from);
    if (!day)
        return Error{ErrorCode::InvalidInput, "today"};
    store::Query planned = of(fields::kind, fields::kind_, "breakfast");
    planned.filters.push_back({catalogue::kStateField, store::Comparison::Equal, "planned"});
    planned.filters.push_back({fields::date, store::Comparison::After, from});
    planned.orderBy = store::OrderBy::Field;
    planned.orderField = fields::date;
    planned.limit = 1;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> next, workspace.find(planned));
    if (!next.empty())
        return textIn(next.front(), fields::date);
    std::int64_t month = nextMonth(from);
    if (secondThursday(month) < *day + kSoonest)
        month = nextMonth(dateOfDays(month));
    return dateOfDays(secondThursday(month));
}

} // namespace ourtable::usecases
