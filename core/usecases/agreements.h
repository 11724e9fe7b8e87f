// What people agreed on how they work together, as it stands now.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

// The agreements in force, the one agreed last first. NotPermitted for whoever may not read them.
[[nodiscard]] Result<std::vector<store::RecordView>> agreementsInForce(Workspace &workspace);
// Of the first of them, in their order; empty when there is none.
[[nodiscard]] Result<std::vector<std::string>> groundRules(Workspace &workspace);

} // namespace ourtable::usecases
