#include "core/catalogue/catalogue.h"

#include <algorithm>

#include "core/catalogue/builder.h"

namespace ourtable::catalogue {
namespace {

template <class Range, class Wanted, class Member>
auto *found(Range &range, const Wanted &wanted, Member member)
{
    const auto at = std::ranges::find(range, wanted, member);
    return at == range.end() ? nullptr : &*at;
}

int width(Scope scope) { return scope == Scope::All ? 2 : scope == Scope::Linked ? 1 : 0; }

} // namespace

const Term *Vocabulary::find(std::string_view code) const { return found(terms, code, &Term::code); }

const Field *Kind::field(std::string_view wanted) const { return found(fields, wanted, &Field::name); }
const Field *Kind::field(FieldNumber wanted) const { return found(fields, wanted, &Field::number); }

const Catalogue &Catalogue::builtIn()
{
    static const std::shared_ptr<const Catalogue> held = [] {
        CatalogueBuilder builder;
        builder.makeKinds();
        return builder.take();
    }();
    return *held;
}

const Kind *Catalogue::kind(KindNumber number) const { return found(m_kinds, number, &Kind::number); }
const Kind *Catalogue::kind(std::string_view name) const { return found(m_kinds, name, &Kind::name); }

const Vocabulary *Catalogue::vocabulary(std::string_view name) const
{
    return found(m_vocabularies, name, &Vocabulary::name);
}

const Role *Catalogue::role(std::string_view code) const { return found(m_roles, code, &Role::code); }
const Role *Catalogue::role(RoleNumber number) const { return found(m_roles, number, &Role::number); }

const CircleKind *Catalogue::circle(CircleNumber number) const { return found(m_circles, number, &CircleKind::number); }
const CircleKind *Catalogue::circle(std::string_view code) const { return found(m_circles, code, &CircleKind::code); }

std::optional<Scope> Catalogue::allowed(const Kind &kind, Right right, std::span<const RoleNumber> roles) const
{
    std::optional<Scope> widest;
    for (const Permission &permission : kind.permissions) {
        if (permission.right != right || std::ranges::find(roles, permission.role) == roles.end())
            continue;
        if (!widest || width(permission.scope) > width(*widest))
            widest = permission.scope;
    }
    return widest;
}

const Move *Catalogue::move(const Kind &kind, std::string_view from, std::string_view to)
{
    const auto isState = [&kind](std::string_view state) {
        return std::ranges::find(kind.states, state) != kind.states.end();
    };
    if (from == to || !isState(from) || !isState(to))
        return nullptr;
    const Move *any = nullptr;
    for (const Move &move : kind.moves) {
        if (move.to != to)
            continue;
        if (move.from == from)
            return &move;
        if (move.from == "*")
            any = &move;
    }
    return any;
}

} // namespace ourtable::catalogue
