// Devices nearby by the Wi-Fi they share: a short word to all of them now and then, and connections (PROTOCOL.md 10).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "core/support/random.h"
#include "core/sync/nearbyway.h"

class QHostAddress;

namespace ourtable::platform {

// What is said to all: a random id, a port, and a tag that only devices of the same programme can tell from chance. No names,
// and no name of a programme. Whoever heard one may send it again: it proves nothing, and leads to a handshake only.
struct NearbyBeacon {
    sync::NearbyId id;
    std::uint16_t port = 0;

    [[nodiscard]] Bytes encoded(const crypto::VerifyKey &root) const;
    // Nothing for another programme's, or no beacon.
    [[nodiscard]] static std::optional<NearbyBeacon> decode(ByteView octets, const crypto::VerifyKey &root);
};

// Reaches private addresses of IPv4 only. One thread with an event loop.
class NearbyNetwork final : public sync::NearbyWay {
public:
    struct Settings {
        std::uint16_t port = 47474;       // of beacons, and for connections when it is free
        std::vector<std::string> towards; // addresses where beacons go; empty: everybody on each Wi-Fi that this device is on
        int beaconMilliseconds = 2'000;
        int goneMilliseconds = 7'000;    // without a beacon
        int handshakeMilliseconds = 5'000;
        int halfOpenMost = 4;            // callers of whom nothing is known yet; more are cut off
    };
    explicit NearbyNetwork(Random &random) : NearbyNetwork(random, Settings()) {}
    NearbyNetwork(Random &random, Settings settings);
    ~NearbyNetwork() override;
    NearbyNetwork(const NearbyNetwork &) = delete;
    NearbyNetwork &operator=(const NearbyNetwork &) = delete;

    [[nodiscard]] Result<void> open(const crypto::VerifyKey &root, Ear ear) override;
    void close() override;
    [[nodiscard]] std::vector<sync::NearbyId> devices() const override;
    [[nodiscard]] std::vector<std::string> numbers() const override;
    [[nodiscard]] Result<std::unique_ptr<sync::NearbyLine>> call(const sync::NearbyId &device) override;
    [[nodiscard]] Result<std::unique_ptr<sync::NearbyLine>> callNumber(const std::string &number) override;

private:
    struct Open; // what there is between open() and close()

    void sayHere();
    void forgetQuiet();
    void hear();
    void meet(const NearbyBeacon &beacon, const QHostAddress &from);
    void accept();
    [[nodiscard]] std::unique_ptr<sync::NearbyLine> connectTo(const QHostAddress &address, std::uint16_t port) const;

    Random &m_random;
    Settings m_settings;
    std::unique_ptr<Open> m_open;
};

} // namespace ourtable::platform
