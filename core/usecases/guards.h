// The named checks that a move of the catalogue may ask for (core/catalogue/guards.json says what each means). They read
// other records, so they run when somebody writes and never again at the fold (design README 2).
#pragma once

#include <functional>

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct GuardContext {
    Workspace &workspace;
    const catalogue::Kind &kind;
    RecordId record;
    const sync::RecordState &before;   // as it is now
    // A field as it will be after the edits that come with the move; null when empty, an array for sets.
    std::function<Value(catalogue::FieldNumber)> after;
    std::string_view from;
    std::string_view to;
};

// Whether the guard holds. Internal for a name that guards.json does not know (the build checks that there is none).
[[nodiscard]] Result<bool> guardHolds(std::string_view guard, const GuardContext &context);

} // namespace ourtable::usecases
