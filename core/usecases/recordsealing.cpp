// The second half of RecordWriter: from prepared bodies to sealed changes on disk.
#include <algorithm>

#include "core/crypto/aead.h"
#include "core/crypto/hashing.h"
#include "core/sync/sealing.h"
#include "core/usecases/editcopy.h"
#include "core/usecases/recordwriter.h"

namespace ourtable::usecases {

std::uint64_t RecordWriter::nextClock()
{
    m_clock = sync::tick(m_clock, m_workspace.profile().around().clock.wallMilliseconds(), m_offset);
    return m_clock;
}

Result<ReplicaId> RecordWriter::replica()
{
    if (m_replica)
        return *m_replica;
    store::LogStore &log = m_workspace.profile().log();
    Result<ReplicaId> active = log.activeReplica(m_workspace.endpoint());
    if (!active && active.error().code == ErrorCode::NotFound) {
        OURTABLE_ASSIGN(const ReplicaId previous, log.newestReplica(m_workspace.endpoint()));
        const auto reason = previous.isZero() ? sync::ReplicaReason::Enrolled : sync::ReplicaReason::Restored;
        const auto certificate = sync::ReplicaCertificate::make(m_workspace.endpoint(), m_workspace.endpointKeys().signing,
                                                                previous, reason, m_workspace.profile().around().random);
        OURTABLE_TRY(log.addReplica(certificate));
        active = certificate.replica();
    }
    if (!active)
        return active.error();
    m_replica = *active;
    return *active;
}

Result<RecordWriter::Chain *> RecordWriter::chainFor(const CircleId &circle)
{
    const auto known = m_chains.find(circle);
    if (known != m_chains.end())
        return &known->second;
    OURTABLE_ASSIGN(const ReplicaId mine, replica());
    OURTABLE_ASSIGN(const store::ChainHead head, m_workspace.profile().log().chainHead(circle, mine));
    return &m_chains.emplace(circle, Chain{mine, head}).first->second;
}

Result<sync::Envelope> RecordWriter::sealed(const Prepared &prepared, store::Save &save)
{
    const sync::Directory &directory = m_workspace.directory();
    const sync::CircleState *circle = directory.circleOfKind(prepared.kind->circle);
    const auto mode = circle ? directory.modeOf(m_workspace.endpoint(), circle->id) : std::nullopt;
    if (!mode)
        return Error{ErrorCode::NotPermitted, prepared.kind->name + " circle"};
    OURTABLE_ASSIGN(Chain *const chain, chainFor(circle->id));
    sync::Envelope head;
    head.circle = circle->id;
    head.replica = chain->replica;
    head.seq = chain->head.seq + 1;
    head.previous = chain->head.hash;
    head.kind = prepared.change;
    head.record = prepared.record;
    head.epoch = circle->epoch();
    head.membershipHead = directory.membershipHead();
    Random &random = m_workspace.profile().around().random;
    const sync::EpochKey *key = mode == sync::CircleMode::Reader ? m_workspace.keyring().newest(circle->id) : nullptr;
    Result<sync::Envelope> made = key ? sync::sealUnderEpoch(std::move(head), prepared.body, *key, random)
                                      : sync::sealToCircle(std::move(head), prepared.body, circle->epochs.at(circle->epoch()).circleBox, random);
    if (!made)
        return made;
    chain->head = {made->seq, made->hash()};
    save.changes.push_back(*made);
    return made;
}

Result<void> RecordWriter::keepBeside(const Prepared &prepared, const Hash &hash, store::Save &save)
{
    if (m_workspace.isProjected(*prepared.kind) || prepared.change == sync::ChangeKind::Erase)
        return {};
    const std::int64_t now = m_workspace.now();
    save.receipts.push_back({prepared.record, prepared.kind->number, now});
    if (!prepared.keepCopy || prepared.body.imported)
        return {};
    const Result<Value> before = m_workspace.editCopy(prepared.record);
    const crypto::SecretBytes plain(cbor::encode(copyWith(before ? *before : Value(), prepared.body, hash)));
    // What a person may read of their own (claims, plans) stays with them; everything else closes after the edit window.
    const auto mine = m_workspace.catalogue().allowed(*prepared.kind, catalogue::Right::Read, m_workspace.roles());
    const bool keepsOwn = mine == catalogue::Scope::Own;
    save.editCopies.push_back({prepared.record, m_workspace.endpoint(), keepsOwn ? RecordId{} : prepared.gathering,
                               m_workspace.sealedForMe("edit-copy", plain.view()), keepsOwn ? INT64_MAX : now + kEditWindow});
    return {};
}

Result<std::vector<Saved>> RecordWriter::finish(const std::optional<std::string> &draft)
{
    std::vector<Saved> written;
    store::LogStore &log = m_workspace.profile().log();
    OURTABLE_ASSIGN(m_clock, log.lastClock());
    OURTABLE_ASSIGN(m_offset, log.hubOffset());
    m_clockGood = m_offset.fresh(m_workspace.profile().around().clock.monotonicMilliseconds());
    const RequestId transaction = m_workspace.profile().around().random.make<RequestId>();
    store::Save save;
    save.draftDone = draft ? std::optional(m_workspace.formName(*draft)) : std::nullopt;
    for (std::size_t i = 0; i < m_prepared.size(); ++i) {
        Prepared &prepared = m_prepared[i];
        prepared.body.clock = nextClock();
        prepared.body.clockGood = m_clockGood;
        if (m_prepared.size() > 1)
            prepared.body.part = sync::Part{transaction, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(m_prepared.size())};
        OURTABLE_ASSIGN(const sync::Envelope envelope, sealed(prepared, save));
        OURTABLE_TRY(keepBeside(prepared, envelope.hash(), save));
        written.push_back({prepared.record, !m_workspace.isProjected(*prepared.kind)});
    }
    if (save.changes.empty() && !save.draftDone)
        return written;
    for (const auto &[circle, chain] : m_chains) {
        save.seals.push_back(sync::Seal::make(circle, chain.replica, chain.head.seq, chain.head.hash,
                                              m_workspace.directory().membershipHead(), m_workspace.endpointKeys().signing));
    }
    save.clock = m_clock;
    OURTABLE_TRY(log.save(save));
    OURTABLE_TRY(m_workspace.foldNew());
    return written;
}

} // namespace ourtable::usecases
