// What the hub asks the directory: who reads, who may push whose changes (README.md, Who may do what).
#pragma once

#include <vector>

#include "core/sync/directory.h"

namespace ourtable::hub {

// Draining: switched off because its person left; may hand in what it wrote before and see nothing new.
enum class Standing { Unknown, Active, Draining, Revoked };

// Whether a device may push changes by one author into one circle.
struct Authorship {
    bool allowed = false;
    bool offered = false; // on somebody else's behalf
    sync::CircleMode mode = sync::CircleMode::Writer; // the author's
};

// A view of one directory at one time; both outlive it. Stateless beyond that.
class Membership {
public:
    Membership(const sync::Directory &directory, std::int64_t now) : m_directory(directory), m_now(now) {}

    [[nodiscard]] Standing standing(const DeviceId &device) const;
    [[nodiscard]] bool isCoordinator(const DeviceId &device) const;
    // Somebody on the device holds the circle's keys now.
    [[nodiscard]] bool reads(const DeviceId &device, const CircleId &circle) const;
    // Somebody on the device may write there now, or hand in what they wrote.
    [[nodiscard]] bool writes(const DeviceId &device, const CircleId &circle) const;
    [[nodiscard]] std::vector<CircleId> circlesRead(const DeviceId &device) const;
    // Everybody who is or was on the device.
    [[nodiscard]] std::vector<const sync::EndpointState *> endpointsOf(const DeviceId &device) const;
    // The directory as this device may see it: whole, or up to the entry that switched it off.
    [[nodiscard]] std::uint64_t visibleEntries(const DeviceId &device) const;

    // sealed: the author's own seal over it came along, so that nobody else can have made it up.
    [[nodiscard]] Authorship authorship(const DeviceId &device, const sync::EndpointState &author, const CircleId &circle, bool sealed) const;
    // The author was switched off, and this number lies behind the last accepted one of that chain.
    [[nodiscard]] static bool pastTheEnd(const sync::EndpointState &author, const CircleId &circle, const ReplicaId &replica,
                                         std::uint64_t seq);

private:
    // Somebody on the device belongs to the programme now.
    [[nodiscard]] bool isUsed(const DeviceId &device) const;
    [[nodiscard]] bool isLive(const sync::EndpointState &endpoint) const;
    [[nodiscard]] bool mayHandIn(const sync::EndpointState &endpoint) const;

    const sync::Directory &m_directory;
    std::int64_t m_now;
};

} // namespace ourtable::hub
