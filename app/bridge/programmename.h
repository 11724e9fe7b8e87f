// What a programme calls itself.
#pragma once

#include <QString>

#include "core/usecases/workspace.h"

namespace ourtable {

// Whose agreement is in force: of the one agreed last that says so. Empty while none does.
[[nodiscard]] QString programmeName(usecases::Workspace &workspace);

} // namespace ourtable
