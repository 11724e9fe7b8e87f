#include "core/sync/merge.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "core/sync/fieldfold.h"

namespace ourtable::sync {
namespace {

// The different changes among those given, and which of them each one given is.
struct Distinct {
    std::vector<const OpenedChange *> changes; // by hash
    std::vector<std::size_t> given;
};

Distinct distinct(const std::vector<OpenedChange> &changes)
{
    std::vector<std::size_t> order(changes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return changes[a].hash < changes[b].hash; });
    Distinct made;
    made.given.resize(changes.size());
    for (const std::size_t index : order) {
        if (made.changes.empty() || made.changes.back()->hash != changes[index].hash)
            made.changes.push_back(&changes[index]);
        made.given[index] = made.changes.size() - 1;
    }
    return made;
}

bool madeEarlier(const Judged *a, const Judged *b)
{
    const auto key = [](const OpenedChange &change) {
        return std::tie(change.body.clock, change.replica, change.seq, change.hash);
    };
    return key(*a->change) < key(*b->change);
}

bool updatedEarlier(const Judged *a, const Judged *b)
{
    const bool goodA = a->change->body.clockGood;
    const bool goodB = b->change->body.clockGood;
    return goodA != goodB ? goodB : madeEarlier(a, b);
}

// The changes that make the state: the erases alone, once there is one.
std::vector<Judged *> countedOf(std::vector<Judged> &changes)
{
    const bool erased = std::any_of(changes.begin(), changes.end(),
                                    [](const Judged &judged) { return judged.accepted() && judged.erases(); });
    std::vector<Judged *> counted;
    for (Judged &judged : changes) {
        if (judged.accepted() && judged.erases() == erased)
            counted.push_back(&judged);
    }
    return counted;
}

void tellOrigin(const std::vector<Judged *> &counted, RecordState &state)
{
    const auto newest = std::max_element(counted.begin(), counted.end(), updatedEarlier);
    state.updatedClock = (*newest)->change->body.clock;
    state.updatedBy = (*newest)->change->author;
    const Judged *first = nullptr;
    for (const Judged *judged : counted) {
        if (judged->change->body.creates && !judged->erases() && (!first || madeEarlier(judged, first)))
            first = judged;
    }
    if (!first)
        return;
    const Body &body = first->change->body;
    state.createdClock = body.clock;
    state.createdBy = first->change->author;
    state.imported = body.imported;
    state.sourceId = body.sourceId;
}

bool isForeign(const Judged &judged)
{
    return judged.verdict == Verdict::Foreign
        || std::any_of(judged.writes.begin(), judged.writes.end(),
                       [](const FittedWrite &write) { return write.fit == Fit::Foreign; });
}

void tellVerdicts(const std::vector<Judged> &changes, const std::vector<std::size_t> &given, RecordState &state)
{
    state.verdicts.reserve(given.size());
    for (const std::size_t index : given)
        state.verdicts.push_back(changes[index].verdict);
    for (const Judged &judged : changes)
        ++state.counts[static_cast<std::size_t>(judged.verdict)];
}

void startState(const catalogue::Kind &kind, RecordState &state)
{
    if (!kind.states.empty())
        state.fields.try_emplace(catalogue::kStateField, FieldState{{}, false, kind.states.front(), {}});
}

} // namespace

const Value &RecordState::shown(catalogue::FieldNumber field) const
{
    static const Value kNone;
    const auto at = fields.find(field);
    return at == fields.end() ? kNone : at->second.shown;
}

std::vector<ValueId> RecordState::current(catalogue::FieldNumber field) const
{
    std::vector<ValueId> ids;
    if (const auto at = fields.find(field); at != fields.end()) {
        for (const Sibling &sibling : at->second.siblings)
            ids.push_back(sibling.id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

MergeContext::MergeContext(const catalogue::Catalogue &catalogue, const Directory &directory)
    : m_catalogue(catalogue), m_directory(directory)
{
}

RecordState MergeContext::fold(const std::vector<OpenedChange> &changes) const
{
    RecordState state;
    if (changes.empty())
        return state;
    Distinct distinct = sync::distinct(changes);
    RecordJudge judge(m_catalogue, m_directory, std::move(distinct.changes));
    state.kind = judge.kindNumber();
    tellVerdicts(judge.changes(), distinct.given, state);
    const std::vector<Judged *> counted = countedOf(judge.changes());
    state.erased = !counted.empty() && counted.front()->erases();
    if (!counted.empty()) {
        tellOrigin(counted, state);
        foldFields(judge, counted, state);
    }
    if (!state.erased)
        state.hasForeign = std::any_of(judge.changes().begin(), judge.changes().end(), isForeign);
    if (!state.erased && judge.kind())
        startState(*judge.kind(), state);
    return state;
}

} // namespace ourtable::sync
