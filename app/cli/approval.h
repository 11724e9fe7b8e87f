// Letting somebody in, shared by `approve` and `invite --wait`.
#pragma once

#include "app/cli/answer.h"
#include "app/cli/console.h"
#include "core/usecases/enrolling.h"

namespace ourtable::cli {

// "Bea (peer worker): BLUE-OTTER"
[[nodiscard]] std::string lineOf(const usecases::WaitingPerson &person, const catalogue::Catalogue &catalogue);
[[nodiscard]] Json jsonOf(const usecases::WaitingPerson &person, const catalogue::Catalogue &catalogue);

// Asks on the terminal unless `sure`, and lets them in. Waiting when nobody there said yes.
[[nodiscard]] Result<void> letIn(usecases::Workspace &workspace, const usecases::WaitingPerson &person, bool sure, Console &console);

} // namespace ourtable::cli
