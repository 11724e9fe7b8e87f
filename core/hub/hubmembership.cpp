#include "core/hub/hubmembership.h"

#include <algorithm>

namespace ourtable::hub {
namespace {

using sync::CircleMode;
using sync::EndpointState;
using sync::EndpointVersion;
using sync::LeaveReason;

// How long somebody whose time is over may still hand in what they wrote before (sync.md 6: 90 days).
constexpr std::int64_t kHandInMilliseconds = std::int64_t{90} * 24 * 3600 * 1000;

std::optional<CircleMode> modeIn(const EndpointVersion &version, const CircleId &circle)
{
    for (const sync::Grant &grant : version.grants) {
        if (grant.circle == circle)
            return grant.mode;
    }
    return std::nullopt;
}

// The widest grant that the endpoint ever had there: others may bring back what it was once allowed to write.
std::optional<CircleMode> widestMode(const EndpointState &endpoint, const CircleId &circle)
{
    std::optional<CircleMode> widest;
    for (const EndpointVersion &version : endpoint.versions) {
        const std::optional<CircleMode> mode = modeIn(version, circle);
        if (mode && (!widest || *mode > *widest))
            widest = mode;
    }
    return widest;
}

} // namespace

Standing Membership::standing(const DeviceId &device) const
{
    const sync::DeviceState *state = m_directory.device(device);
    if (!state)
        return Standing::Unknown;
    if (!state->revoked)
        return Standing::Active;
    return state->revoked->reason == LeaveReason::Left ? Standing::Draining : Standing::Revoked;
}

bool Membership::isLive(const EndpointState &endpoint) const
{
    const EndpointVersion &now = endpoint.now();
    return now.active && (now.until == 0 || m_now <= now.until);
}

bool Membership::mayHandIn(const EndpointState &endpoint) const
{
    const EndpointVersion &now = endpoint.now();
    if (!now.active)
        return endpoint.left == LeaveReason::Left;
    return now.until == 0 || m_now - kHandInMilliseconds <= now.until;
}

std::vector<const EndpointState *> Membership::endpointsOf(const DeviceId &device) const
{
    std::vector<const EndpointState *> found;
    for (const auto &[id, endpoint] : m_directory.endpoints()) {
        if (endpoint.device == device)
            found.push_back(&endpoint);
    }
    return found;
}

bool Membership::isCoordinator(const DeviceId &device) const
{
    const std::vector<const EndpointState *> endpoints = endpointsOf(device);
    return std::any_of(endpoints.begin(), endpoints.end(), [this](const EndpointState *endpoint) {
        const std::vector<std::uint8_t> &roles = endpoint->now().roles;
        return isLive(*endpoint) && std::find(roles.begin(), roles.end(), sync::kCoordinatorRole) != roles.end();
    });
}

bool Membership::reads(const DeviceId &device, const CircleId &circle) const
{
    const std::vector<const EndpointState *> endpoints = endpointsOf(device);
    return std::any_of(endpoints.begin(), endpoints.end(), [&](const EndpointState *endpoint) {
        return isLive(*endpoint) && modeIn(endpoint->now(), circle) == CircleMode::Reader;
    });
}

bool Membership::writes(const DeviceId &device, const CircleId &circle) const
{
    const std::vector<const EndpointState *> endpoints = endpointsOf(device);
    return std::any_of(endpoints.begin(), endpoints.end(), [&](const EndpointState *endpoint) {
        return mayHandIn(*endpoint) && modeIn(endpoint->now(), circle).has_value();
    });
}

std::vector<CircleId> Membership::circlesRead(const DeviceId &device) const
{
    std::vector<CircleId> circles;
    for (const EndpointState *endpoint : endpointsOf(device)) {
        if (!isLive(*endpoint))
            continue;
        for (const sync::Grant &grant : endpoint->now().grants) {
            if (grant.mode == CircleMode::Reader)
                circles.push_back(grant.circle);
        }
    }
    std::sort(circles.begin(), circles.end());
    circles.erase(std::unique(circles.begin(), circles.end()), circles.end());
    return circles;
}

std::uint64_t Membership::visibleEntries(const DeviceId &device) const
{
    const sync::DeviceState *state = m_directory.device(device);
    return state && state->revoked ? state->revokedBy + 1 : m_directory.size();
}

bool Membership::isUsed(const DeviceId &device) const
{
    const std::vector<const EndpointState *> endpoints = endpointsOf(device);
    return std::any_of(endpoints.begin(), endpoints.end(), [this](const EndpointState *endpoint) { return isLive(*endpoint); });
}

Authorship Membership::authorship(const DeviceId &device, const EndpointState &author, const CircleId &circle, bool sealed) const
{
    if (author.device == device && mayHandIn(author)) {
        if (const std::optional<CircleMode> mode = modeIn(author.now(), circle))
            return {true, false, *mode};
    }
    const std::optional<CircleMode> mode = widestMode(author, circle);
    if (!mode || !(reads(device, circle) || (sealed && isUsed(device))))
        return {};
    return {true, true, *mode};
}

bool Membership::pastTheEnd(const EndpointState &author, const CircleId &circle, const ReplicaId &replica, std::uint64_t seq)
{
    return std::any_of(author.ends.begin(), author.ends.end(), [&](const sync::ChainEnd &end) {
        return end.circle == circle && end.replica == replica && seq > end.seq;
    });
}

} // namespace ourtable::hub
