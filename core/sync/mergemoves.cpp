#include "core/sync/mergemoves.h"

#include <algorithm>
#include <numeric>

namespace ourtable::sync {
namespace {

constexpr std::size_t kMostOrdered = 6; // 720 orders; more states at once is a muddle for people to settle

bool canTell(const PendingMove &move, const std::vector<ValueId> &known)
{
    return std::all_of(move.replaced->begin(), move.replaced->end(), [&](const ValueId &id) {
        return std::binary_search(known.begin(), known.end(), id);
    });
}

// Pairs of a move and one that replaces it and starts where it led.
std::vector<std::pair<std::size_t, std::size_t>> followers(const std::vector<PendingMove> &moves)
{
    std::vector<std::size_t> byId(moves.size());
    std::iota(byId.begin(), byId.end(), std::size_t{0});
    std::sort(byId.begin(), byId.end(), [&](std::size_t a, std::size_t b) { return moves[a].id < moves[b].id; });
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t next = 0; next < moves.size(); ++next) {
        for (const ValueId &id : *moves[next].replaced) {
            const auto at = std::lower_bound(byId.begin(), byId.end(), id,
                                             [&](std::size_t index, const ValueId &wanted) { return moves[index].id < wanted; });
            if (at != byId.end() && moves[*at].id == id && moves[*at].to == moves[next].from)
                pairs.emplace_back(*at, next);
        }
    }
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

// The moves to one state; any of their authors may have been the one who made it.
struct Step {
    std::string_view to;
    std::vector<Mover> movers;

    bool follows(const catalogue::Kind &kind, std::string_view from) const
    {
        return std::any_of(movers.begin(), movers.end(),
                           [&](const Mover &mover) { return mayMove(kind, from, to, mover); });
    }
};

std::vector<Step> stepsOf(const std::vector<LiveMove> &moves)
{
    std::vector<Step> steps;
    for (const LiveMove &move : moves) {
        auto at = std::find_if(steps.begin(), steps.end(), [&](const Step &step) { return step.to == move.to; });
        if (at == steps.end())
            at = steps.insert(steps.end(), Step{move.to, {}});
        at->movers.push_back(move.mover);
    }
    return steps;
}

} // namespace

bool Mover::holds(const catalogue::Move &move) const
{
    return std::any_of(move.roles.begin(), move.roles.end(), [this](catalogue::RoleNumber role) {
        if (role == catalogue::kAuthorRole)
            return author;
        if (role == catalogue::kOwnerRole)
            return owner;
        return std::find(roles.begin(), roles.end(), role) != roles.end();
    });
}

bool mayMove(const catalogue::Kind &kind, std::string_view from, std::string_view to, const Mover &mover)
{
    const catalogue::Move *move = catalogue::Catalogue::move(kind, from, to);
    return move && mover.holds(*move);
}

bool maySettle(const catalogue::Kind &kind, std::string_view state, const Mover &mover)
{
    return std::any_of(kind.moves.begin(), kind.moves.end(),
                       [&](const catalogue::Move &move) { return move.to == state && mover.holds(move); });
}

void acceptOrigins(const catalogue::Kind &kind, std::vector<PendingMove> &moves, const std::vector<ValueId> &known)
{
    const auto pairs = followers(moves);
    std::vector<std::size_t> accepted;
    const auto accept = [&](std::size_t index) {
        if (!std::exchange(moves[index].accepted, true))
            accepted.push_back(index);
    };
    for (std::size_t i = 0; i < moves.size(); ++i) {
        if (moves[i].replaced->empty() ? moves[i].from == kind.states.front() : !canTell(moves[i], known))
            accept(i);
    }
    while (!accepted.empty()) {
        const std::size_t from = accepted.back();
        accepted.pop_back();
        auto at = std::lower_bound(pairs.begin(), pairs.end(), std::pair(from, std::size_t{0}));
        for (; at != pairs.end() && at->first == from; ++at)
            accept(at->second);
    }
}

std::optional<std::string_view> endOf(const catalogue::Kind &kind, const std::vector<LiveMove> &moves)
{
    const std::vector<Step> steps = stepsOf(moves);
    if (steps.size() == 1)
        return steps.front().to;
    if (steps.size() > kMostOrdered)
        return std::nullopt;
    std::vector<std::size_t> order(steps.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::optional<std::string_view> end;
    do {
        bool legal = true;
        for (std::size_t i = 1; i < order.size() && legal; ++i)
            legal = steps[order[i]].follows(kind, steps[order[i - 1]].to);
        if (legal && end)
            return std::nullopt;
        if (legal)
            end = steps[order.back()].to;
    } while (std::next_permutation(order.begin(), order.end()));
    return end;
}

} // namespace ourtable::sync
