#include "tests/core/hub/support/programmebuilder.h"

#include <algorithm>
#include <cstdlib>

#include "core/crypto/hashing.h"

namespace ourtable::test {
namespace {

using sync::CircleMode;
using sync::Grant;

std::vector<Grant> ascending(std::vector<Grant> grants)
{
    std::sort(grants.begin(), grants.end());
    return grants;
}

} // namespace

Member Member::make(Random &random)
{
    return {crypto::SigningKeyPair::make(random), crypto::SigningKeyPair::make(random), crypto::BoxKeyPair::make(random),
            random.make<PersonId>()};
}

DeviceId Member::deviceId() const { return sync::deviceIdOf(device.verifyKey); }
EndpointId Member::endpointId() const { return sync::endpointIdOf(endpoint.verifyKey); }

ProgrammeBuilder::ProgrammeBuilder(Random &random, const Hash &hubCaPin, std::int64_t time)
    : m_random(random), m_time(time), m_root(crypto::SigningKeyPair::make(random)), m_recovery(crypto::BoxKeyPair::make(random)),
      m_table(random.make<CircleId>()), m_office(random.make<CircleId>()), m_coordinator(Member::make(random))
{
    append(sync::RootInit{random.make<ProgrammeId>(), m_root.verifyKey, m_recovery.publicKey, hubCaPin}, true);
    append(sync::CircleCreate{m_table, kTableKind, true}, true);
    append(sync::CircleCreate{m_office, kOfficeKind, true}, true);
    append(sync::DeviceAdd{m_coordinator.device.verifyKey}, true);
    append(sync::EndpointAdd{m_coordinator.endpoint.verifyKey, m_coordinator.box.publicKey, m_coordinator.deviceId(),
                             m_coordinator.person, {sync::kCoordinatorRole},
                             ascending({{m_table, CircleMode::Reader}, {m_office, CircleMode::Reader}}), 0},
           true);
    rotate(m_table);
    rotate(m_office);
}

void ProgrammeBuilder::append(sync::DirectoryBody body, bool byRoot)
{
    sync::DirectoryEntry entry = m_directory.next(std::move(body), m_time);
    entry.signAs(byRoot ? EndpointId{} : m_coordinator.endpointId(), byRoot ? m_root : m_coordinator.endpoint);
    Bytes encoded = entry.encoded();
    if (!m_directory.append(encoded))
        std::abort(); // a defect of the test
    m_pending.entries.push_back(std::move(encoded));
}

void ProgrammeBuilder::add(const Member &member, std::vector<Grant> grants, std::uint8_t role, std::int64_t until)
{
    append(sync::DeviceAdd{member.device.verifyKey});
    append(sync::EndpointAdd{member.endpoint.verifyKey, member.box.publicKey, member.deviceId(), member.person, {role},
                             ascending(std::move(grants)), until});
}

Member ProgrammeBuilder::addReader()
{
    Member member = Member::make(m_random);
    add(member, {{m_table, CircleMode::Reader}});
    return member;
}

Member ProgrammeBuilder::addWriter()
{
    Member member = Member::make(m_random);
    add(member, {{m_table, CircleMode::Writer}, {m_office, CircleMode::Writer}});
    return member;
}

void ProgrammeBuilder::revokeDevice(const Member &member, sync::LeaveReason reason, std::vector<sync::ChainEnd> ends)
{
    std::sort(ends.begin(), ends.end());
    append(sync::DeviceRevoke{member.deviceId(), reason, false, std::move(ends)});
}

void ProgrammeBuilder::revokeEndpoint(const Member &member, sync::LeaveReason reason, std::vector<sync::ChainEnd> ends)
{
    std::sort(ends.begin(), ends.end());
    append(sync::EndpointRevoke{member.endpointId(), reason, std::move(ends)});
}

void ProgrammeBuilder::rotate(const CircleId &circle)
{
    const std::uint32_t epoch = m_directory.circle(circle)->epoch() + 1;
    const sync::EpochKey key = sync::EpochKey::make(circle, epoch, m_random);
    Bytes bag(40);
    m_random.fill(bag);
    const std::vector<sync::ReaderKeys> readers = m_directory.readersOf(circle);
    append(sync::EpochStart{circle, epoch, key.commitment(), sync::membersHash(readers), key.circleBox().publicKey,
                            crypto::plainHashOf(bag)});
    for (const sync::ReaderKeys &reader : readers) {
        Result<Bytes> sealed = sync::sealPackage(key, reader.endpoint, reader.box);
        if (!sealed)
            std::abort(); // a defect of the test
        m_pending.packages.push_back({circle, epoch, reader.endpoint, std::move(sealed).value()});
    }
    m_pending.bags.push_back({circle, epoch, std::move(bag)});
}

sync::DirectoryAppend ProgrammeBuilder::takeAppend()
{
    sync::DirectoryAppend taken = std::exchange(m_pending, {});
    m_pending.expectedHead = m_directory.head();
    return taken;
}

ChainBuilder::ChainBuilder(Random &random, const Member &author, const CircleId &circle, const MembershipHead &head)
    : m_random(&random), m_author(&author), m_circle(circle), m_membershipHead(head),
      m_certificate(sync::ReplicaCertificate::make(author.endpointId(), author.endpoint, {}, sync::ReplicaReason::Enrolled, random)),
      m_replica(m_certificate.replica())
{
}

sync::Envelope ChainBuilder::next(std::optional<RecordId> record, std::size_t octets)
{
    sync::Envelope change;
    change.circle = m_circle;
    change.replica = m_replica;
    change.seq = ++m_seq;
    change.previous = m_head;
    change.record = record ? *record : m_random->make<RecordId>();
    change.epoch = 1;
    change.membershipHead = m_membershipHead;
    change.nonce = m_random->make<crypto::Nonce>();
    change.ciphertext = Bytes(octets);
    m_random->fill(*change.ciphertext);
    change.ciphertextHash = crypto::plainHashOf(*change.ciphertext);
    m_head = change.hash();
    return change;
}

sync::Envelope ChainBuilder::nextErase(const RecordId &record)
{
    sync::Envelope change = next(record);
    change.kind = sync::ChangeKind::Erase;
    m_head = change.hash();
    return change;
}

sync::Run ChainBuilder::nextRun(std::size_t changes, std::size_t octets)
{
    sync::Run run = sync::Run::startingWith(next({}, octets));
    for (std::size_t i = 1; i < changes; ++i) {
        const Hash previous = m_head;
        if (!run.add(next({}, octets), previous))
            std::abort(); // a defect of the test
    }
    return run;
}

sync::Seal ChainBuilder::seal() const
{
    return sync::Seal::make(m_circle, m_replica, m_seq, m_head, m_membershipHead, m_author->endpoint);
}

sync::PushRequest ChainBuilder::push(std::vector<sync::Run> runs) const
{
    return {m_random->make<RequestId>(), {m_certificate}, std::move(runs), {seal()}};
}

} // namespace ourtable::test
