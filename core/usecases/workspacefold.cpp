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
    if (!m_fromSnapshot)
        return rebuild();
    m_keysAreNew = false;
    m_foldedAs = standing();
    OURTABLE_TRY(catchUp());
    return applyOverlay();
}

Result<void> Workspace::putFolded(const RecordId &record, const sync::RecordState &state, store::Words words)
{
    const catalogue::Kind *kind = m_catalogue->kind(state.kind);
    // Of which nothing was accepted is no record: whoever may not write one must not make an empty one appear.
    const bool counts = state.hasForeign || state.counts[static_cast<std::size_t>(sync::Verdict::Accepted)] > 0;
    const bool shown = kind && counts && isProjected(*kind);
    static const sync::RecordState kNone;
    return m_projection->put(record, shown ? state : kNone, words);
}

Result<void> Workspace::rebuild()
{
    OURTABLE_ASSIGN(store::Projection made, store::Projection::create(*m_catalogue));
    m_projection.emplace(std::move(made));
    OURTABLE_ASSIGN(store::Transaction together, m_projection->begin());
    OURTABLE_ASSIGN(const std::size_t folded, foldAfter(0));
    (void)folded;
    OURTABLE_TRY(together.commit());
    m_keysAreNew = false;
    m_foldedAs = standing();
    m_snapshotStale = true;
    return applyOverlay();
}

Result<std::size_t> Workspace::foldAfter(std::int64_t mark)
{
    // Most records have one change: those are folded as they come, in the order of the disk; the others by the index.
    const sync::MergeContext merge(*m_catalogue, directory());
    std::set<RecordId> others;
    std::size_t folded = 0;
    std::vector<sync::OpenedChange> change(1);
    ProjectionFeeder feeder([this](const RecordId &record, const sync::RecordState &state) {
        return putFolded(record, state, store::Words::Later);
    });
    OURTABLE_ASSIGN(const std::int64_t reached, m_profile.log().forEachReadyAfter(mark, [&](store::StoredChange &&stored, bool alone) -> Result<void> {
        if (!alone) {
            others.insert(stored.envelope.record);
            return {};
        }
        ++folded;
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
    return folded + others.size();
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

Result<std::size_t> Workspace::catchUp()
{
    // A key that came late opens changes anywhere in the log; other roles or circles show other records: fold anew.
    const sync::EndpointVersion now = standing();
    if (m_keysAreNew || now.roles != m_foldedAs.roles || now.grants != m_foldedAs.grants || now.active != m_foldedAs.active) {
        OURTABLE_TRY(rebuild());
        return std::size_t{0};
    }
    if (m_profile.log().newestMark() == m_mark)
        return std::size_t{0};
    const std::int64_t before = m_mark;
    OURTABLE_ASSIGN(store::Transaction together, m_projection->begin());
    // Nothing is written to the log here; it is read under one lock instead of one a record.
    OURTABLE_ASSIGN(store::Transaction reading, store::Transaction::begin(m_profile.log().database()));
    const Result<std::size_t> folded = [&]() -> Result<std::size_t> {
        OURTABLE_ASSIGN(const std::size_t records, foldAfter(m_mark));
        OURTABLE_TRY(reading.commit());
        OURTABLE_TRY(together.commit());
        return records;
    }();
    if (folded)
        m_snapshotStale = true;
    else
        m_mark = before;
    return folded;
}

} // namespace ourtable::usecases
