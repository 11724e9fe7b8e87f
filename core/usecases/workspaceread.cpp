// Reading: what the roles allow, from the projection; history from the log.
#include <algorithm>

#include "core/sync/sealing.h"
#include "core/usecases/workspace.h"

namespace ourtable::usecases {

Result<void> Workspace::mayRead(const catalogue::Kind &kind) const
{
    return may(kind, catalogue::Right::Read) ? Result<void>() : Error{ErrorCode::NotPermitted, kind.name + " read"};
}

Result<store::RecordView> Workspace::get(const RecordId &record)
{
    OURTABLE_ASSIGN(std::optional<store::RecordView> found, m_projection->get(record));
    if (!found)
        return Error{ErrorCode::NotFound, "record"};
    OURTABLE_TRY(mayRead(*m_catalogue->kind(found->kind)));
    return std::move(*found);
}

Result<std::vector<store::RecordView>> Workspace::find(const store::Query &query)
{
    const catalogue::Kind *kind = m_catalogue->kind(query.kind);
    if (!kind)
        return ErrorCode::UnknownKind;
    OURTABLE_TRY(mayRead(*kind));
    return m_projection->find(query);
}

Result<std::int64_t> Workspace::count(const store::Query &query)
{
    const catalogue::Kind *kind = m_catalogue->kind(query.kind);
    if (!kind)
        return ErrorCode::UnknownKind;
    OURTABLE_TRY(mayRead(*kind));
    return m_projection->count(query);
}

Result<std::vector<store::SearchHit>> Workspace::search(const std::string &typed, std::size_t limit)
{
    // After a first fold the words are indexed when somebody first looks for one; nothing is left out.
    static constexpr std::int64_t kAll = INT64_MAX;
    OURTABLE_TRY(m_projection->indexWords(kAll));
    std::vector<catalogue::KindNumber> kinds;
    for (const catalogue::Kind &kind : m_catalogue->kinds()) {
        if (may(kind, catalogue::Right::Read))
            kinds.push_back(kind.number);
    }
    return store::Search(*m_projection).find(typed, kinds, limit);
}

Result<sync::RecordState> Workspace::state(const RecordId &record)
{
    OURTABLE_ASSIGN(sync::RecordState state, foldRecord(record));
    const catalogue::Kind *kind = m_catalogue->kind(state.kind);
    if (!kind)
        return Error{ErrorCode::NotFound, "record"};
    OURTABLE_TRY(mayRead(*kind));
    return state;
}

Result<std::vector<Workspace::HistoryEntry>> Workspace::history(const RecordId &record)
{
    OURTABLE_ASSIGN(const sync::RecordState folded, state(record)); // and with it the right to read
    OURTABLE_ASSIGN(const std::vector<store::StoredChange> stored, m_profile.log().changesOf(record));
    std::vector<HistoryEntry> entries;
    std::size_t opened = 0;
    for (const store::StoredChange &change : stored) {
        Result<sync::Body> body = sync::openChange(change.envelope, m_keyring);
        if (!body)
            continue;
        const sync::EndpointState *author = directory().endpoint(change.author);
        entries.push_back({sync::millisecondsOfClock(body->clock), author ? author->person : PersonId{},
                           folded.verdicts.at(opened++), std::move(body->writes)});
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    return entries;
}

Result<Hash> Workspace::digest()
{
    std::vector<catalogue::KindNumber> kinds;
    for (const catalogue::Kind &kind : m_catalogue->kinds()) {
        if (isProjected(kind))
            kinds.push_back(kind.number);
    }
    return m_projection->digest(kinds);
}

} // namespace ourtable::usecases
