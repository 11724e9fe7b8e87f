// The first question of a device that was invited by a typed code and knows no certificate yet (design README 8, Joining by
// typing).
#pragma once

#include <string>
#include <vector>

#include "core/support/ids.h"
#include "core/sync/transport.h"

namespace ourtable::platform {

// Nothing of this may be believed before the voucher in the answer was checked under the invitation's secret; then the
// certificate whose pin the voucher names (certificateWithPin) is the hub's authority.
struct BootstrapAnswer {
    sync::TransportAnswer answer;
    std::vector<Bytes> certificates; // DER, as the server presented them, leaf first
};

// Fetches "GET /v1/invite/<id>" over TLS 1.3 without knowing who answers, and can do nothing else: no body, no header that
// says who asks. Waits like NetworkTransport::send, same errors, a cap of 64 KiB. InvalidInput for the address.
class BootstrapTransport {
public:
    explicit BootstrapTransport(std::string address) : m_address(std::move(address)) {}
    [[nodiscard]] Result<BootstrapAnswer> fetchInvite(const InviteId &invite, int timeoutMilliseconds = 30000);

private:
    std::string m_address;
};

} // namespace ourtable::platform
