// The way to devices on the same Wi-Fi, as it comes from outside (platform/common/nearbynetwork.h). Nothing that comes over it
// is to be believed: nearbyhandshake.h finds out who is there.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/crypto/signing.h"
#include "core/support/result.h"

namespace ourtable::sync {

// One connection to one device: whole messages, in order. Going away, it hangs up after what was sent, and tells nothing more.
class NearbyLine {
public:
    virtual ~NearbyLine() = default;
    struct Ear {
        std::function<void(Bytes)> heard;
        // Once, and the last: Offline (cut, or not reached), Expired (nothing whole came in time), TooLarge, Malformed.
        std::function<void(const Error &)> over;
    };
    // Before it everything waits. The ear may drop the line.
    virtual void listen(Ear ear) = 0;
    virtual void send(Bytes message) = 0;
    // From now on: the longest message that is taken, and how long there may be none.
    virtual void expect(std::size_t largest, int milliseconds) = 0;
};

using NearbyId = FixedBytes<struct NearbyIdTag, 16>; // made anew each time that a device can be found

// One thread with an event loop, where everything is told.
class NearbyWay {
public:
    virtual ~NearbyWay() = default;
    struct Ear {
        std::function<void()> changed;                            // devices() or numbers()
        std::function<void(std::unique_ptr<NearbyLine>)> called; // by somebody, of whom nothing is known
    };
    // Can be found and called from now on, by devices that know this root; finds them. Offline: there is no way to listen.
    [[nodiscard]] virtual Result<void> open(const crypto::VerifyKey &root, Ear ear) = 0;
    // Not any more. Lines that there are stay.
    virtual void close() = 0;
    // Who can be found now, in a steady order.
    [[nodiscard]] virtual std::vector<NearbyId> devices() const = 0;
    // What to type on another device to call this one: "192.168.1.23". Empty without a Wi-Fi.
    [[nodiscard]] virtual std::vector<std::string> numbers() const = 0;
    // NotFound when it went.
    [[nodiscard]] virtual Result<std::unique_ptr<NearbyLine>> call(const NearbyId &device) = 0;
    // InvalidInput for what is no number of a device on the same Wi-Fi.
    [[nodiscard]] virtual Result<std::unique_ptr<NearbyLine>> callNumber(const std::string &number) = 0;
};

} // namespace ourtable::sync
