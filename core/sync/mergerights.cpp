#include "core/sync/mergerights.h"

#include <algorithm>

namespace ourtable::sync {
namespace {

using catalogue::Right;
using catalogue::Scope;

struct Held { // rights on one kind, looked up once a change
    const catalogue::Catalogue &catalogue;
    const catalogue::Kind &kind;
    Roles roles;

    bool any(Right right) const { return catalogue.allowed(kind, right, roles).has_value(); }
    Need scoped(Right right) const
    {
        const std::optional<Scope> scope = catalogue.allowed(kind, right, roles);
        return !scope ? Need::Refused : *scope == Scope::Own ? Need::Own : Need::Nothing;
    }
    bool creates() const { return any(Right::Create) || any(Right::WriteSealed); }

    Need edit() const
    {
        const Need change = scoped(Right::Change);
        return change == Need::Refused && creates() ? Need::Creator : change;
    }
    Need step() const { return std::min({scoped(Right::Create), edit()}); }
    Need write(const Write &write) const;
};

bool isAgreement(const catalogue::Kind &kind, const Write &write)
{
    const catalogue::Field *field = kind.field(write.field);
    return field && field->name == "agreed_by";
}

Need Held::write(const Write &write) const
{
    if (write.field == catalogue::kStateField && !kind.states.empty())
        return Need::Nothing; // the table of moves decides
    if (kind.appendOnly)
        return write.field == catalogue::kLifeField ? scoped(Right::Change) : Need::Refused;
    if (write.action == Action::Step)
        return step();
    const Need needed = edit();
    return needed != Need::Nothing && isAgreement(kind, write) ? std::min(needed, scoped(Right::Agree)) : needed;
}

} // namespace

bool isImport(const Body &body, Roles roles)
{
    return body.imported && body.creates && std::find(roles.begin(), roles.end(), kCoordinatorRole) != roles.end();
}

Need needOfData(const catalogue::Catalogue &catalogue, const catalogue::Kind &kind, Roles roles, const Body &body)
{
    const Held held{catalogue, kind, roles};
    if (body.creates)
        return held.creates() || isImport(body, roles) ? Need::Nothing : Need::Refused;
    if (body.writes.empty())
        return held.edit();
    Need strictest = Need::Nothing;
    for (const Write &write : body.writes)
        strictest = std::max(strictest, held.write(write));
    return strictest;
}

bool mayCreateForOthers(const catalogue::Catalogue &catalogue, const catalogue::Kind &kind, Roles roles)
{
    const Held held{catalogue, kind, roles};
    return held.scoped(Right::Create) == Need::Nothing || held.scoped(Right::WriteSealed) == Need::Nothing;
}

Need needOfErase(const catalogue::Catalogue &catalogue, const catalogue::Kind &kind, Roles roles)
{
    const Held held{catalogue, kind, roles};
    if (!kind.erasable)
        return Need::Refused;
    if (held.scoped(Right::Read) == Need::Nothing)
        return Need::Nothing;
    return held.any(Right::Read) || held.creates() ? Need::Creator : Need::Refused;
}

} // namespace ourtable::sync
