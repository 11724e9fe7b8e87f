// What two devices compare to know that they folded the same. Internal to the projection.
#pragma once

#include <span>

#include "core/store/projectionreader.h"

namespace ourtable::store {

// See Projection::digest.
[[nodiscard]] Result<Hash> digestOf(Database &database, const ProjectionSchema &schema,
                                    std::span<const catalogue::KindNumber> kinds);

} // namespace ourtable::store
