// Saving: the device's own changes, and what goes with them in the same transaction.
#include <algorithm>
#include <utility>

#include "core/crypto/hashing.h"
#include "core/store/logstore.h"

namespace ourtable::store {
namespace {

// domain.md 9.6: safeguarding first, then support, then what was taken back, then the rest. Numbers are the catalogue's
// kinds of circle.
constexpr std::uint8_t kSafeguarding = 5;
constexpr std::uint8_t kSupport = 2;

int urgencyOf(const sync::Directory &directory, const sync::Envelope &envelope)
{
    const sync::CircleState *circle = directory.circle(envelope.circle);
    if (circle && circle->kind == kSafeguarding)
        return 0;
    if (circle && circle->kind == kSupport)
        return 1;
    return 2;
}

} // namespace

Result<std::int64_t> LogStore::rowOf(const Hash &hash)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT row FROM change WHERE hash = ?"));
    OURTABLE_ASSIGN(const bool row, find.bind(1, hash).step());
    return row ? find.integer(0) : std::int64_t{0};
}

Result<std::int64_t> LogStore::insert(const sync::Envelope &envelope, const Hash &hash, const Entry &entry)
{
    OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(envelope.circle));
    OURTABLE_ASSIGN(const std::int64_t replica, replicaNumber(envelope.replica));
    OURTABLE_ASSIGN(const bool erased, isErased(circle, envelope.record));
    const bool words = envelope.ciphertext && (!erased || envelope.kind == sync::ChangeKind::Erase);
    OURTABLE_ASSIGN(Statement add, m_database.prepare(
        "INSERT INTO change (circle, replica, seq, hash, previous, suite, kind, record, epoch, head, nonce, sealed_key, "
        "ciphertext, ciphertext_hash, state, reason, acknowledged, ready) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING"));
    add.bindAll(circle, replica, envelope.seq, hash, envelope.previous, static_cast<int>(envelope.suite),
                static_cast<int>(envelope.kind), envelope.record, envelope.epoch, envelope.membershipHead, envelope.nonce,
                envelope.sealedKey);
    if (words)
        add.bind(13, *envelope.ciphertext).bind(14, nullptr);
    else
        add.bind(13, nullptr).bind(14, envelope.ciphertextHash);
    add.bind(15, static_cast<int>(entry.state)).bind(16, static_cast<int>(entry.reason)).bind(17, entry.acknowledged);
    const bool ready = entry.state == ChangeState::Ready;
    if (ready)
        add.bind(18, m_mark + 1);
    OURTABLE_TRY(add.run());
    if (m_database.changes() == 0)
        return std::int64_t{0};
    const std::int64_t row = m_database.lastInsertRow();
    if (ready)
        OURTABLE_TRY(countReady(envelope, hash));
    return row;
}

Result<void> LogStore::makeReady(std::int64_t row, const StoredChange &change)
{
    OURTABLE_ASSIGN(Statement mark, m_database.prepare("UPDATE change SET state = 1, reason = 0, ready = ? WHERE row = ?"));
    OURTABLE_TRY(mark.bindAll(m_mark + 1, row).run());
    return countReady(change.envelope, change.hash);
}

Result<void> LogStore::countReady(const sync::Envelope &envelope, const Hash &hash)
{
    ++m_mark;
    m_readyHash = crypto::hashOf("ourtable.log.v1", {m_readyHash.view(), hash.view()});
    if (envelope.kind != sync::ChangeKind::Erase)
        return {};
    OURTABLE_ASSIGN(const std::int64_t circle, circleNumber(envelope.circle));
    return applyErase(circle, envelope.record);
}

