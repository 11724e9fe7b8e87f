// The client's way to its hub: HTTPS by QNetworkAccessManager behind core's Transport (design README 8, Names; security.md
// 3.3).
#pragma once

#include <memory>

#include "core/sync/transport.h"
#include "platform/common/hubaddress.h"

class QNetworkAccessManager;

namespace ourtable::platform {

class Exchange;

// Trusts one certificate authority, the hub's, and nothing that the system trusts. The host name has to match, TLS has to
// be 1.3, and nothing of a request is sent before the certificates were looked at. Keeps the connection open between
// requests; when the hub has closed it meanwhile, the request may reach the hub twice.
//
// send() waits in an event loop of its own: the command line has no other one, and the app gives this a thread. Make, use
// and drop it in one thread, which needs a QCoreApplication; one send at a time.
class NetworkTransport final : public sync::Transport {
public:
    static constexpr std::size_t kLargestAnswer = 8u << 20;

    // caCertificate is PEM or DER and was kept when the device joined. SealBroken when its key does not have the pin,
    // Malformed when it is no certificate, InvalidInput for the address.
    [[nodiscard]] static Result<std::unique_ptr<NetworkTransport>> make(const HubAddress &hub, ByteView caCertificate);
    ~NetworkTransport() override;

    // Any status that the hub gave is an answer. Offline otherwise; the detail says why, for the log and for advice:
    // "network" (not reached, or no answer in time), "certificate", "certificate host name", "certificate expired",
    // "redirect", "content type" (not application/cbor: not the hub that answers), "too large", "cut". InvalidInput for a
    // request that is none. timeoutMilliseconds is how long nothing may come or go.
    [[nodiscard]] Result<sync::TransportAnswer> send(const sync::TransportRequest &request) override;
    [[nodiscard]] Result<void> begin(const sync::TransportRequest &request) override;
    [[nodiscard]] Result<sync::TransportAnswer> finish() override;

private:
    [[nodiscard]] Result<void> start(const sync::TransportRequest &request);
    NetworkTransport(HubAddress hub, Bytes caDer);

    HubAddress m_hub;
    Bytes m_caDer;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    std::unique_ptr<Exchange> m_begun;
};

} // namespace ourtable::platform
