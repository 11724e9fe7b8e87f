// How the use cases reach a hub, handed in from outside (platform/common/networkconnector.h; tests/support has others).
#pragma once

#include <memory>

#include "core/sync/transport.h"
#include "core/sync/wireadmin.h"

namespace ourtable::usecases {

struct HubPlace {
    std::string address;   // "host:port"
    Hash caPin;            // BLAKE2b-256 of the CA's public key (SubjectPublicKeyInfo, DER)
    Bytes caCertificate;   // DER
};

class HubConnector {
public:
    virtual ~HubConnector() = default;

    // A way to the hub behind this address that trusts exactly this CA.
    [[nodiscard]] virtual Result<std::unique_ptr<sync::Transport>> connect(const HubPlace &place) = 0;
    // First contact with a pin in hand: the CA certificate that the hub shows, if its key has this pin. Offline otherwise.
    [[nodiscard]] virtual Result<Bytes> caCertificate(const std::string &address, const Hash &caPin) = 0;
    // First contact with nothing in hand but an invitation's id: what the hub posted of it. Nothing of it may be trusted
    // before its voucher was checked.
    [[nodiscard]] virtual Result<sync::InviteInfo> inviteInfo(const std::string &address, const InviteId &invite) = 0;
    // The pin of a CA certificate; Malformed when it is none.
    [[nodiscard]] virtual Result<Hash> pinOf(ByteView caCertificate) = 0;
};

} // namespace ourtable::usecases
