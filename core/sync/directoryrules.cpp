#include "core/sync/directoryrules.h"

#include <algorithm>

#include "core/sync/replica.h"

namespace ourtable::sync {
namespace {

Error broken(const char *rule) { return {ErrorCode::DirectoryBroken, rule}; }

bool hasRole(const std::vector<std::uint8_t> &roles, std::uint8_t role)
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

} // namespace

Result<void> DirectoryRules::check(const DirectoryEntry &entry, const crypto::VerifyKey *expectedRoot) const
{
    if (entry.seq != m_directory.size())
        return broken("sequence");
    if (entry.previous != m_directory.head())
        return broken("previous hash");
    const auto *root = std::get_if<RootInit>(&entry.body);
    if ((root != nullptr) != m_directory.empty())
        return broken("root entry");
    if (root && expectedRoot && root->rootKey != *expectedRoot)
        return broken("another root");
    OURTABLE_TRY(checkSignatures(entry));
    return std::visit([this](const auto &body) { return checkBody(body); }, entry.body);
}

Result<void> DirectoryRules::checkSignatures(const DirectoryEntry &entry) const
{
    const Hash transcript = entry.transcript();
    std::set<PersonId> people;
    bool byRoot = false;
    for (const EntrySignature &signature : entry.signatures) {
        if (signature.signer.isZero()) {
            const auto *root = std::get_if<RootInit>(&entry.body);
            const crypto::VerifyKey &key = root ? root->rootKey : m_directory.root().rootKey;
            if (byRoot || !crypto::verify(key, transcript, signature.signature))
                return broken("root signature");
            byRoot = true;
            continue;
        }
        const EndpointState *signer = m_directory.endpoint(signature.signer);
        if (!signer || !signer->now().active || !hasRole(signer->now().roles, kCoordinatorRole))
            return broken("signer is no coordinator");
        if (signer->now().until != 0 && entry.time > signer->now().until)
            return broken("signer's time is over");
        if (!crypto::verify(signer->key, transcript, signature.signature))
            return broken("signature");
        people.insert(signer->person);
    }
    const std::size_t voices = people.size() + (byRoot ? 1 : 0);
    if (std::holds_alternative<RootInit>(entry.body) ? !byRoot : voices == 0)
        return broken("unsigned");
    if (needsTwoPeople(entry) && voices < 2)
        return broken("two signatures");
    return {};
}

bool DirectoryRules::needsTwoPeople(const DirectoryEntry &entry) const
{
    if (m_directory.coordinators() < 2)
        return false;
    if (const auto *added = std::get_if<EndpointAdd>(&entry.body))
        return hasRole(added->roles, kCoordinatorRole);
    if (const auto *changed = std::get_if<EndpointChange>(&entry.body)) {
        const EndpointState *endpoint = m_directory.endpoint(changed->endpoint);
        return hasRole(changed->roles, kCoordinatorRole) && endpoint && !hasRole(endpoint->now().roles, kCoordinatorRole);
    }
    return std::holds_alternative<HubPins>(entry.body);
}

Result<void> DirectoryRules::checkBody(const RootInit &body) const
{
    if (body.programme.isZero() || !crypto::isUsable(body.rootKey) || !crypto::isUsable(body.recoveryKey))
        return broken("root keys");
    return {};
}

Result<void> DirectoryRules::checkBody(const DeviceAdd &body) const
{
    if (!crypto::isUsable(body.key))
        return broken("device key");
    if (m_directory.device(deviceIdOf(body.key)))
        return broken("device exists");
    return {};
}

Result<void> DirectoryRules::checkGrants(const std::vector<Grant> &grants) const
{
    const bool known = std::all_of(grants.begin(), grants.end(), [this](const Grant &grant) {
        return m_directory.circle(grant.circle) != nullptr;
    });
    return known ? Result<void>() : broken("unknown circle");
}

Result<void> DirectoryRules::checkBody(const EndpointAdd &body) const
{
    if (!crypto::isUsable(body.key) || !crypto::isUsable(body.box))
        return broken("endpoint key");
    const EndpointId id = endpointIdOf(body.key);
    const bool boxKnown = std::any_of(m_directory.endpoints().begin(), m_directory.endpoints().end(),
                                      [&](const auto &known) { return known.second.box == body.box; });
    if (m_directory.endpoint(id) || boxKnown)
        return broken("endpoint exists");
    const DeviceState *device = m_directory.device(body.device);
    if (!device || device->revoked)
        return broken("endpoint's device");
    if (body.person.isZero() || body.roles.empty())
        return broken("endpoint's person");
    return checkGrants(body.grants);
}

bool DirectoryRules::mayRevoke(const EndpointState &endpoint) const
{
    // The last coordinator cannot be switched off: nobody could sign anything any more.
    if (!hasRole(endpoint.now().roles, kCoordinatorRole))
        return true;
    std::size_t active = 0;
    for (const auto &[id, other] : m_directory.endpoints())
        active += other.now().active && hasRole(other.now().roles, kCoordinatorRole) ? 1 : 0;
    return active > 1;
}

Result<void> DirectoryRules::checkBody(const EndpointChange &body) const
{
    const EndpointState *endpoint = m_directory.endpoint(body.endpoint);
    if (!endpoint || !endpoint->now().active)
        return broken("unknown endpoint");
    if (body.roles.empty() || (!hasRole(body.roles, kCoordinatorRole) && !mayRevoke(*endpoint)))
        return broken("last coordinator");
    return checkGrants(body.grants);
}

Result<void> DirectoryRules::checkBody(const EndpointRevoke &body) const
{
    const EndpointState *endpoint = m_directory.endpoint(body.endpoint);
    if (!endpoint || !endpoint->now().active)
        return broken("unknown endpoint");
    return mayRevoke(*endpoint) ? Result<void>() : broken("last coordinator");
}

Result<void> DirectoryRules::checkBody(const DeviceRevoke &body) const
{
    const DeviceState *device = m_directory.device(body.device);
    if (!device || device->revoked)
        return broken("unknown device");
    std::size_t coordinatorsElsewhere = 0;
    bool coordinatorHere = false;
    for (const auto &[id, endpoint] : m_directory.endpoints()) {
        if (!endpoint.now().active || !hasRole(endpoint.now().roles, kCoordinatorRole))
            continue;
        coordinatorHere |= endpoint.device == body.device;
        coordinatorsElsewhere += endpoint.device == body.device ? 0 : 1;
    }
    return coordinatorHere && coordinatorsElsewhere == 0 ? broken("last coordinator") : Result<void>();
}

Result<void> DirectoryRules::checkBody(const CircleCreate &body) const
{
    if (body.circle.isZero() || m_directory.circle(body.circle))
        return broken("circle exists");
    return {};
}

Result<void> DirectoryRules::checkBody(const EpochStart &body) const
{
    const CircleState *circle = m_directory.circle(body.circle);
    if (!circle)
        return broken("unknown circle");
    if (body.epoch != circle->epoch() + 1)
        return broken("epoch number");
    if (body.members != membersHash(m_directory.readersOf(body.circle)))
        return broken("members");
    if (body.commitment.isZero() || !crypto::isUsable(body.circleBox))
        return broken("epoch key");
    // Recovery counts beside one holder only until a circle has had a second person (design README 8, Founding).
    const std::size_t holders = m_directory.holdersOf(body.circle);
    if (holders < (circle->hadTwoHolders ? 2u : 1u))
        return broken("holders");
    return {};
}

Result<void> DirectoryRules::checkBody(const HubPins &body) const
{
    return body.caPins.empty() ? broken("hub pins") : Result<void>();
}

} // namespace ourtable::sync
