#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/sync/hybridclock.h"
#include "core/usecases/guardfunctions.h"

namespace ourtable::usecases::guards {
namespace {

namespace kinds = catalogue::kinds;

constexpr std::size_t kQuotedWords = 4;

struct Owner {
    std::optional<PersonId> person;
    std::optional<RecordId> organisation;
    bool named = false;
};

Result<Owner> ownerOf(const GuardContext &context)
{
    const std::string type = textIn(context.after(kinds::action::owner_type));
    const std::optional<RecordId> record = context.after(kinds::action::owner).id<RecordId>();
    Owner owner;
    owner.named = type != "unnamed" && (record || isGiven(context.after(kinds::action::owner_name)));
    if (!owner.named || !record)
        return owner;
    OURTABLE_ASSIGN(const std::optional<store::RecordView> here, recordHere(context.workspace, *record));
    if (here ? here->kind == kinds::organisation::kind : type == "organisation")
        owner.organisation = record;
    else
        owner.person = PersonId{record->octets};
    return owner;
}

Result<std::vector<store::RecordView>> peopleOfOrganisation(Workspace &workspace, const RecordId &organisation)
{
    return recordsNaming(workspace, kinds::person::kind, kinds::person::organisation, organisation);
}

Result<bool> speaksFor(Workspace &workspace, const Owner &owner, const PersonId &person)
{
    if (owner.person)
        return *owner.person == person;
    if (!owner.organisation)
        return false;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> people, peopleOfOrganisation(workspace, *owner.organisation));
    return std::any_of(people.begin(), people.end(), [&](const store::RecordView &one) { return PersonId{one.id.octets} == person; });
}

Result<bool> ownerCanSignIn(Workspace &workspace, const Owner &owner)
{
    if (owner.person)
        return canSignIn(workspace, *owner.person);
    if (!owner.organisation)
        return false;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> people, peopleOfOrganisation(workspace, *owner.organisation));
    return std::any_of(people.begin(), people.end(),
                       [&](const store::RecordView &one) { return canSignIn(workspace, PersonId{one.id.octets}); });
}

Result<bool> ownerOrCoordinatorForThem(const GuardContext &context, const Owner &owner)
{
    const PersonId mover = context.workspace.person();
    OURTABLE_ASSIGN(const bool owns, speaksFor(context.workspace, owner, mover));
    if (owns)
        return true;
    OURTABLE_ASSIGN(const bool coordinator, hasRole(context.workspace, mover, "coordinator"));
    OURTABLE_ASSIGN(const bool present, ownerCanSignIn(context.workspace, owner));
    return coordinator && !present;
}

// Who wants the promise to move there: the mover, and each whose newest update with a state says so.
Result<std::set<PersonId>> whoSaysSo(const GuardContext &context)
{
    namespace fields = kinds::action_update;
    OURTABLE_ASSIGN(std::vector<store::RecordView> updates,
                    recordsNaming(context.workspace, fields::kind, fields::action, context.record));
    std::sort(updates.begin(), updates.end(), [](const store::RecordView &a, const store::RecordView &b) {
        return std::pair(a.createdClock, a.id) < std::pair(b.createdClock, b.id);
    });
    std::set<PersonId> people;
    for (const store::RecordView &update : updates) {
        const std::optional<PersonId> person = personOf(context.workspace, update.createdBy);
        const std::string state = textIn(update.field(fields::new_state));
        if (!person || state.empty())
            continue;
        if (state == context.to)
            people.insert(*person);
        else
            people.erase(*person);
    }
    people.insert(context.workspace.person());
    return people;
}

bool quotes(const GuardContext &context, const store::RecordView &note)
{
    namespace line = kinds::feedback;
    for (const catalogue::FieldNumber words : {kinds::contribution::text, kinds::contribution::translation}) {
        const std::vector<std::string> said = wordsOf(textIn(note.field(words)));
        for (const catalogue::FieldNumber field : {line::you_said, line::what_happened, line::because, line::difference}) {
            if (sharesRun(said, textIn(context.after(field)), kQuotedWords))
                return true;
        }
    }
    return false;
}

