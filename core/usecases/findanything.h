// Finding anything by its words or its name, wherever in the app it stands (ux.md 6.3, Ctrl+K): notes, promises, breakfasts,
// people, organisations and the rest of what somebody may read.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

inline constexpr std::size_t kFoundAtMost = 60;

// The records to show for the words typed, the best hits first, each once, at most kFoundAtMost. What hangs on another record
// (an update of a promise, a topic of an open space) is found as that one. Support notes and concerns are never among them:
// they are found by themselves (Workspace::search). Nothing for no words. InvalidInput when it is no well-formed UTF-8.
[[nodiscard]] Result<std::vector<store::RecordKey>> findAnything(Workspace &workspace, const std::string &typed);

// Kinds whose records are found by their words, in the catalogue's order: when one of these was changed, hits may be others.
[[nodiscard]] std::vector<catalogue::KindNumber> kindsFound(const catalogue::Catalogue &catalogue);

} // namespace ourtable::usecases
