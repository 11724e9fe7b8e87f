#include "core/sync/directory.h"

#include <algorithm>

#include "core/sync/directoryrules.h"
#include "core/sync/replica.h"

namespace ourtable::sync {
namespace {

const Grant *grantOf(const std::vector<Grant> &grants, const CircleId &circle)
{
    const auto at = std::find_if(grants.begin(), grants.end(), [&](const Grant &grant) { return grant.circle == circle; });
    return at == grants.end() ? nullptr : &*at;
}

bool reads(const std::vector<Grant> &grants, const CircleId &circle)
{
    const Grant *grant = grantOf(grants, circle);
    return grant && grant->mode == CircleMode::Reader;
}

template <class Map, class Id>
auto findIn(const Map &map, const Id &id) -> const typename Map::mapped_type *
{
    const auto at = map.find(id);
    return at == map.end() ? nullptr : &at->second;
}

} // namespace

const EndpointVersion *EndpointState::at(std::uint64_t seq) const
{
    const auto after = std::upper_bound(versions.begin(), versions.end(), seq,
                                        [](std::uint64_t wanted, const EndpointVersion &version) { return wanted < version.fromSeq; });
    return after == versions.begin() ? nullptr : &*std::prev(after);
}

Result<void> Directory::append(ByteView octets, const crypto::VerifyKey *expectedRoot)
{
    OURTABLE_ASSIGN(const DirectoryEntry entry, DirectoryEntry::decode(octets));
    OURTABLE_TRY(DirectoryRules(*this).check(entry, expectedRoot));
    apply(entry);
    return {};
}

void Directory::apply(const DirectoryEntry &entry)
{
    std::visit([&](const auto &body) { applyOne(body, entry.seq); }, entry.body);
    m_head = entry.hash();
    m_heads.emplace(membershipHeadOf(m_head), entry.seq);
    noteHolders();
}

void Directory::applyOne(const RootInit &body, std::uint64_t)
{
    m_root = body;
    m_hubPins = {body.hubCaPin};
}

void Directory::applyOne(const DeviceAdd &body, std::uint64_t)
{
    const DeviceId id = deviceIdOf(body.key);
    m_devices.emplace(id, DeviceState{id, body.key, std::nullopt, 0});
}

void Directory::applyOne(const EndpointAdd &body, std::uint64_t seq)
{
    EndpointState made{endpointIdOf(body.key), body.key, body.box, body.device, body.person, {}, std::nullopt, {}};
    made.versions.push_back({seq, true, body.roles, body.grants, body.until});
    m_endpoints.emplace(made.id, std::move(made));
}

void Directory::applyOne(const EndpointChange &body, std::uint64_t seq)
{
    EndpointState &endpoint = m_endpoints.at(body.endpoint);
    markRotation(endpoint.now().grants, body.grants);
    endpoint.versions.push_back({seq, true, body.roles, body.grants, body.until});
}

void Directory::applyOne(const EndpointRevoke &body, std::uint64_t seq)
{
    deactivate(m_endpoints.at(body.endpoint), body.reason, body.ends, seq);
}

void Directory::applyOne(const DeviceRevoke &body, std::uint64_t seq)
{
    DeviceState &device = m_devices.at(body.device);
    device.revoked = body;
    device.revokedBy = seq;
    for (auto &[id, endpoint] : m_endpoints) {
        if (endpoint.device == body.device && endpoint.now().active)
            deactivate(endpoint, body.reason, body.ends, seq);
    }
}

void Directory::applyOne(const CircleCreate &body, std::uint64_t)
{
    m_circles.emplace(body.circle, CircleState{body.circle, body.kind, body.history, {}, false, false});
}

void Directory::applyOne(const EpochStart &body, std::uint64_t)
{
    CircleState &circle = m_circles.at(body.circle);
    circle.epochs.emplace(body.epoch, body);
    circle.rotationDue = false;
}

void Directory::applyOne(const HubPins &body, std::uint64_t) { m_hubPins = body.caPins; }

void Directory::deactivate(EndpointState &endpoint, LeaveReason reason, const std::vector<ChainEnd> &ends, std::uint64_t seq)
{
    markRotation(endpoint.now().grants, {});
    EndpointVersion version = endpoint.now();
    version.fromSeq = seq;
    version.active = false;
    endpoint.versions.push_back(std::move(version));
    endpoint.left = reason;
    endpoint.ends = ends;
}

void Directory::markRotation(const std::vector<Grant> &before, const std::vector<Grant> &after)
{
    for (const Grant &grant : before) {
        if (grant.mode == CircleMode::Reader && !reads(after, grant.circle))
            m_circles.at(grant.circle).rotationDue = true;
    }
}

void Directory::noteHolders()
{
    for (auto &[id, circle] : m_circles)
        circle.hadTwoHolders = circle.hadTwoHolders || holdersOf(id) >= 2;
}

std::optional<std::uint64_t> Directory::seqOf(const MembershipHead &head) const
{
    const std::uint64_t *seq = findIn(m_heads, head);
    return seq ? std::optional(*seq) : std::nullopt;
}

const EndpointState *Directory::endpoint(const EndpointId &id) const { return findIn(m_endpoints, id); }
const DeviceState *Directory::device(const DeviceId &id) const { return findIn(m_devices, id); }
const CircleState *Directory::circle(const CircleId &id) const { return findIn(m_circles, id); }

const CircleState *Directory::circleOfKind(std::uint8_t kind) const
{
    const auto at = std::find_if(m_circles.begin(), m_circles.end(), [kind](const auto &item) { return item.second.kind == kind; });
    return at == m_circles.end() ? nullptr : &at->second;
}

std::vector<ReaderKeys> Directory::readersOf(const CircleId &circle) const
{
    std::vector<ReaderKeys> readers;
    for (const auto &[id, endpoint] : m_endpoints) {
        if (endpoint.now().active && reads(endpoint.now().grants, circle))
            readers.push_back({id, endpoint.key, endpoint.box});
    }
    return readers;
}

std::size_t Directory::holdersOf(const CircleId &circle) const
{
    std::set<PersonId> people;
    for (const auto &[id, endpoint] : m_endpoints) {
        if (endpoint.now().active && reads(endpoint.now().grants, circle))
            people.insert(endpoint.person);
    }
    return people.size();
}

std::optional<CircleMode> Directory::modeOf(const EndpointId &endpoint, const CircleId &circle) const
{
    const EndpointState *state = this->endpoint(endpoint);
    const Grant *grant = state && state->now().active ? grantOf(state->now().grants, circle) : nullptr;
    return grant ? std::optional(grant->mode) : std::nullopt;
}

std::size_t Directory::coordinators() const
{
    std::set<PersonId> people;
    for (const auto &[id, endpoint] : m_endpoints) {
        const EndpointVersion &now = endpoint.now();
        if (now.active && std::find(now.roles.begin(), now.roles.end(), kCoordinatorRole) != now.roles.end())
            people.insert(endpoint.person);
    }
    return people.size();
}

DirectoryEntry Directory::next(DirectoryBody body, std::int64_t time) const
{
    return {size(), m_head, time, std::move(body), {}};
}

} // namespace ourtable::sync
