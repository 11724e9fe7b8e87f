#include <algorithm>
#include <limits>

#include "core/catalogue/handles.h"
#include "core/sync/hybridclock.h"
#include "core/usecases/guardfunctions.h"

namespace ourtable::usecases::guards {
namespace {

namespace kinds = catalogue::kinds;

constexpr std::int64_t kTenMinutes = 10 * 60 * 1000; // milliseconds

// How a note stands with those who could be known by it.
struct Identity {
    bool couldIdentify = false;
    bool notesOnly = false;
    bool settled = false;

    [[nodiscard]] bool isSafe() const { return !couldIdentify || notesOnly || settled; }
};

template <class ValueOfField>
Identity identityOf(ValueOfField valueOf)
{
    const std::string settled = textIn(valueOf(kinds::contribution::identity_settled));
    return {isYes(valueOf(kinds::contribution::could_identify)),
            textIn(valueOf(kinds::contribution::quote_permission)) == "notes_only",
            settled == "reworded" || settled == "agreed"};
}

// Who wrote the field's value as it will be: the mover when the change sets it.
std::optional<PersonId> writerOf(const GuardContext &context, catalogue::FieldNumber field)
{
    const auto held = context.before.fields.find(field);
    if (held == context.before.fields.end() || held->second.siblings.empty() || held->second.shown != context.after(field))
        return context.workspace.person();
    return personOf(context.workspace, held->second.siblings.front().author);
}

bool shows(const GuardContext &context, const std::vector<std::string> &words)
{
    namespace fields = kinds::resource;
    for (const catalogue::FieldNumber field : {fields::name, fields::offer, fields::access, fields::contact_via}) {
        if (sharesRun(words, textIn(context.after(field)), words.size()))
            return true;
    }
    return false;
}

// The last so many words of a name; nothing when the name has no such number, or ends like no name ("the table", "Tom B").
std::vector<std::string> endOf(const std::string &name, std::size_t count)
{
    const std::size_t space = name.find_last_of(' ');
    const std::string last = space == std::string::npos ? std::string() : name.substr(space + 1);
    const std::vector<std::string> words = wordsOf(name);
    if (words.size() < 2 || words.back().size() < 2 || (last.front() >= 'a' && last.front() <= 'z'))
        return {};
    return {words.end() - static_cast<std::ptrdiff_t>(count), words.end()};
}

Result<bool> showsAnySurname(const GuardContext &context, const std::vector<store::RecordView> &consents)
{
    for (const store::RecordView &consent : consents) {
        if (shows(context, endOf(textIn(consent.field(kinds::consent::given_by)), 1)))
            return true;
    }
    store::Query everybody;
    everybody.kind = kinds::person::kind;
    everybody.limit = std::numeric_limits<std::int32_t>::max();
    OURTABLE_ASSIGN(const std::vector<store::RecordView> people, context.workspace.find(everybody));
    return std::any_of(people.begin(), people.end(), [&](const store::RecordView &person) {
        return shows(context, endOf(textIn(person.field(kinds::person::name)), 2));
    });
}

} // namespace

Result<bool> secondPerson(const GuardContext &context)
{
    const PersonId mover = context.workspace.person();
    const std::optional<PersonId> author = personOf(context.workspace, context.before.createdBy);
    if (!author || *author == mover) // not known: written in this very change
        return false;
    return context.kind.number != kinds::contribution::kind
        || context.after(kinds::contribution::noted_by).id<PersonId>() != mover;
}

Result<bool> twoPeople(const GuardContext &context)
{
    return peopleIn(context.after(kinds::reflection::written_by)).size() >= 2;
}

Result<bool> withinTenMinutes(const GuardContext &context)
{
    const auto state = context.before.fields.find(catalogue::kStateField);
    if (state == context.before.fields.end() || state->second.siblings.empty())
        return false;
    const std::int64_t opened = sync::millisecondsOfClock(state->second.siblings.front().clock);
    const std::int64_t age = context.workspace.now() - opened;
    if (age <= -kTenMinutes || age >= kTenMinutes)
        return false;
    store::Query notes;
    notes.kind = kinds::contribution::kind;
    notes.filters.push_back({kinds::contribution::gathering, store::Comparison::Equal, context.record});
    notes.includeHidden = true;
    notes.includeErased = true;
    OURTABLE_ASSIGN(const std::int64_t count, context.workspace.count(notes));
    return count == 0;
}

Result<bool> closeQuestionsAnswered(const GuardContext &context)
{
    namespace fields = kinds::gathering;
    for (const catalogue::FieldNumber question : {fields::ground_rules_read, fields::notes_explained, fields::photo}) {
        if (!isGiven(context.after(question)))
            return false;
    }
    namespace heads = kinds::headcount_tally;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> counts,
                    recordsNaming(context.workspace, heads::kind, heads::gathering, context.record));
    for (const catalogue::FieldNumber group :
         {heads::lived_experience, heads::carers, heads::local_people, heads::staff, heads::did_not_say}) {
        if (std::any_of(counts.begin(), counts.end(), [&](const auto &count) { return isGiven(count.field(group)); }))
            return true;
    }
    return false;
}