Result<void> LogStore::applyErase(std::int64_t circle, const RecordId &record)
{
    OURTABLE_ASSIGN(Statement note, m_database.prepare("INSERT INTO erased (circle, record) VALUES (?, ?) ON CONFLICT DO NOTHING"));
    OURTABLE_TRY(note.bindAll(circle, record).run());
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT row, ciphertext FROM change WHERE circle = ? AND record = ? AND kind <> 3 "
                                                       "AND ciphertext IS NOT NULL"));
    find.bindAll(circle, record);
    std::vector<std::pair<std::int64_t, Hash>> rows;
    for (;;) {
        OURTABLE_ASSIGN(const bool row, find.step());
        if (!row)
            break;
        rows.emplace_back(find.integer(0), crypto::plainHashOf(find.octets(1)));
    }
    OURTABLE_ASSIGN(Statement blank, m_database.prepare("UPDATE change SET ciphertext = NULL, ciphertext_hash = ? WHERE row = ?"));
    for (const auto &[row, hash] : rows)
        OURTABLE_TRY(blank.bindAll(hash, row).run());
    OURTABLE_ASSIGN(Statement copies, m_database.prepare("DELETE FROM edit_copy WHERE record = ?2 AND EXISTS "
                                                         "(SELECT 1 FROM change WHERE circle = ?1 AND record = ?2 AND kind <> 3)"));
    OURTABLE_TRY(copies.bindAll(circle, record).run());
    OURTABLE_TRY(dropDraftsAbout(record));
    m_erasedSomething = true;
    m_tookBack = true;
    return {};
}

void LogStore::finishErases()
{
    // The words are blanked already; this takes them out of the write-ahead log too. A reader in the way only puts it off:
    // the next opening or erase does it.
    if (m_erasedSomething && m_database.checkpointTruncate())
        m_erasedSomething = false;
    if (std::exchange(m_tookBack, false) && m_whenErased)
        m_whenErased();
}

Result<void> LogStore::saveOwn(const sync::Envelope &envelope)
{
    OURTABLE_ASSIGN(const ChainHead head, chainHead(envelope.circle, envelope.replica));
    if (envelope.seq != head.seq + 1 || envelope.previous != head.hash)
        return Error{ErrorCode::Conflict, "chain"};
    const Hash hash = envelope.hash();
    OURTABLE_ASSIGN(const std::int64_t row, insert(envelope, hash, {}));
    if (row == 0)
        return Error{ErrorCode::Conflict, "chain"};
    return queue(row, envelope);
}

Result<void> LogStore::queue(std::int64_t row, const sync::Envelope &envelope)
{
    OURTABLE_ASSIGN(Statement add, m_database.prepare("INSERT INTO outbox (row, urgency) VALUES (?, ?)"));
    return add.bindAll(row, urgencyOf(m_directory, envelope)).run();
}

Result<void> LogStore::save(const Save &save)
{
    OURTABLE_TRY(inTransaction([&]() -> Result<void> {
        for (const sync::Envelope &envelope : save.changes)
            OURTABLE_TRY(saveOwn(envelope));
        for (const sync::Seal &seal : save.seals)
            OURTABLE_TRY(keepSeal(seal, true));
        OURTABLE_TRY(saveBeside(save));
        OURTABLE_ASSIGN(const std::uint64_t last, lastClock());
        return setMeta("clock", crypto::le64(std::max(last, save.clock)));
    }));
    if (save.draftDone)
        std::erase_if(m_unkept, [&save](const auto &each) { return each.first.first == *save.draftDone; });
    keepUnkeptDrafts();
    return {};
}

Result<void> LogStore::saveBeside(const Save &save)
{
    if (save.draftDone) {
        OURTABLE_ASSIGN(Statement drop, m_database.prepare("DELETE FROM draft WHERE form = ?"));
        OURTABLE_TRY(drop.bind(1, *save.draftDone).run());
        // Of what is sealed into a circle that its writer cannot read, not even a sealed draft stays behind.
        m_erasedSomething = m_erasedSomething || !save.receipts.empty();
    }
    for (const Save::Receipt &receipt : save.receipts) {
        OURTABLE_ASSIGN(Statement add, m_database.prepare("INSERT INTO receipt (record, kind, at) VALUES (?, ?, ?) ON CONFLICT (record) DO NOTHING"));
        OURTABLE_TRY(add.bindAll(receipt.record, receipt.kind, receipt.at).run());
    }
    for (const Save::EditCopy &copy : save.editCopies) {
        OURTABLE_ASSIGN(Statement add, m_database.prepare(
            "INSERT INTO edit_copy (record, owner, gathering, sealed, until) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (record, owner) DO UPDATE SET sealed = excluded.sealed, until = min(until, excluded.until)"));
        OURTABLE_TRY(add.bindAll(copy.record, copy.owner, copy.gathering, copy.sealed, copy.until).run());
    }
    return {};
}

} // namespace ourtable::store
