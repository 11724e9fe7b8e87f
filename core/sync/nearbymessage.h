// What two devices say to each other once they have met, inside their sealed channel (PROTOCOL.md 10). One CBOR value each.
#pragma once

#include <variant>
#include <vector>

#include "core/sync/wire.h"

namespace ourtable::sync {

inline constexpr std::size_t kNearbyOctets = 1024 * 1024;             // no sealed message is longer
inline constexpr std::size_t kNearbyParcelOctets = kNearbyOctets - 16 * 1024; // of a page of changes
inline constexpr std::size_t kNearbySetOctets = std::size_t{64} << 20;        // of all pages of one circle, before it is taken in

// The person at this device says that the words are the same.
struct NearbyAgreed {
    bool operator==(const NearbyAgreed &) const = default;
};

// What is here already, of the circles that both devices read.
struct NearbyHeads {
    std::uint64_t directory = 0; // entries: writers of later ones mean nothing here yet
    std::vector<HeadsMessage> circles;
};

// A page of what the other lacks of one circle (carried.h).
struct NearbyParcel {
    PullAnswer page;
    bool whole = false;     // with this page the circle's set is all there, and can be taken in
    std::uint64_t left = 0; // changes in the parcels after this one
    bool last = false;      // there is none after this one
};

// A parcel is here, and what it made whole is taken in. Counted from the first one on: what was new, as its receiver counts it.
struct NearbyTaken {
    std::uint64_t notes = 0;
    std::uint64_t promises = 0;
    std::uint64_t others = 0;
    bool operator==(const NearbyTaken &) const = default;
};

// The person, or the device, ends the meeting.
struct NearbyStop {
    bool notTheSame = false; // the words differ
    bool operator==(const NearbyStop &) const = default;
};

using NearbyMessage = std::variant<NearbyAgreed, NearbyHeads, NearbyParcel, NearbyTaken, NearbyStop>;

[[nodiscard]] Bytes encoded(const NearbyMessage &message);
[[nodiscard]] Result<NearbyMessage> decodeNearby(ByteView octets); // Malformed

// Takes octets as they arrive and gives the messages in them: a length of four octets, then so many.
class NearbyFrames {
public:
    explicit NearbyFrames(std::size_t largest) : m_largest(largest) {}

    void setLargest(std::size_t largest) { m_largest = largest; }
    void add(ByteView octets) { append(m_held, octets); }
    // The next whole message; nothing when it is not here yet. TooLarge, told by its length alone; Malformed when it is empty.
    [[nodiscard]] Result<std::optional<Bytes>> next();
    // How many octets are worth reading from the line now; never more than one message and its length.
    [[nodiscard]] std::size_t room() const;

    [[nodiscard]] static Bytes framed(ByteView message);

private:
    std::size_t m_largest;
    Bytes m_held;
};

} // namespace ourtable::sync
