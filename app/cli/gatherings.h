// Which breakfast a command means.
#pragma once

#include "app/cli/commandline.h"
#include "core/usecases/breakfasts.h"

namespace ourtable::cli {

// The one of --gathering, else the one that was started last and is open. NotFound, InvalidInput.
[[nodiscard]] Result<RecordId> gatheringMeant(const CommandLine &line, usecases::Workspace &workspace);
// The same for notes to read: when none is open, the latest of all.
[[nodiscard]] Result<RecordId> gatheringToRead(const CommandLine &line, usecases::Workspace &workspace);

// The state in the words of the programme.
[[nodiscard]] std::string labelOfState(const store::RecordView &view, const catalogue::Catalogue &catalogue);

} // namespace ourtable::cli
