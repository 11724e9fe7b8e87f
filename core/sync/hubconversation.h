// Signed requests to one hub, one after the other, in a session that is made and renewed on the way (security.md 3.2). No
// threads, no clock.
#pragma once

#include <optional>
#include <string>

#include "core/crypto/signing.h"
#include "core/sync/transport.h"
#include "core/sync/wireadmin.h"

namespace ourtable::sync {

class HubConversation {
public:
    struct Call {
        std::string method;
        std::string target;
        Bytes body;
    };
    struct Traffic {
        std::size_t requests = 0;
        std::size_t octetsSent = 0; // bodies
        std::size_t octetsReceived = 0;
    };

    // All live longer than the conversation. deviceKeys sign; the hub's id comes from its pinned CA key.
    HubConversation(Transport &transport, const crypto::SigningKeyPair &deviceKeys, const HubId &hub);

    // The body of the hub's answer. Offline, or what the hub said: Refused (detail: its code), Revoked, NotMember, Conflict,
    // HubChanged, Unsupported (an update is needed), TryLater (detail: seconds).
    [[nodiscard]] Result<Bytes> request(const Call &call);
    // request() in two halves, as Transport's: what is done between them is done while the hub works.
    [[nodiscard]] Result<void> begin(Call call);
    [[nodiscard]] Result<Bytes> finish();

    [[nodiscard]] const Traffic &traffic() const { return m_traffic; }

private:
    [[nodiscard]] Result<void> openSession();
    [[nodiscard]] TransportRequest signedRequest(const Call &call);
    [[nodiscard]] Result<Bytes> contentOf(Result<TransportAnswer> answer);
    [[nodiscard]] Result<Bytes> sendSigned(const Call &call);

    Transport &m_transport;
    const crypto::SigningKeyPair &m_deviceKeys;
    DeviceId m_device;
    HubId m_hub;
    std::optional<SessionAnswer> m_session;
    std::uint64_t m_counter = 0;
    Call m_begun;
    Traffic m_traffic;
};

} // namespace ourtable::sync
