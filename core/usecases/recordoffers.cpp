#include "core/usecases/recordoffers.h"

#include <algorithm>

#include "core/usecases/recordscope.h"

namespace ourtable::usecases {
namespace {

using catalogue::Right;
using catalogue::Scope;

Result<bool> holds(Workspace &workspace, const RecordFacts &facts, Right right)
{
    const std::optional<Scope> scope = workspace.catalogue().allowed(facts.kind, right, workspace.roles());
    return scope ? reaches(workspace, *scope, facts) : Result<bool>(false);
}

std::vector<std::string> movesFrom(Workspace &workspace, const RecordFacts &facts, const sync::RecordState &state)
{
    std::vector<std::string> states;
    const Value &shown = state.shown(catalogue::kStateField);
    const std::vector<catalogue::RoleNumber> roles = workspace.roles();
    const bool own = isOwn(workspace, facts);
    for (const std::string &to : facts.kind.states) {
        const catalogue::Move *move = shown.text() ? catalogue::Catalogue::move(facts.kind, *shown.text(), to) : nullptr;
        const bool may = move && std::any_of(move->roles.begin(), move->roles.end(), [&](catalogue::RoleNumber role) {
            const bool personal = role == catalogue::kOwnerRole || role == catalogue::kAuthorRole;
            return personal ? own : std::find(roles.begin(), roles.end(), role) != roles.end();
        });
        if (may)
            states.push_back(to);
    }
    return states;
}

} // namespace

Result<RecordOffers> offersFor(Workspace &workspace, const RecordId &record)
{
    OURTABLE_ASSIGN(const sync::RecordState state, workspace.state(record));
    RecordOffers offers;
    if (state.erased)
        return offers;
    const catalogue::Kind &kind = *workspace.catalogue().kind(state.kind);
    const RecordFacts facts = factsOf(workspace, kind, record, state);
    OURTABLE_ASSIGN(const bool change, holds(workspace, facts, Right::Change));
    OURTABLE_ASSIGN(const bool agree, holds(workspace, facts, Right::Agree));
    const bool correction = isOwn(workspace, facts)
        && (workspace.may(kind, Right::Create) || workspace.may(kind, Right::WriteSealed));
    offers.remove = (change || correction) && !kind.appendOnly;
    OURTABLE_ASSIGN(const bool read, holds(workspace, facts, Right::Read));
    offers.takeBack = kind.erasable && (read || isOwn(workspace, facts));
    if (state.hidden)
        return offers;
    offers.change = offers.remove;
    offers.agree = (offers.change || agree) && kind.field(std::string_view("agreed_by"));
    offers.moves = movesFrom(workspace, facts, state);
    return offers;
}

CreateOffer createOffer(Workspace &workspace, const catalogue::Kind &kind)
{
    const std::vector<catalogue::RoleNumber> roles = workspace.roles();
    if (workspace.may(kind, Right::WriteSealed))
        return {true, false};
    const std::optional<Scope> scope = workspace.catalogue().allowed(kind, Right::Create, roles);
    return {scope.has_value(), scope == Scope::Own};
}

} // namespace ourtable::usecases
