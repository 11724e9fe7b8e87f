#include "core/usecases/recordscope.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/guardfunctions.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;

std::optional<RecordId> recordIn(const RecordFacts &facts, catalogue::FieldNumber field)
{
    return facts.field(field).id<RecordId>();
}

// Through the record that it belongs to; what that is not here for is nobody's.
Result<bool> throughParent(Workspace &workspace, const RecordFacts &facts, catalogue::FieldNumber parentField)
{
    const std::optional<RecordId> parent = recordIn(facts, parentField);
    if (!parent)
        return false;
    OURTABLE_ASSIGN(const std::optional<store::RecordView> view, workspace.projection().get(*parent));
    const catalogue::Kind *kind = view ? workspace.catalogue().kind(view->kind) : nullptr;
    return kind ? reaches(workspace, catalogue::Scope::Linked, factsOf(workspace, *kind, *view)) : Result<bool>(false);
}

// A lead's worry names it; or nobody follows it up, so that every peer worker may take it on.
Result<bool> supportNeed(Workspace &workspace, const RecordFacts &facts)
{
    OURTABLE_ASSIGN(const bool peerWorker, guards::hasRole(workspace, workspace.person(), "peer_worker"));
    if (peerWorker && facts.field(kinds::support_need::follow_up_by).isNull())
        return true;
    OURTABLE_ASSIGN(const bool lead, guards::hasRole(workspace, workspace.person(), "safeguarding_lead"));
    if (!lead)
        return false;
    namespace concern = kinds::safeguarding_concern;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> concerns,
                    guards::recordsNaming(workspace, concern::kind, concern::linked_support_need, facts.record));
    return !concerns.empty();
}

// Nobody on a panel reads another's view before their own is in.
Result<bool> assessment(Workspace &workspace, const RecordFacts &facts)
{
    namespace view = kinds::assessment;
    const std::optional<RecordId> nomination = recordIn(facts, view::nomination);
    if (!nomination)
        return false;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> views,
                    guards::recordsNaming(workspace, view::kind, view::nomination, *nomination));
    return std::any_of(views.begin(), views.end(), [&](const store::RecordView &one) {
        return guards::peopleIn(one.field(view::assessed_by)).contains(workspace.person());
    });
}

// The promise of an organisation is that of everybody whose Person record names it.
Result<bool> promiseOfOneself(Workspace &workspace, const RecordFacts &facts)
{
    const std::optional<RecordId> owner = recordIn(facts, kinds::action::owner);
    OURTABLE_ASSIGN(const std::optional<store::RecordView> me, guards::recordHere(workspace, RecordId{workspace.person().octets}));
    return owner && me && me->field(kinds::person::organisation).id<RecordId>() == owner;
}

Result<bool> isLinked(Workspace &workspace, const RecordFacts &facts)
{
    switch (facts.kind.number) {
    case kinds::access_needs::kind:
        return facts.field(kinds::access_needs::share_with) == Value(std::string("everyone"));
    case kinds::support_need::kind: return supportNeed(workspace, facts);
    case kinds::support_consent::kind: return throughParent(workspace, facts, kinds::support_consent::support_need);
    case kinds::assessment::kind: return assessment(workspace, facts);
    case kinds::action::kind: return promiseOfOneself(workspace, facts);
    case kinds::development_plan::kind: {
        const std::optional<RecordId> person = recordIn(facts, kinds::development_plan::person);
        return person ? guards::hasRole(workspace, PersonId{person->octets}, "peer_worker") : Result<bool>(false);
    }
    default: return facts.kind.parentField ? throughParent(workspace, facts, facts.kind.parentField) : Result<bool>(false);
    }
}

} // namespace

RecordFacts factsOf(const Workspace &workspace, const catalogue::Kind &kind, const store::RecordView &view)
{
    return {kind, view.id, guards::personOf(workspace, view.createdBy),
            [&view](catalogue::FieldNumber number) { return view.field(number); }};
}

RecordFacts factsOf(const Workspace &workspace, const catalogue::Kind &kind, const RecordId &record,
                    const sync::RecordState &state)
{
    return {kind, record, guards::personOf(workspace, state.createdBy),
            [&state](catalogue::FieldNumber number) { return state.shown(number); }};
}

bool isOwn(const Workspace &workspace, const RecordFacts &facts)
{
    const PersonId me = workspace.person();
    const bool aboutMe = facts.kind.number == kinds::person::kind ? facts.record.octets == me.octets
        : facts.kind.ownerField != 0 && facts.field(facts.kind.ownerField).id<PersonId>() == me;
    return aboutMe || facts.createdBy == me;
}

Result<bool> reaches(Workspace &workspace, catalogue::Scope scope, const RecordFacts &facts)
{
    if (scope == catalogue::Scope::All || isOwn(workspace, facts))
        return true;
    return scope == catalogue::Scope::Linked ? isLinked(workspace, facts) : Result<bool>(false);
}

} // namespace ourtable::usecases
