#include <algorithm>
#include <limits>

#include "core/catalogue/handles.h"
#include "core/usecases/guardfunctions.h"

namespace ourtable::usecases::guards {
namespace {

namespace kinds = catalogue::kinds;

// Whether the field is given, and nothing of the other one is newer.
bool writtenAfter(const GuardContext &context, catalogue::FieldNumber field, catalogue::FieldNumber other)
{
    const Value value = context.after(field);
    if (!isGiven(value))
        return false;
    const auto held = context.before.fields.find(field);
    if (held == context.before.fields.end() || held->second.siblings.empty() || held->second.shown != value)
        return true; // written in this very change
    const auto before = context.before.fields.find(other);
    return before == context.before.fields.end() || before->second.siblings.empty()
        || before->second.siblings.front().clock < held->second.siblings.front().clock;
}

// What tells versions of one thing from another thing, and one version from the next.
struct Version {
    std::string thing; // empty = does not say
    std::optional<std::int64_t> number;
    std::string agreedOn;
};

template <class ValueOfField>
Version versionOf(bool isAgreement, ValueOfField valueOf)
{
    const Value number = valueOf(isAgreement ? kinds::agreement::version : kinds::role_profile::version);
    return {textIn(valueOf(isAgreement ? kinds::agreement::collaborative : kinds::role_profile::title)),
            number.integer() ? std::optional(*number.integer()) : std::nullopt,
            isAgreement ? textIn(valueOf(kinds::agreement::agreed_on)) : std::string()};
}

bool isNewer(const Version &one, const Version &other, bool isAgreement)
{
    const bool oneThing = one.thing == other.thing || (isAgreement && (one.thing.empty() || other.thing.empty()));
    if (!oneThing)
        return false;
    if (one.number && other.number)
        return *one.number > *other.number;
    return !other.agreedOn.empty() && one.agreedOn > other.agreedOn;
}

bool hasLivedExperience(const store::RecordView &person)
{
    const std::string experience = textIn(person.field(kinds::person::experience));
    return experience == "lived" || experience == "both";
}

} // namespace

Result<bool> layAndCoordinator(const GuardContext &context)
{
    const catalogue::Field *agreedBy = context.kind.field(std::string_view("agreed_by"));
    std::set<PersonId> people = agreedBy ? peopleIn(context.after(agreedBy->number)) : std::set<PersonId>();
    people.insert(context.workspace.person());
    std::set<PersonId> lay;
    std::set<PersonId> coordinators;
    for (const PersonId &person : people) {
        OURTABLE_ASSIGN(const bool isLay, hasRole(context.workspace, person, "lay_partner"));
        OURTABLE_ASSIGN(const bool isCoordinator, hasRole(context.workspace, person, "coordinator"));
        if (isLay)
            lay.insert(person);
        if (isCoordinator)
            coordinators.insert(person);
    }
    return twoDifferent(lay, coordinators);
}

Result<bool> mixedPair(const GuardContext &context)
{
    std::set<PersonId> lived;
    std::set<PersonId> fromOrganisation;
    for (const PersonId &person : peopleIn(context.after(kinds::activity_review::reviewed_by))) {
        OURTABLE_ASSIGN(const std::optional<store::RecordView> record, recordHere(context.workspace, RecordId{person.octets}));
        if (!record || record->kind != kinds::person::kind)
            continue;
        if (hasLivedExperience(*record))
            lived.insert(person);
        bool works = isGiven(record->field(kinds::person::organisation));
        for (const std::string_view role : {"professional", "coordinator", "admin"}) {
            OURTABLE_ASSIGN(const bool has, hasRole(context.workspace, person, role));
            works = works || has;
        }
        if (works)
            fromOrganisation.insert(person);
    }
    return twoDifferent(lived, fromOrganisation);
}

Result<bool> becauseGiven(const GuardContext &context)
{
    const catalogue::Field *because = context.kind.field(std::string_view("because"));
    return because && isGiven(context.after(because->number));
}

Result<bool> newerVersionStands(const GuardContext &context)
{
    const bool isAgreement = context.kind.number == kinds::agreement::kind;
    const Version old = versionOf(isAgreement, context.after);
    store::Query standing;
    standing.kind = context.kind.number;
    standing.filters.push_back({catalogue::kStateField, store::Comparison::Equal, isAgreement ? "in_force" : "published"});
    standing.limit = std::numeric_limits<std::int32_t>::max();
    OURTABLE_ASSIGN(const std::vector<store::RecordView> others, context.workspace.find(standing));
    return std::any_of(others.begin(), others.end(), [&](const store::RecordView &other) {
        const auto valueOf = [&](catalogue::FieldNumber field) -> const Value & { return other.field(field); };
        return other.id != context.record && isNewer(versionOf(isAgreement, valueOf), old, isAgreement);
    });
}

Result<bool> challengeSaid(const GuardContext &context)
{
    return writtenAfter(context, kinds::activity_review::challenge, kinds::activity_review::challenge_answer);
}

Result<bool> challengeAnswered(const GuardContext &context)
{
    return writtenAfter(context, kinds::activity_review::challenge_answer, kinds::activity_review::challenge);
}

Result<bool> evidenceMayBeUsed(const GuardContext &context)
{
    namespace fields = kinds::evidence_item;
    const std::string kind = textIn(context.after(fields::kind_));
    const Value agreed = context.after(fields::agreed_to_use);
    if ((agreed.boolean() && !*agreed.boolean()) || (kind == "interview" && !isYes(agreed)))
        return false;
    return kind != "evidence_base" || isGiven(context.after(fields::does_not_tell_us));
}

Result<bool> layPartnerWrote(const GuardContext &context)
{
    return someoneHasRole(context.workspace, peopleIn(context.after(kinds::guide_page::written_with)), "lay_partner");
}

} // namespace ourtable::usecases::guards
