// Reading: what the roles allow, from the projection; history from the log.
#include <algorithm>

#include "core/sync/sealing.h"
#include "core/usecases/recordscope.h"

namespace ourtable::usecases {
namespace {

constexpr std::size_t kReadAtOnce = 200;

bool isFoundWithOthers(const catalogue::Catalogue &catalogue, const catalogue::Kind &kind)
{
    const catalogue::CircleKind *circle = catalogue.circle(kind.circle);
    return circle && circle->code != "support" && circle->code != "safeguarding";
}

} // namespace

Result<catalogue::Scope> Workspace::readScope(const catalogue::Kind &kind) const
{
    const std::optional<catalogue::Scope> scope = m_catalogue->allowed(kind, catalogue::Right::Read, roles());
    return scope ? Result<catalogue::Scope>(*scope) : Error{ErrorCode::NotPermitted, kind.name + " read"};
}

// Goes on from page to page, because those that the scope does not reach leave gaps.
Result<void> Workspace::eachReached(store::Query query, const catalogue::Kind &kind, catalogue::Scope scope,
                                    const std::function<bool(store::RecordView &&)> &take)
{
    query.limit = std::max(query.limit, kReadAtOnce);
    for (;;) {
        OURTABLE_ASSIGN(std::vector<store::RecordView> page, m_projection->find(query));
        const bool last = page.size() < query.limit;
        if (!last)
            query.after = page.back().id;
        for (store::RecordView &view : page) {
            OURTABLE_ASSIGN(const bool reached, reaches(*this, scope, factsOf(*this, kind, view)));
            if (reached && !take(std::move(view)))
                return {};
        }
        if (last)
            return {};
    }
}

Result<store::RecordView> Workspace::get(const RecordId &record)
{
    OURTABLE_ASSIGN(std::optional<store::RecordView> found, m_projection->get(record));
    if (!found)
        return Error{ErrorCode::NotFound, "record"};
    const catalogue::Kind &kind = *m_catalogue->kind(found->kind);
    OURTABLE_ASSIGN(const catalogue::Scope scope, readScope(kind));
    OURTABLE_ASSIGN(const bool reached, reaches(*this, scope, factsOf(*this, kind, *found)));
    if (!reached)
        return Error{ErrorCode::NotPermitted, kind.name + " read"};
    return std::move(*found);
}

Result<std::vector<store::RecordView>> Workspace::find(const store::Query &query)
{
    const catalogue::Kind *kind = m_catalogue->kind(query.kind);
    if (!kind)
        return ErrorCode::UnknownKind;
    OURTABLE_ASSIGN(const catalogue::Scope scope, readScope(*kind));
    if (scope == catalogue::Scope::All)
        return m_projection->find(query);
    std::vector<store::RecordView> found;
    if (query.limit == 0)
        return found;
    OURTABLE_TRY(eachReached(query, *kind, scope, [&](store::RecordView &&view) {
        found.push_back(std::move(view));
        return found.size() < query.limit;
    }));
    return found;
}

Result<std::vector<store::RecordKey>> Workspace::list(const store::Query &query)
{
    const catalogue::Kind *kind = m_catalogue->kind(query.kind);
    if (!kind)
        return ErrorCode::UnknownKind;
    OURTABLE_ASSIGN(const catalogue::Scope scope, readScope(*kind));
    if (scope == catalogue::Scope::All)
        return m_projection->list(query);
    std::vector<store::RecordKey> keys;
    OURTABLE_TRY(eachReached(query, *kind, scope, [&](store::RecordView &&view) {
        keys.push_back({view.id, view.updatedClock});
        return query.limit == 0 || keys.size() < query.limit;
    }));
    return keys;
}

Result<std::vector<store::RecordView>> Workspace::getMany(std::span<const RecordId> records)
{
    std::vector<store::RecordView> views;
    for (const RecordId &record : records) {
        Result<store::RecordView> view = get(record);
        const bool notForThem = !view && (view.error().code == ErrorCode::NotFound || view.error().code == ErrorCode::NotPermitted);
        if (!view && !notForThem)
            return view.error();
        if (view)
            views.push_back(std::move(*view));
    }
    return views;
}

Result<std::vector<RecordId>> Workspace::twoVersions()
{
    OURTABLE_ASSIGN(const std::vector<RecordId> all, m_projection->withTwoVersions());
    OURTABLE_ASSIGN(const std::vector<store::RecordView> reached, getMany(all));
    std::vector<RecordId> records;
    for (const store::RecordView &view : reached)
        records.push_back(view.id);
    return records;
}

Result<std::int64_t> Workspace::count(const store::Query &query)
{
    const catalogue::Kind *kind = m_catalogue->kind(query.kind);
    if (!kind)
        return ErrorCode::UnknownKind;
    OURTABLE_ASSIGN(const catalogue::Scope scope, readScope(*kind));
    if (scope == catalogue::Scope::All)
        return m_projection->count(query);
    store::Query all = query;
    all.after.reset();
    std::int64_t reached = 0;
    OURTABLE_TRY(eachReached(std::move(all), *kind, scope, [&](store::RecordView &&) {
        ++reached;
        return true;
    }));
    return reached;
}

Result<std::vector<store::SearchHit>> Workspace::search(const std::string &typed, std::size_t limit,
                                                        std::optional<catalogue::KindNumber> among)
{
    // After a first fold the words are indexed when somebody first looks for one; nothing is left out.
    static constexpr std::int64_t kAll = INT64_MAX;
    OURTABLE_TRY(m_projection->indexWords(kAll));
    std::vector<catalogue::KindNumber> kinds;
    for (const catalogue::Kind &kind : m_catalogue->kinds()) {
        const bool wanted = among ? *among == kind.number : isFoundWithOthers(*m_catalogue, kind);
        if (wanted && may(kind, catalogue::Right::Read))
            kinds.push_back(kind.number);
    }
    if (kinds.empty())
        return std::vector<store::SearchHit>{}; // to the index, none would mean all
    // Asks for more while hits that are not for this person leave room.
    for (std::size_t asked = limit;; asked *= 2) {
        OURTABLE_ASSIGN(std::vector<store::SearchHit> hits, store::Search(*m_projection).find(typed, kinds, asked));
        const bool all = hits.size() < asked;
        OURTABLE_TRY(dropOutOfReach(hits));
        if (all || hits.size() >= limit) {
            hits.resize(std::min(hits.size(), limit));
            return hits;
        }
    }
}

Result<void> Workspace::dropOutOfReach(std::vector<store::SearchHit> &hits)
{
    std::vector<store::SearchHit> reached;
    for (const store::SearchHit &hit : hits) {
        OURTABLE_ASSIGN(const catalogue::Scope scope, readScope(*m_catalogue->kind(hit.kind)));
        const bool whole = scope == catalogue::Scope::All;
        const Result<store::RecordView> view = whole ? Error{ErrorCode::NotFound, {}} : get(hit.id);
        if (!whole && !view && view.error().code != ErrorCode::NotPermitted)
            return view.error();
        if (whole || view)
            reached.push_back(hit);
    }
    hits = std::move(reached);
    return {};
}

Result<sync::RecordState> Workspace::state(const RecordId &record)
{
    OURTABLE_ASSIGN(sync::RecordState state, foldRecord(record));
    const catalogue::Kind *kind = m_catalogue->kind(state.kind);
    if (!kind)
        return Error{ErrorCode::NotFound, "record"};
    OURTABLE_ASSIGN(const catalogue::Scope scope, readScope(*kind));
    OURTABLE_ASSIGN(const bool reached, reaches(*this, scope, factsOf(*this, *kind, record, state)));
    if (!reached)
        return Error{ErrorCode::NotPermitted, kind->name + " read"};
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
        std::vector<ValueId> values;
        for (std::size_t index = 0; index < body->writes.size(); ++index)
            values.push_back(sync::valueIdOf(change.hash, index));
        entries.push_back({sync::millisecondsOfClock(body->clock), author ? author->person : PersonId{},
                           folded.verdicts.at(opened++), std::move(body->writes), std::move(values)});
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
