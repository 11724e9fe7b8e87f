// The directory, folded: signed, hash-chained and linear; one a programme (design README 4 and 8; security.md 4.2).
// Everybody folds it alone, from the signature of the root on; the hub only orders it and cannot forge it.
#pragma once

#include <map>
#include <set>

#include "core/sync/directoryentry.h"

namespace ourtable::sync {

// What was true of an endpoint from one entry on.
struct EndpointVersion {
    std::uint64_t fromSeq = 0;
    bool active = false;
    std::vector<std::uint8_t> roles;
    std::vector<Grant> grants;
    std::int64_t until = 0;
};

struct EndpointState {
    EndpointId id;
    crypto::VerifyKey key;
    crypto::BoxPublicKey box;
    DeviceId device;
    PersonId person;
    std::vector<EndpointVersion> versions;       // ascending by fromSeq, never empty
    std::optional<LeaveReason> left;
    std::vector<ChainEnd> ends;                  // when it left

    [[nodiscard]] const EndpointVersion &now() const { return versions.back(); }
    // As it was after the entry with this number; nullptr before it was added.
    [[nodiscard]] const EndpointVersion *at(std::uint64_t seq) const;
};

struct DeviceState {
    DeviceId id;
    crypto::VerifyKey key;
    std::optional<DeviceRevoke> revoked;
    std::uint64_t revokedBy = 0;                 // number of that entry
};

struct CircleState {
    CircleId id;
    std::uint8_t kind = 0;
    bool history = true;
    std::map<std::uint32_t, EpochStart> epochs;
    bool hadTwoHolders = false;
    bool rotationDue = false;                    // a reader left since the newest epoch

    [[nodiscard]] std::uint32_t epoch() const { return epochs.empty() ? 0 : epochs.rbegin()->first; }
};

inline constexpr std::uint8_t kCoordinatorRole = 3; // the catalogue's number; tst_directory holds it to the registry

// A value: copy it to try entries out. Not thread-safe.
class Directory {
public:
    // Takes the next entry, or changes nothing. expectedRoot pins entry 0 to the root that the invitation named.
    // Errors: DirectoryBroken (detail: why), Malformed, Unsupported.
    [[nodiscard]] Result<void> append(ByteView entry, const crypto::VerifyKey *expectedRoot = nullptr);

    [[nodiscard]] bool empty() const { return m_heads.empty(); }
    [[nodiscard]] std::uint64_t size() const { return m_heads.size(); }
    [[nodiscard]] const Hash &head() const { return m_head; }            // zero when empty
    [[nodiscard]] MembershipHead membershipHead() const { return membershipHeadOf(m_head); }
    // The number of the entry with this head; nothing when it is not here (yet): what names it waits.
    [[nodiscard]] std::optional<std::uint64_t> seqOf(const MembershipHead &head) const;

    [[nodiscard]] const RootInit &root() const { return m_root; }
    [[nodiscard]] const EndpointState *endpoint(const EndpointId &id) const;
    [[nodiscard]] const DeviceState *device(const DeviceId &id) const;
    [[nodiscard]] const CircleState *circle(const CircleId &id) const;
    [[nodiscard]] const std::map<EndpointId, EndpointState> &endpoints() const { return m_endpoints; }
    [[nodiscard]] const std::map<DeviceId, DeviceState> &devices() const { return m_devices; }
    [[nodiscard]] const std::map<CircleId, CircleState> &circles() const { return m_circles; }
    // The first circle of that kind (the only one, except panels), or nullptr.
    [[nodiscard]] const CircleState *circleOfKind(std::uint8_t kind) const;
    [[nodiscard]] const std::vector<Hash> &hubPins() const { return m_hubPins; }

    // Active endpoints that hold the circle's keys now, without the recovery key.
    [[nodiscard]] std::vector<ReaderKeys> readersOf(const CircleId &circle) const;
    // Different people among them.
    [[nodiscard]] std::size_t holdersOf(const CircleId &circle) const;
    [[nodiscard]] std::optional<CircleMode> modeOf(const EndpointId &endpoint, const CircleId &circle) const;
    // Different people who are coordinators now.
    [[nodiscard]] std::size_t coordinators() const;
    // An entry that follows the head, unsigned.
    [[nodiscard]] DirectoryEntry next(DirectoryBody body, std::int64_t time) const;

private:
    friend class DirectoryRules;
    void apply(const DirectoryEntry &entry);
    void applyOne(const RootInit &body, std::uint64_t seq);
    void applyOne(const DeviceAdd &body, std::uint64_t seq);
    void applyOne(const EndpointAdd &body, std::uint64_t seq);
    void applyOne(const EndpointChange &body, std::uint64_t seq);
    void applyOne(const EndpointRevoke &body, std::uint64_t seq);
    void applyOne(const DeviceRevoke &body, std::uint64_t seq);
    void applyOne(const CircleCreate &body, std::uint64_t seq);
    void applyOne(const EpochStart &body, std::uint64_t seq);
    void applyOne(const HubPins &body, std::uint64_t seq);
    void deactivate(EndpointState &endpoint, LeaveReason reason, const std::vector<ChainEnd> &ends, std::uint64_t seq);
    void noteHolders();
    void markRotation(const std::vector<Grant> &before, const std::vector<Grant> &after);

    RootInit m_root;
    Hash m_head;
    std::map<MembershipHead, std::uint64_t> m_heads;
    std::map<EndpointId, EndpointState> m_endpoints;
    std::map<DeviceId, DeviceState> m_devices;
    std::map<CircleId, CircleState> m_circles;
    std::vector<Hash> m_hubPins;
};

} // namespace ourtable::sync
