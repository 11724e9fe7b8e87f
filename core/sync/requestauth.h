// The signature on every request (security.md 3.2): by the device's key, over the hub's challenge, a counter, method,
// target and body. No clocks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/crypto/signing.h"
#include "core/support/ids.h"

namespace ourtable::sync {

inline constexpr std::string_view kAuthHeader = "OurTable-Auth";
using SessionNonce = FixedBytes<struct SessionNonceTag, 32>;

struct RequestAuth {
    DeviceId device;
    SessionId session;
    std::uint64_t counter = 0; // from 1
    crypto::Signature signature;

    // "v1;d=<32 hex>;s=<32 hex>;c=<decimal>;g=<128 hex>"
    [[nodiscard]] std::string header() const;
    // Nothing for any other shape.
    [[nodiscard]] static std::optional<RequestAuth> parse(std::string_view header);
};

[[nodiscard]] Hash requestTranscript(const HubId &hub, const SessionNonce &nonce, const RequestAuth &auth,
                                     std::string_view method, std::string_view target, ByteView body);

// Counters accepted once each, in a window of 64 behind the greatest.
class CounterWindow {
public:
    [[nodiscard]] bool wouldAccept(std::uint64_t counter) const;
    // Only after the signature was verified: a forged request must not use up a counter.
    void accept(std::uint64_t counter);

private:
    std::uint64_t m_top = 0;
    std::uint64_t m_seen = 0; // bit n: m_top - n was used
};

} // namespace ourtable::sync
