#include "core/catalogue/handles.h"
#include "core/usecases/guardfunctions.h"

namespace ourtable::usecases::guards {

namespace kinds = catalogue::kinds;

Result<bool> roundReadyToOpen(const GuardContext &context)
{
    const std::optional<RecordId> role = context.after(kinds::recruitment_round::role_profile).id<RecordId>();
    if (!role)
        return false;
    OURTABLE_ASSIGN(const std::optional<store::RecordView> profile, recordHere(context.workspace, *role));
    if (!profile || profile->kind != kinds::role_profile::kind || profile->state != "published")
        return false;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> parts,
                    recordsNaming(context.workspace, kinds::round_private::kind, kinds::round_private::round, context.record));
    for (const store::RecordView &part : parts) {
        const std::set<PersonId> panel = peopleIn(part.field(kinds::round_private::panel));
        OURTABLE_ASSIGN(const bool lay, someoneHasRole(context.workspace, panel, "lay_partner"));
        if (lay && isGiven(part.field(kinds::round_private::aim)))
            return true;
    }
    return false;
}

Result<bool> roundIsContinuous(const GuardContext &context) { return isYes(context.after(kinds::recruitment_round::continuous)); }

Result<bool> nomineeSaidYes(const GuardContext &context) { return textIn(context.after(kinds::nomination::nominee_agreed)) == "yes"; }

Result<bool> assessedByTwo(const GuardContext &context)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordView> views,
                    recordsNaming(context.workspace, kinds::assessment::kind, kinds::assessment::nomination, context.record));
    std::set<PersonId> readers;
    for (const store::RecordView &view : views)
        readers.merge(peopleIn(view.field(kinds::assessment::assessed_by)));
    return readers.size() >= 2;
}

Result<bool> kindNoGiven(const GuardContext &context)
{
    namespace fields = kinds::nomination;
    return isGiven(context.after(fields::thank_you)) && isGiven(context.after(fields::not_this_time_because))
        && isGiven(context.after(fields::open_door_on));
}

Result<bool> personMade(const GuardContext &context) { return isGiven(context.after(kinds::nomination::became_person)); }

Result<bool> exitConversationSaid(const GuardContext &context)
{
    const std::string said = textIn(context.after(kinds::placement::exit_conversation));
    return said == "done" || said == "not_wanted";
}

} // namespace ourtable::usecases::guards