Result<bool> mayStandOnLine(const GuardContext &context, const RecordId &record)
{
    OURTABLE_ASSIGN(const std::optional<store::RecordView> note, recordHere(context.workspace, record));
    if (!note || note->kind != kinds::contribution::kind || note->state == "withdrawn")
        return false;
    const std::string permission = textIn(note->field(kinds::contribution::quote_permission));
    if (permission == "anonymous" || permission == "shared_name")
        return true;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> consents,
                    newestConsents(context.workspace, "quote", kinds::consent::contribution, record));
    if (!consents.empty() && std::all_of(consents.begin(), consents.end(), stands))
        return true;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> copies,
                    recordsNaming(context.workspace, kinds::quotation::kind, kinds::quotation::shown_in, context.record));
    const bool copied = std::any_of(copies.begin(), copies.end(), [&](const store::RecordView &copy) {
        return copy.field(kinds::quotation::contribution).id<RecordId>() == record;
    });
    return !copied && !quotes(context, *note);
}

// The same day a year later; 1 March for 29 February.
std::optional<std::int64_t> yearAfter(const std::string &date)
{
    if (!daysOfDate(date))
        return std::nullopt;
    const std::string year = std::to_string(std::stoi(date.substr(0, 4)) + 1);
    const std::optional<std::int64_t> sameDay = daysOfDate(year + date.substr(4));
    return sameDay ? sameDay : daysOfDate(year + "-03-01");
}

} // namespace

Result<bool> ownerOrUnnamed(const GuardContext &context)
{
    OURTABLE_ASSIGN(const Owner owner, ownerOf(context));
    return owner.named ? speaksFor(context.workspace, owner, context.workspace.person()) : Result<bool>(true);
}

Result<bool> ownerOrOnTheirBehalf(const GuardContext &context)
{
    OURTABLE_ASSIGN(const Owner owner, ownerOf(context));
    return ownerOrCoordinatorForThem(context, owner);
}

Result<bool> ownerAndCoordinator(const GuardContext &context)
{
    OURTABLE_ASSIGN(const Owner owner, ownerOf(context));
    OURTABLE_ASSIGN(const std::set<PersonId> people, whoSaysSo(context));
    OURTABLE_ASSIGN(const bool coordinator, someoneHasRole(context.workspace, people, "coordinator"));
    if (!coordinator)
        return false;
    for (const PersonId &person : people) {
        OURTABLE_ASSIGN(const bool owns, speaksFor(context.workspace, owner, person));
        if (owns)
            return true;
    }
    OURTABLE_ASSIGN(const bool present, ownerCanSignIn(context.workspace, owner));
    return !present;
}

Result<bool> laySignOff(const GuardContext &context)
{
    OURTABLE_ASSIGN(const Owner owner, ownerOf(context));
    if (!owner.organisation && textIn(context.after(kinds::action::owner_type)) != "organisation")
        return ownerOrCoordinatorForThem(context, owner);
    std::set<PersonId> signers = peopleIn(context.after(kinds::action::signed_off_by));
    signers.insert(context.workspace.person());
    return someoneHasRole(context.workspace, signers, "lay_partner");
}

Result<bool> quotePermissionHeld(const GuardContext &context)
{
    for (const RecordId &note : recordsIn(context.after(kinds::feedback::contributions))) {
        OURTABLE_ASSIGN(const bool may, mayStandOnLine(context, note));
        if (!may)
            return false;
    }
    return true;
}

Result<bool> becauseGivenUnlessDone(const GuardContext &context)
{
    return textIn(context.after(kinds::feedback::status)) == "done" || isGiven(context.after(kinds::feedback::because));
}

Result<bool> checkedWithPeople(const GuardContext &context)
{
    return isYes(context.after(kinds::feedback::checked_with_people_who_said_it))
        || isGiven(context.after(kinds::feedback::not_checked_because));
}

Result<bool> yearOld(const GuardContext &context)
{
    std::string since = textIn(context.after(kinds::feedback::published_on));
    const auto state = context.before.fields.find(catalogue::kStateField);
    if (since.empty() && state != context.before.fields.end() && !state->second.siblings.empty())
        since = dateOfMilliseconds(sync::millisecondsOfClock(state->second.siblings.front().clock));
    const std::optional<std::int64_t> old = yearAfter(since);
    const std::optional<std::int64_t> today = daysOfDate(dateOfMilliseconds(context.workspace.now()));
    return old && today && *today >= *old;
}

} // namespace ourtable::usecases::guards
