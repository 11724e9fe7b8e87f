// Which promises a list shows, and in which order (ux.md 7.10): what is due now, what is coming up, what was kept, and at the
// end what people decided against or let go.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

enum class PromiseGroup { NowDue, ComingUp, Kept, DecidedNotTo, LetGo };

struct PromiseQuestion {
    std::string today;                   // "YYYY-MM-DD": the day where the person is
    std::string words;                   // that they hold; empty: any
    std::vector<std::string> states;     // one of which they are in; empty: any
    std::optional<RecordId> owner;       // a person or an organisation
    std::optional<RecordId> workstream;
    std::optional<RecordId> gathering;   // where they were made
    bool onlyUnnamed = false;            // nobody gave a name
    bool folded = false;                 // leaves out what was decided against or let go
};

// today as in the question. Due today is due now; a promise without a day is coming up.
[[nodiscard]] PromiseGroup promiseGroupOf(const store::RecordView &promise, const std::string &today);
// Nothing is left to do: kept, decided against or let go.
[[nodiscard]] bool isPromiseOver(std::string_view state);
// Those that are due first come first within their group; what is over, the last changed first.
[[nodiscard]] Result<std::vector<store::RecordKey>> findPromises(Workspace &workspace, const PromiseQuestion &question);
// How many a folded list leaves out.
[[nodiscard]] Result<std::int64_t> countFolded(Workspace &workspace, const PromiseQuestion &question);

} // namespace ourtable::usecases
