// A whole programme for tests of hub and sync: root, circles, people on devices, and chains of their changes. Everything
// is validly signed and hash-chained; only the ciphertexts are random octets, which the hub cannot tell from words.
#pragma once

#include "core/sync/circlekeys.h"
#include "core/sync/directory.h"
#include "core/sync/wireadmin.h"

namespace ourtable::test {

// One person on one device.
struct Member {
    crypto::SigningKeyPair device;
    crypto::SigningKeyPair endpoint;
    crypto::BoxKeyPair box;
    PersonId person;

    [[nodiscard]] static Member make(Random &random);
    [[nodiscard]] DeviceId deviceId() const;
    [[nodiscard]] EndpointId endpointId() const;
};

inline constexpr std::uint8_t kLayPartnerRole = 1; // any role that is not the coordinator's
inline constexpr std::uint8_t kTableKind = 1;      // circle kinds; the fold does not look at them
inline constexpr std::uint8_t kOfficeKind = 6;

// The directory as its coordinator grows it. Entries that do not fold stop the test by an assertion.
class ProgrammeBuilder {
public:
    // Root, circles "table" and "office" with an epoch each, and one coordinator who reads both.
    ProgrammeBuilder(Random &random, const Hash &hubCaPin, std::int64_t time = 1'795'336'000'000);

    [[nodiscard]] const sync::Directory &directory() const { return m_directory; }
    [[nodiscard]] const Member &coordinator() const { return m_coordinator; }
    [[nodiscard]] const CircleId &table() const { return m_table; }
    [[nodiscard]] const CircleId &office() const { return m_office; }
    [[nodiscard]] const crypto::VerifyKey &rootKey() const { return m_root.verifyKey; }
    [[nodiscard]] Random &random() { return m_random; }

    // Device and endpoint.
    void add(const Member &member, std::vector<sync::Grant> grants, std::uint8_t role = kLayPartnerRole,
             std::int64_t until = 0);
    [[nodiscard]] Member addReader(); // of the table
    [[nodiscard]] Member addWriter(); // of the table and the office
    void revokeDevice(const Member &member, sync::LeaveReason reason, std::vector<sync::ChainEnd> ends = {});
    void revokeEndpoint(const Member &member, sync::LeaveReason reason, std::vector<sync::ChainEnd> ends = {});
    // A new epoch of a circle, with packages for its readers and an empty-looking bag.
    void rotate(const CircleId &circle);

    // What was added since the last call, as the hub takes it. The first one is the start of the programme.
    [[nodiscard]] sync::DirectoryAppend takeAppend();

private:
    void append(sync::DirectoryBody body, bool byRoot = false);

    Random &m_random;
    std::int64_t m_time;
    crypto::SigningKeyPair m_root;
    crypto::BoxKeyPair m_recovery;
    CircleId m_table;
    CircleId m_office;
    Member m_coordinator;
    sync::Directory m_directory;
    sync::DirectoryAppend m_pending;
};

// One replica's chain in one circle.
class ChainBuilder {
public:
    ChainBuilder(Random &random, const Member &author, const CircleId &circle, const MembershipHead &head);

    // The next change, of a record of its own unless one is named.
    [[nodiscard]] sync::Envelope next(std::optional<RecordId> record = {}, std::size_t octets = 100);
    [[nodiscard]] sync::Envelope nextErase(const RecordId &record);
    // The next changes as one run.
    [[nodiscard]] sync::Run nextRun(std::size_t changes, std::size_t octets = 100);
    [[nodiscard]] sync::Seal seal() const;
    [[nodiscard]] const sync::ReplicaCertificate &certificate() const { return m_certificate; }
    [[nodiscard]] const ReplicaId &replica() const { return m_replica; }
    [[nodiscard]] std::uint64_t seq() const { return m_seq; }
    [[nodiscard]] const Hash &head() const { return m_head; }

    // A push of these runs, with certificate and seal.
    [[nodiscard]] sync::PushRequest push(std::vector<sync::Run> runs) const;
    [[nodiscard]] sync::PushRequest push(const sync::Envelope &change) const { return push({sync::Run::startingWith(change)}); }

private:
    Random *m_random;
    const Member *m_author;
    CircleId m_circle;
    MembershipHead m_membershipHead;
    sync::ReplicaCertificate m_certificate;
    ReplicaId m_replica;
    std::uint64_t m_seq = 0;
    Hash m_head;
};

} // namespace ourtable::test
