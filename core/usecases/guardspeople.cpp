#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/guardfunctions.h"

namespace ourtable::usecases::guards {
namespace {

namespace kinds = catalogue::kinds;

bool inUse(const sync::EndpointState &endpoint, std::int64_t now)
{
    const sync::EndpointVersion &version = endpoint.now();
    return version.active && (version.until == 0 || version.until > now);
}

template <class Collection>
bool contains(const Collection &collection, catalogue::RoleNumber role)
{
    return std::find(collection.begin(), collection.end(), role) != collection.end();
}

bool recordSays(const store::RecordView &person, std::string_view role)
{
    if (person.state == "left")
        return false;
    const ValueArray *others = person.field(kinds::person::other_roles).array();
    return textIn(person.field(kinds::person::role)) == role
        || (others && std::any_of(others->begin(), others->end(), [&](const Value &other) { return textIn(other) == role; }));
}

} // namespace

std::optional<PersonId> personOf(const Workspace &workspace, const EndpointId &endpoint)
{
    const sync::EndpointState *known = workspace.directory().endpoint(endpoint);
    return known ? std::optional(known->person) : std::nullopt;
}

bool canSignIn(const Workspace &workspace, const PersonId &person)
{
    const auto &endpoints = workspace.directory().endpoints();
    return std::any_of(endpoints.begin(), endpoints.end(), [&](const auto &endpoint) {
        return endpoint.second.person == person && inUse(endpoint.second, workspace.now());
    });
}

Result<bool> hasRole(Workspace &workspace, const PersonId &person, std::string_view role)
{
    const catalogue::Role *known = workspace.catalogue().role(role);
    if (!known)
        return Error{ErrorCode::Internal, "role " + std::string(role)};
    if (person == workspace.person())
        return contains(workspace.roles(), known->number);
    bool anyInUse = false;
    for (const auto &[id, endpoint] : workspace.directory().endpoints()) {
        if (endpoint.person != person || !inUse(endpoint, workspace.now()))
            continue;
        if (contains(endpoint.now().roles, known->number))
            return true;
        anyInUse = true;
    }
    if (anyInUse)
        return false;
    OURTABLE_ASSIGN(const std::optional<store::RecordView> record, recordHere(workspace, RecordId{person.octets}));
    return record && record->kind == kinds::person::kind && recordSays(*record, role);
}

Result<bool> someoneHasRole(Workspace &workspace, const std::set<PersonId> &people, std::string_view role)
{
    for (const PersonId &person : people) {
        OURTABLE_ASSIGN(const bool has, hasRole(workspace, person, role));
        if (has)
            return true;
    }
    return false;
}

std::set<PersonId> peopleIn(const Value &references)
{
    std::set<PersonId> people;
    for (const RecordId &record : recordsIn(references))
        people.insert(PersonId{record.octets});
    return people;
}

bool twoDifferent(const std::set<PersonId> &one, const std::set<PersonId> &other)
{
    if (one.empty() || other.empty())
        return false;
    return one.size() > 1 || other.size() > 1 || *one.begin() != *other.begin();
}

} // namespace ourtable::usecases::guards
