// Moves of the state: who may make one, which follow from which, and where concurrent ones end (sync.md 4, design README 3).
#pragma once

#include <string_view>

#include "core/sync/mergerights.h"

namespace ourtable::sync {

// The author of a change as the table of moves sees them.
struct Mover {
    Roles roles;
    bool author = false;
    bool owner = false;

    [[nodiscard]] bool holds(const catalogue::Move &move) const;
};

[[nodiscard]] bool mayMove(const catalogue::Kind &kind, std::string_view from, std::string_view to, const Mover &mover);
// Whether the mover may choose `state` among versions: somebody who may make some move to it.
[[nodiscard]] bool maySettle(const catalogue::Kind &kind, std::string_view state, const Mover &mover);

struct PendingMove { // legal by the table; its origin is not judged yet
    ValueId id;
    std::string_view from;
    std::string_view to;
    const std::vector<ValueId> *replaced = nullptr;
    bool accepted = false;
};

// Accepts those whose `from` holds: it is the start state and nothing is replaced, or an accepted move that it replaces
// led there, or one of the replaced is not among `known` (ascending), so that nobody can tell.
void acceptOrigins(const catalogue::Kind &kind, std::vector<PendingMove> &moves, const std::vector<ValueId> &known);

struct LiveMove { // one that nothing replaces
    std::string_view to;
    Mover mover;
};

// Where concurrent moves end: the one state, or the end of the only order of all of them in which each is legal after the
// one before; nothing when there is none or several. There is at least one move.
[[nodiscard]] std::optional<std::string_view> endOf(const catalogue::Kind &kind, const std::vector<LiveMove> &moves);

} // namespace ourtable::sync
