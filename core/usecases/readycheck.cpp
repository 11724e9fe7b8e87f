#include "core/usecases/readycheck.h"

#include <algorithm>
#include <map>

#include "core/catalogue/handles.h"
#include "core/usecases/agreements.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;
using NeedKey = std::pair<std::string, std::string>; // vocabulary and code
using PeopleInNeed = std::map<NeedKey, std::set<RecordId>>;

std::string vocabularyOf(const catalogue::Kind &kind, catalogue::FieldNumber number)
{
    const catalogue::Field *field = kind.field(number);
    return field && field->vocabulary ? field->vocabulary->name : std::string();
}

// Somebody may have two such records, one of them for the office alone.
Result<void> addNeeds(Workspace &workspace, const catalogue::Kind &kind, catalogue::FieldNumber person,
                      std::initializer_list<catalogue::FieldNumber> fields, PeopleInNeed &people)
{
    if (!workspace.may(kind, catalogue::Right::Read))
        return {};
    OURTABLE_ASSIGN(const std::vector<store::RecordView> records, workspace.find(parts::of(kind.number)));
    for (const store::RecordView &record : records) {
        if (record.state == "ended")
            continue;
        const RecordId whose = record.field(person).id<RecordId>().value_or(record.id);
        for (const catalogue::FieldNumber field : fields) {
            const ValueArray *said = record.field(field).array();
            for (const Value &each : said ? *said : ValueArray()) {
                if (const std::string *text = each.text())
                    people[{vocabularyOf(kind, field), *text}].insert(whose);
            }
        }
    }
    return {};
}

Result<PeopleInNeed> needsOfPeople(Workspace &workspace)
{
    namespace shared = kinds::access_needs;
    namespace kept = kinds::access_needs_private;
    const catalogue::Catalogue &catalogue = workspace.catalogue();
    PeopleInNeed people;
    OURTABLE_TRY(addNeeds(workspace, *catalogue.kind(shared::kind), shared::person, {shared::needs, shared::formats, shared::people_who_help}, people));
    OURTABLE_TRY(addNeeds(workspace, *catalogue.kind(kept::kind), kept::person, {kept::needs, kept::formats, kept::people_who_help}, people));
    return people;
}

void showNeeds(const PeopleInNeed &people, ReadyCheck &check)
{
    std::set<RecordId> all;
    for (const auto &[need, who] : people) {
        all.insert(who.begin(), who.end());
        check.needs.push_back({need.first, need.second, static_cast<std::int64_t>(who.size())});
    }
    check.people = static_cast<std::int64_t>(all.size());
    std::ranges::stable_sort(check.needs, std::greater{}, &NeedInTheRoom::people);
}

Result<void> tick(Workspace &workspace, const RecordId &gathering, catalogue::FieldNumber field, bool yes)
{
    return workspace.change(gathering, {parts::set(field, Value(yes))});
}

bool isTicked(const store::RecordView &view, catalogue::FieldNumber field)
{
    const bool *yes = view.field(field).boolean();
    return yes && *yes;
}

} // namespace

Result<ReadyCheck> readyCheck(Workspace &workspace, const RecordId &gathering)
{
    namespace fields = kinds::gathering;
    OURTABLE_ASSIGN(const store::RecordView view, workspace.get(gathering));
    if (view.kind != fields::kind)
        return Error{ErrorCode::NotFound, "gathering"};
    ReadyCheck check;
    check.date = parts::textIn(view, fields::date);
    check.state = view.state;
    check.rulesRead = isTicked(view, fields::ground_rules_read);
    check.notesExplained = isTicked(view, fields::notes_explained);
    const ValueArray *sideTable = view.field(fields::support_at_side_table).array();
    for (const Value &person : sideTable ? *sideTable : ValueArray()) {
        if (const std::optional<RecordId> id = person.id<RecordId>())
            check.sideTable.push_back(*id);
    }
    OURTABLE_ASSIGN(const PeopleInNeed people, needsOfPeople(workspace));
    showNeeds(people, check);
    OURTABLE_ASSIGN(check.groundRules, groundRules(workspace));
    return check;
}

Result<void> setRulesRead(Workspace &workspace, const RecordId &gathering, bool read)
{
    return tick(workspace, gathering, kinds::gathering::ground_rules_read, read);
}

Result<void> setNotesExplained(Workspace &workspace, const RecordId &gathering, bool explained)
{
    return tick(workspace, gathering, kinds::gathering::notes_explained, explained);
}

} // namespace ourtable::usecases
