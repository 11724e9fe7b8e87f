#include "platform/common/networkconnector.h"

#include "platform/common/bootstraptransport.h"
#include "platform/common/certificatepin.h"
#include "platform/common/networktransport.h"

namespace ourtable::platform {
namespace {

constexpr unsigned kAskPatience = 10; // seconds, when the hub does not name any

Error refusalOf(const sync::TransportAnswer &answer)
{
    if (answer.status == 404 || answer.status == 410)
        return {ErrorCode::AlreadyUsed, "invitation"};
    if (answer.status == 429 || answer.status == 503)
        return {ErrorCode::TryLater, std::to_string(answer.retryAfter == 0 ? kAskPatience : answer.retryAfter)};
    return {ErrorCode::Refused, std::to_string(answer.status)};
}

} // namespace

Result<std::unique_ptr<sync::Transport>> NetworkConnector::connect(const usecases::HubPlace &place)
{
    OURTABLE_ASSIGN(std::unique_ptr<NetworkTransport> made,
                    NetworkTransport::make({place.address, place.caPin}, place.caCertificate));
    return std::unique_ptr<sync::Transport>(std::move(made));
}

Result<Bytes> NetworkConnector::caCertificate(const std::string &address, const Hash &caPin)
{
    // What the hub answers about an invitation that cannot exist does not matter; what it shows of itself does.
    OURTABLE_ASSIGN(const BootstrapAnswer shown, BootstrapTransport(address).fetchInvite(InviteId{}));
    const Result<Bytes> certificate = certificateWithPin(shown.certificates, caPin);
    if (!certificate)
        return Error{ErrorCode::Offline, "certificate"};
    return certificate;
}

Result<sync::InviteInfo> NetworkConnector::inviteInfo(const std::string &address, const InviteId &invite)
{
    OURTABLE_ASSIGN(const BootstrapAnswer shown, BootstrapTransport(address).fetchInvite(invite));
    if (shown.answer.status != 200)
        return refusalOf(shown.answer);
    return sync::InviteInfo::decode(shown.answer.body);
}

Result<Hash> NetworkConnector::pinOf(ByteView caCertificate)
{
    return pinOfCertificate(caCertificate);
}

} // namespace ourtable::platform
