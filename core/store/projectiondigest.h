// What two devices compare to know that they folded the same, and one device before and after folding anew. Internal to the
// projection.
#pragma once

#include <span>

#include "core/store/projectionreader.h"

namespace ourtable::store {

// See Projection::digest.
[[nodiscard]] Result<Hash> digestOf(Database &database, const ProjectionSchema &schema,
                                    std::span<const catalogue::KindNumber> kinds);
// See Projection::fingerprints.
[[nodiscard]] Result<std::vector<Fingerprint>> fingerprintsOf(Database &database, const ProjectionSchema &schema);

} // namespace ourtable::store
