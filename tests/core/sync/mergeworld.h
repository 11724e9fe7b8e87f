// A programme for the tests of merging: a real, signed directory of a few people, and changes written by them.
#pragma once

#include "core/sync/merge.h"
#include "tests/support/seededrandom.h"

namespace ourtable::test {

namespace role { // numbers of core/catalogue/registry.json
inline constexpr std::uint8_t LayPartner = 1, PeerWorker = 2, Coordinator = 3, Professional = 4, SafeguardingLead = 5,
                              Admin = 6, SupportLead = 7, Panel = 8;
}

struct Writer { // an endpoint with the chain that it writes
    EndpointId endpoint;
    PersonId person;
    ReplicaId replica;
    std::uint64_t seq = 0;
};

class World {
public:
    explicit World(std::uint64_t seed = 1);

    // Entries of the directory, signed by the root.
    Writer add(std::vector<std::uint8_t> roles, std::optional<PersonId> person = std::nullopt);
    void setRoles(const Writer &writer, std::vector<std::uint8_t> roles);
    void revoke(const Writer &writer, sync::LeaveReason reason, std::vector<sync::ChainEnd> ends);

    [[nodiscard]] const sync::Directory &directory() const { return m_directory; }
    [[nodiscard]] const std::vector<MembershipHead> &heads() const { return m_heads; }
    [[nodiscard]] CircleId circle(std::uint8_t kind) const { return m_directory.circleOfKind(kind)->id; }
    [[nodiscard]] SeededRandom &random() { return m_random; }

    // The writer's next change at the newest head, in the kind's circle; the clock is one later than that of the change
    // made before it.
    sync::OpenedChange change(Writer &writer, const RecordId &record, const catalogue::Kind &kind,
                              std::vector<sync::Write> writes);
    // The same, as the record's first.
    sync::OpenedChange create(Writer &writer, const RecordId &record, const catalogue::Kind &kind,
                              std::vector<sync::Write> writes);
    sync::OpenedChange erase(Writer &writer, const RecordId &record, const catalogue::Kind &kind,
                             std::vector<sync::Write> writes);

private:
    void append(sync::DirectoryBody body);

    SeededRandom m_random;
    sync::Directory m_directory;
    std::vector<MembershipHead> m_heads;
    crypto::SigningKeyPair m_root;
    std::optional<std::pair<EndpointId, crypto::SigningKeyPair>> m_coordinator; // the second signature, once there is one
    DeviceId m_device;
    std::uint64_t m_clock = 0;
};

// Writes, with the ids that they replace in any order.
[[nodiscard]] sync::Write set(catalogue::FieldNumber field, Value value, std::vector<ValueId> replaced = {});
[[nodiscard]] sync::Write add(catalogue::FieldNumber field, Value value, std::vector<ValueId> replaced = {});
[[nodiscard]] sync::Write remove(catalogue::FieldNumber field, std::vector<ValueId> replaced);
[[nodiscard]] sync::Write step(catalogue::FieldNumber field, std::int64_t by);
[[nodiscard]] sync::Write moved(std::string_view from, std::string_view to, std::vector<ValueId> replaced = {});
[[nodiscard]] sync::Write hide(const std::vector<ValueId> &seen, std::vector<ValueId> replaced = {});
[[nodiscard]] sync::Write show(std::vector<ValueId> replaced);

// Of the only write of a change, or of the one at this index.
[[nodiscard]] ValueId idOf(const sync::OpenedChange &change, std::size_t index = 0);
// Every current value that a person who hides the record sees.
[[nodiscard]] std::vector<ValueId> everythingOf(const sync::RecordState &state);

// The state of one record's changes, folded in the order given and backwards with a duplicate; stops the program when those
// differ.
[[nodiscard]] sync::RecordState folded(const World &world, std::vector<sync::OpenedChange> changes);
// The verdict on a change among others.
[[nodiscard]] sync::Verdict verdictOf(const World &world, const sync::OpenedChange &change,
                                      std::vector<sync::OpenedChange> others = {});

// The built-in catalogue's, by name; the name must exist.
[[nodiscard]] const catalogue::Kind &kindOf(std::string_view name);
[[nodiscard]] catalogue::FieldNumber fieldOf(std::string_view kind, std::string_view field);

} // namespace ourtable::test
