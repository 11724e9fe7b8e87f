// How a workspace keeps its projection level with the log.
#include <algorithm>
#include <set>

#include "core/sync/sealing.h"
#include "core/usecases/workspace.h"

namespace ourtable::usecases {
namespace {

constexpr std::size_t kManyAtOnce = 500; // records

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
    return m_projection->put(record, shown ? state : sync::RecordState{}, words);
}

Result<void> Workspace::rebuild()
{
    OURTABLE_ASSIGN(store::Projection made, store::Projection::create(*m_catalogue));
    m_projection.emplace(std::move(made));
    const sync::MergeContext merge(*m_catalogue, directory());
    OURTABLE_ASSIGN(store::Transaction together, m_projection->begin());
    RecordId current;
    std::vector<sync::OpenedChange> changes;
    const auto flush = [&]() -> Result<void> {
        if (changes.empty())
            return {};
        const Result<void> put = putFolded(current, merge.fold(changes), store::Words::Later);
        changes.clear();
        return put;
    };
    OURTABLE_TRY(m_profile.log().forEachReady([&](store::StoredChange &&stored) -> Result<void> {
        if (stored.envelope.record != current) {
            OURTABLE_TRY(flush());
            current = stored.envelope.record;
        }
        Result<sync::Body> body = sync::openChange(stored.envelope, m_keyring);
        if (body)
            changes.push_back(openedFrom(stored, std::move(*body)));
        return {}; // what cannot be opened waits in the log for its key
    }));
    OURTABLE_TRY(flush());
    m_mark = m_profile.log().newestMark();
    OURTABLE_TRY(m_projection->setHighWater({m_mark, m_profile.log().readyHash()}));
    OURTABLE_TRY(together.commit());
    m_keysAreNew = false;
    m_foldedAs = standing();
    m_snapshotStale = true;
    return applyOverlay();
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
    std::set<RecordId> touched;
    OURTABLE_ASSIGN(const std::int64_t mark, m_profile.log().recordsReadyAfter(m_mark, [&](const RecordId &record) { touched.insert(record); }));
    if (touched.empty())
        return std::size_t{0};
    // Many at once are a first sharing: as after a first fold, their words are indexed when somebody first looks for one.
    const store::Words words = touched.size() > kManyAtOnce ? store::Words::Later : store::Words::Now;
    OURTABLE_ASSIGN(store::Transaction together, m_projection->begin());
    // Nothing is written to the log here; it is read under one lock instead of one a record.
    OURTABLE_ASSIGN(store::Transaction reading, store::Transaction::begin(m_profile.log().database()));
    for (const RecordId &record : touched) {
        OURTABLE_ASSIGN(const sync::RecordState state, foldRecord(record));
        OURTABLE_TRY(putFolded(record, state, words));
    }
    OURTABLE_TRY(reading.commit());
    OURTABLE_TRY(m_projection->setHighWater({mark, m_profile.log().readyHash()}));
    OURTABLE_TRY(together.commit());
    m_mark = mark;
    m_snapshotStale = true;
    return touched.size();
}

} // namespace ourtable::usecases
