// How the use cases reach a hub over the real network.
#pragma once

#include "core/usecases/hubconnector.h"

namespace ourtable::platform {

// Stateless. Needs a QCoreApplication; each transport stays in the thread that made it. Errors are those of
// networktransport.h and bootstraptransport.h: Offline with a reason, InvalidInput for an address, SealBroken for a
// certificate that does not have the pin.
class NetworkConnector final : public usecases::HubConnector {
public:
    [[nodiscard]] Result<std::unique_ptr<sync::Transport>> connect(const usecases::HubPlace &place) override;
    [[nodiscard]] Result<Bytes> caCertificate(const std::string &address, const Hash &caPin) override;
    // Gone already or never posted: AlreadyUsed, as an old invitation reads. TryLater when the hub asks for patience.
    [[nodiscard]] Result<sync::InviteInfo> inviteInfo(const std::string &address, const InviteId &invite) override;
    [[nodiscard]] Result<Hash> pinOf(ByteView caCertificate) override;
};

} // namespace ourtable::platform
