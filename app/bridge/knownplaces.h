// The places where a breakfast may be, as the storage thread knows them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/usecases/workspace.h"

namespace ourtable {

struct KnownPlace {
    std::optional<RecordId> venue; // none: a place that was only ever written in words
    std::string name;
    std::string usedOn;            // "YYYY-MM-DD" of the last breakfast there; empty when there was none
};

// The place that was used last first, then those that were not used yet, by name. Each name once, whatever its case.
[[nodiscard]] Result<std::vector<KnownPlace>> knownPlaces(usecases::Workspace &workspace);

} // namespace ourtable
