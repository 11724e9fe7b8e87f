#include "core/sync/directorybody.h"

#include <algorithm>

#include "core/sync/wireparts.h"

namespace ourtable::sync {
namespace {

using namespace wireparts;

constexpr std::size_t kMostRoles = 16;
constexpr std::size_t kMostGrants = 64;
constexpr std::size_t kMostEnds = 1024;

void encodeGrants(cbor::Writer &out, const std::vector<std::uint8_t> &roles, const std::vector<Grant> &grants, std::int64_t until)
{
    out.array(roles.size());
    for (const std::uint8_t role : roles)
        out.integer(role);
    out.array(grants.size());
    for (const Grant &grant : grants) {
        out.array(2);
        out.octets(grant.circle.view());
        out.integer(static_cast<std::int64_t>(grant.mode));
    }
    out.integer(until);
}

void encodeEnds(cbor::Writer &out, const std::vector<ChainEnd> &ends)
{
    out.array(ends.size());
    for (const ChainEnd &end : ends) {
        out.array(3);
        out.octets(end.circle.view());
        out.octets(end.replica.view());
        out.integer(static_cast<std::int64_t>(end.seq));
    }
}

struct BodyEncoder {
    cbor::Writer &out;

    void operator()(const RootInit &body) const
    {
        out.array(4);
        out.octets(body.programme.view());
        out.octets(body.rootKey.view());
        out.octets(body.recoveryKey.view());
        out.octets(body.hubCaPin.view());
    }
    void operator()(const DeviceAdd &body) const
    {
        out.array(1);
        out.octets(body.key.view());
    }
    void operator()(const EndpointAdd &body) const
    {
        out.array(7);
        out.octets(body.key.view());
        out.octets(body.box.view());
        out.octets(body.device.view());
        out.octets(body.person.view());
        encodeGrants(out, body.roles, body.grants, body.until);
    }
    void operator()(const EndpointChange &body) const
    {
        out.array(4);
        out.octets(body.endpoint.view());
        encodeGrants(out, body.roles, body.grants, body.until);
    }
    void operator()(const EndpointRevoke &body) const
    {
        out.array(3);
        out.octets(body.endpoint.view());
        out.integer(static_cast<std::int64_t>(body.reason));
        encodeEnds(out, body.ends);
    }
    void operator()(const DeviceRevoke &body) const
    {
        out.array(4);
        out.octets(body.device.view());
        out.integer(static_cast<std::int64_t>(body.reason));
        out.boolean(body.wipe);
        encodeEnds(out, body.ends);
    }
    void operator()(const CircleCreate &body) const
    {
        out.array(3);
        out.octets(body.circle.view());
        out.integer(body.kind);
        out.boolean(body.history);
    }
    void operator()(const EpochStart &body) const
    {
        out.array(6);
        out.octets(body.circle.view());
        out.integer(body.epoch);
        out.octets(body.commitment.view());
        out.octets(body.members.view());
        out.octets(body.circleBox.view());
        out.octets(body.bag.view());
    }
    void operator()(const HubPins &body) const
    {
        out.array(1);
        out.array(body.caPins.size());
        for (const Hash &pin : body.caPins)
            out.octets(pin.view());
    }
};

template <class T>
bool strictlyAscending(const std::vector<T> &items)
{
    return std::adjacent_find(items.begin(), items.end(), [](const T &a, const T &b) { return !(a < b); }) == items.end();
}

void decodeGrants(cbor::Reader &in, std::vector<std::uint8_t> &roles, std::vector<Grant> &grants, std::int64_t &until)
{
    for (std::size_t left = counted(in, kMostRoles); left > 0; --left)
        roles.push_back(static_cast<std::uint8_t>(bounded(in, 1, 199)));
    for (std::size_t left = counted(in, kMostGrants); left > 0; --left) {
        expectMembers(in, 2);
        Grant grant;
        grant.circle = in.id<CircleId>();
        grant.mode = static_cast<CircleMode>(bounded(in, 1, 2));
        grants.push_back(grant);
    }
    until = bounded(in, 0, INT64_MAX);
    const bool oneModeEach = std::adjacent_find(grants.begin(), grants.end(), [](const Grant &a, const Grant &b) {
                                 return !(a.circle < b.circle);
                             }) == grants.end();
    if (!strictlyAscending(roles) || !oneModeEach)
        in.fail();
}

std::vector<ChainEnd> decodeEnds(cbor::Reader &in)
{
    std::vector<ChainEnd> ends;
    for (std::size_t left = counted(in, kMostEnds); left > 0; --left) {
        expectMembers(in, 3);
        ChainEnd end;
        end.circle = in.id<CircleId>();
        end.replica = in.id<ReplicaId>();
        end.seq = static_cast<std::uint64_t>(bounded(in, 0, INT64_MAX));
        ends.push_back(end);
    }
    if (!strictlyAscending(ends))
        in.fail();
    return ends;
}

LeaveReason decodeReason(cbor::Reader &in) { return static_cast<LeaveReason>(bounded(in, 1, 3)); }

RootInit decodeRootInit(cbor::Reader &in)
{
    expectMembers(in, 4);
    RootInit body;
    body.programme = in.id<ProgrammeId>();
    body.rootKey = in.id<crypto::VerifyKey>();
    body.recoveryKey = in.id<crypto::BoxPublicKey>();
    body.hubCaPin = in.id<Hash>();
    return body;
}

EndpointAdd decodeEndpointAdd(cbor::Reader &in)
{
    expectMembers(in, 7);
    EndpointAdd body;
    body.key = in.id<crypto::VerifyKey>();
    body.box = in.id<crypto::BoxPublicKey>();
    body.device = in.id<DeviceId>();
    body.person = in.id<PersonId>();
    decodeGrants(in, body.roles, body.grants, body.until);
    return body;
}

EndpointChange decodeEndpointChange(cbor::Reader &in)
{
    expectMembers(in, 4);
    EndpointChange body;
    body.endpoint = in.id<EndpointId>();
    decodeGrants(in, body.roles, body.grants, body.until);
    return body;
}

EndpointRevoke decodeEndpointRevoke(cbor::Reader &in)
{
    expectMembers(in, 3);
    EndpointRevoke body;
    body.endpoint = in.id<EndpointId>();
    body.reason = decodeReason(in);
    body.ends = decodeEnds(in);
    return body;
}

DeviceRevoke decodeDeviceRevoke(cbor::Reader &in)
{
    expectMembers(in, 4);
    DeviceRevoke body;
    body.device = in.id<DeviceId>();
    body.reason = decodeReason(in);
    body.wipe = in.boolean();
    body.ends = decodeEnds(in);
    return body;
}

CircleCreate decodeCircleCreate(cbor::Reader &in)
{
    expectMembers(in, 3);
    CircleCreate body;
    body.circle = in.id<CircleId>();
    body.kind = static_cast<std::uint8_t>(bounded(in, 1, 255));
    body.history = in.boolean();
    return body;
}

EpochStart decodeEpochStart(cbor::Reader &in)
{
    expectMembers(in, 6);
    EpochStart body;
    body.circle = in.id<CircleId>();
    body.epoch = static_cast<std::uint32_t>(bounded(in, 1, UINT32_MAX));
    body.commitment = in.id<Hash>();
    body.members = in.id<Hash>();
    body.circleBox = in.id<crypto::BoxPublicKey>();
    body.bag = in.id<Hash>();
    return body;
}

HubPins decodeHubPins(cbor::Reader &in)
{
    expectMembers(in, 1);
    HubPins body;
    for (std::size_t left = counted(in, 8); left > 0; --left)
        body.caPins.push_back(in.id<Hash>());
    if (body.caPins.empty())
        in.fail();
    return body;
}

} // namespace

void encodeDirectoryBody(cbor::Writer &out, const DirectoryBody &body) { std::visit(BodyEncoder{out}, body); }

Result<DirectoryBody> decodeDirectoryBody(cbor::Reader &in, std::int64_t type)
{
    switch (type) {
    case 0: return DirectoryBody(decodeRootInit(in));
    case 1: {
        expectMembers(in, 1);
        return DirectoryBody(DeviceAdd{in.id<crypto::VerifyKey>()});
    }
    case 2: return DirectoryBody(decodeEndpointAdd(in));
    case 3: return DirectoryBody(decodeEndpointChange(in));
    case 4: return DirectoryBody(decodeEndpointRevoke(in));
    case 5: return DirectoryBody(decodeDeviceRevoke(in));
    case 6: return DirectoryBody(decodeCircleCreate(in));
    case 7: return DirectoryBody(decodeEpochStart(in));
    case 8: return DirectoryBody(decodeHubPins(in));
    default: return Error{ErrorCode::Unsupported, "directory entry type"};
    }
}

} // namespace ourtable::sync