Result<bool> gatheringReadyToPublish(const GuardContext &context)
{
    if (!isYes(context.after(kinds::gathering::ground_rules_read)) || !isYes(context.after(kinds::gathering::notes_explained)))
        return false;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> notes,
                    recordsNaming(context.workspace, kinds::contribution::kind, kinds::contribution::gathering, context.record));
    return std::all_of(notes.begin(), notes.end(), [](const store::RecordView &note) {
        const auto valueOf = [&](catalogue::FieldNumber field) -> const Value & { return note.field(field); };
        return note.state == "withdrawn" || identityOf(valueOf).isSafe();
    });
}

Result<bool> gatheringPublished(const GuardContext &context)
{
    const std::optional<RecordId> gathering = context.after(kinds::contribution::gathering).id<RecordId>();
    if (!gathering)
        return false;
    OURTABLE_ASSIGN(const std::optional<store::RecordView> here, recordHere(context.workspace, *gathering));
    return here && here->kind == kinds::gathering::kind && here->state == "published";
}

Result<bool> tidyUpDone(const GuardContext &context)
{
    return isGiven(context.after(kinds::contribution::theme)) && isGiven(context.after(kinds::contribution::level));
}

Result<bool> identitySettled(const GuardContext &context) { return identityOf(context.after).isSafe(); }

Result<bool> twoGatherings(const GuardContext &context)
{
    std::size_t notes = 0;
    std::set<RecordId> gatherings;
    for (const RecordId &record : recordsIn(context.after(kinds::need_statement::contributions))) {
        OURTABLE_ASSIGN(const std::optional<store::RecordView> note, recordHere(context.workspace, record));
        if (!note || note->kind != kinds::contribution::kind || note->state == "withdrawn")
            continue;
        ++notes;
        gatherings.merge(recordsIn(note->field(kinds::contribution::gathering)));
    }
    if (notes >= 2 && gatherings.size() >= 2)
        return true;
    if (!isGiven(context.after(kinds::need_statement::fewer_because)))
        return false;
    const std::optional<PersonId> writer = writerOf(context, kinds::need_statement::fewer_because);
    return writer ? hasRole(context.workspace, *writer, "coordinator") : Result<bool>(false);
}

Result<bool> personAgreedToBeListed(const GuardContext &context)
{
    if (textIn(context.after(kinds::resource::asset_type)) != "person")
        return true;
    std::vector<store::RecordView> consents;
    if (const std::optional<RecordId> named = context.after(kinds::resource::consent).id<RecordId>()) {
        OURTABLE_ASSIGN(std::optional<store::RecordView> consent, recordHere(context.workspace, *named));
        if (consent && textIn(consent->field(kinds::consent::about)) == "contact_me")
            consents.push_back(std::move(*consent));
    } else {
        OURTABLE_ASSIGN(consents, newestConsents(context.workspace, "contact_me", kinds::consent::resource, context.record));
    }
    if (consents.empty() || !std::all_of(consents.begin(), consents.end(), stands))
        return false;
    OURTABLE_ASSIGN(const bool surname, showsAnySurname(context, consents));
    return !surname;
}

} // namespace ourtable::usecases::guards
