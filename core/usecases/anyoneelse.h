// "Did anyone else say so?" (domain.md J1 step 5): how many others at the table nodded to a note. Steps add up over tablets.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

inline constexpr std::int64_t kMostEchoes = 99;

// As it is shown: from 0 to kMostEchoes, whatever the steps of several tablets add up to.
[[nodiscard]] std::int64_t echoesOf(const store::RecordView &note);
// One more (1), or one less (-1). Gives how many there are then. NotFound when it is no note; InvalidInput
// "contribution.echoes" for a step that nobody can have meant: below none, or above kMostEchoes.
[[nodiscard]] Result<std::int64_t> echoNote(Workspace &workspace, const RecordId &note, std::int64_t step);

} // namespace ourtable::usecases
