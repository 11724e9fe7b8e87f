// How a workspace keeps its projection level with the log.
#include <algorithm>
#include <set>

#include "core/sync/sealing.h"
#include "core/usecases/projectionfeeder.h"
#include "core/usecases/workspace.h"

namespace ourtable::usecases {
namespace {

sync::OpenedChange openedFrom(const store::StoredChange &stored, sync::Body body)
{
    return {stored.hash, stored.envelope.replica, stored.envelope.seq, stored.envelope.membershipHead,
            stored.author, stored.envelope.kind, std::move(body), stored.envelope.record, stored.envelope.circle};
}

} // namespace

sync::EndpointVersion Workspace::standing() const
{
    sync::EndpointVersion now = directory().endpoint(m_endpoint)->now();
    now.fromSeq = 0; // only what it allows matters
    return now;
}

Result<void> Workspace::buildProjection()
{
    OURTABLE_TRY(layKeptOverlay());
    OURTABLE_ASSIGN(m_fromSnapshot, loadSnapshot());
    if (!m_fromSnapshot) {
        OURTABLE_TRY(rebuild());
    } else {
        m_keysAreNew = false;
        m_foldedAs = standing();
        OURTABLE_TRY(foldNew());
        OURTABLE_TRY(applyOverlay());
    }
    m_touched.clear(); // nobody has seen anything yet
    return {};
}

Result<void> Workspace::putFolded(const RecordId &record, const sync::RecordState &state, store::Words words)
{
    const catalogue::Kind *kind = m_catalogue->kind(state.kind);
    // Of which nothing was accepted is no record: whoever may not write one must not make an empty one appear.
    const bool counts = state.hasForeign || state.counts[static_cast<std::size_t>(sync::Verdict::Accepted)] > 0;
    const bool shown = kind && counts && isProjected(*kind);
    static const sync::RecordState kNone;
    catalogue::KindNumber touched = shown ? kind->number : 0;
    if (!shown) {
        OURTABLE_ASSIGN(touched, m_projection->kindOf(record)); // it may have been shown before
    }
    OURTABLE_TRY(m_projection->put(record, shown ? state : kNone, words));
    if (touched != 0)
        m_touched.emplace(record, touched);
    return {};
}

Result<void> Workspace::rebuild()
{
    // All is folded anew; what comes out otherwise than before is all that was touched.
    std::vector<store::Fingerprint> before;
    if (m_projection) {
        OURTABLE_ASSIGN(before, m_projection->fingerprints());
    }
    std::map<RecordId, catalogue::KindNumber> touched = m_touched;
    OURTABLE_ASSIGN(store::Projection made, store::Projection::create(*m_catalogue));
    m_projection.emplace(std::move(made));
    OURTABLE_ASSIGN(store::Transaction together, m_projection->begin());
    OURTABLE_TRY(foldAfter(0));
    OURTABLE_TRY(together.commit());
    m_keysAreNew = false;
    m_foldedAs = standing();
    m_snapshotStale = true;
    if (!before.empty()) {
        m_touched = std::move(touched);
        OURTABLE_ASSIGN(const std::vector<store::Fingerprint> after, m_projection->fingerprints());
        touch(before, after);
    }
    return applyOverlay();
}

// Both in order of their records.
void Workspace::touch(const std::vector<store::Fingerprint> &before, const std::vector<store::Fingerprint> &after)
{
    auto now = after.begin();
    for (const store::Fingerprint &then : before) {
        for (; now != after.end() && now->record < then.record; ++now)
            m_touched.emplace(now->record, now->kind);
        const bool here = now != after.end() && now->record == then.record;
        if (!here || now->content != then.content)
            m_touched.emplace(then.record, then.kind);
        if (here)
            ++now;
    }
    for (; now != after.end(); ++now)
        m_touched.emplace(now->record, now->kind);
}

Result<void> Workspace::foldAfter(std::int64_t mark)
{
    // Most records have one change: those are folded as they come, in the order of the disk; the others by the index.
    const sync::MergeContext merge(*m_catalogue, directory());
    std::set<RecordId> others;
    std::vector<sync::OpenedChange> change(1);
    ProjectionFeeder feeder([this](const RecordId &record, const sync::RecordState &state) {
        return putFolded(record, state, store::Words::Later);
    });
    OURTABLE_ASSIGN(const std::int64_t reached, m_profile.log().forEachReadyAfter(mark, [&](store::StoredChange &&stored, bool alone) -> Result<void> {
        if (!alone) {
            others.insert(stored.envelope.record);
            return {};
        }
        Result<sync::Body> body = sync::openChange(stored.envelope, m_keyring);
        if (!body)
            return {}; // waits in the log for its key
        change.front() = openedFrom(stored, std::move(*body));
        return feeder.add(stored.envelope.record, merge.fold(change));
    }));
    for (const RecordId &record : others) {
        OURTABLE_ASSIGN(sync::RecordState state, foldRecord(record));
        OURTABLE_TRY(feeder.add(record, std::move(state)));
    }
    OURTABLE_TRY(feeder.finish());
    OURTABLE_TRY(m_projection->setHighWater({reached, m_profile.log().readyHash()}));
    m_mark = reached;
    return {};
}

Result<sync::RecordState> Workspace::foldRecord(const RecordId &record)
{
    OURTABLE_ASSIGN(const std::vector<store::StoredChange> stored, m_profile.log().changesOf(record));
    std::vector<sync::OpenedChange> changes;
    for (const store::StoredChange &change : stored) {
        Result<sync::Body> body = sync::openChange(change.envelope, m_keyring);
        if (body)
            changes.push_back(openedFrom(change, std::move(*body)));
    }
    if (changes.empty())
        return sync::RecordState{};
    return sync::MergeContext(*m_catalogue, directory()).fold(changes);
}

Result<std::vector<Touched>> Workspace::catchUp()
{
    OURTABLE_TRY(foldNew());
    std::vector<Touched> touched;
    touched.reserve(m_touched.size());
    for (const auto &[record, kind] : m_touched)
        touched.push_back({record, kind});
    m_touched.clear();
    return touched;
}

Result<void> Workspace::foldNew()
{
    // A key that came late opens changes anywhere in the log; other roles or circles show other records: fold anew.
    const sync::EndpointVersion now = standing();
    if (m_keysAreNew || now.roles != m_foldedAs.roles || now.grants != m_foldedAs.grants || now.active != m_foldedAs.active)
        return rebuild();
    if (m_profile.log().newestMark() == m_mark)
        return {};
    const std::int64_t before = m_mark;
    OURTABLE_ASSIGN(store::Transaction together, m_projection->begin());
    // Nothing is written to the log here; it is read under one lock instead of one a record.
    OURTABLE_ASSIGN(store::Transaction reading, store::Transaction::begin(m_profile.log().database()));
    const Result<void> folded = [&]() -> Result<void> {
        OURTABLE_TRY(foldAfter(m_mark));
        OURTABLE_TRY(reading.commit());
        return together.commit();
    }();
    if (folded)
        m_snapshotStale = true;
    else
        m_mark = before;
    return folded;
}

} // namespace ourtable::usecases
