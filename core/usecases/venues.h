// Where breakfasts are held: the places to choose from, and the one that somebody is standing at.
//
// Only venues have a place on the map, nobody else; where the device is comes from outside, is asked once and is kept nowhere.
#pragma once

#include "core/usecases/workspace.h"

namespace ourtable::usecases {

struct GeoPoint { // degrees, WGS 84
    double latitude = 0;
    double longitude = 0;
};

struct Venue {
    RecordId id;
    std::string name;
    std::string accessNotes;
    std::optional<GeoPoint> where;
    std::int64_t lastUsed = 0; // the day of the last breakfast there, in days since 1970-01-01; 0 = none yet
};

// Active organisations where we can meet: the one that was used last for a breakfast first, the others by name.
[[nodiscard]] Result<std::vector<Venue>> venues(Workspace &workspace);

// Which of them it is, when it is one of them: nothing when the nearest is farther away than 250 m or twice the accuracy,
// whichever is more, or when the accuracy is worse than 2 km or no number.
[[nodiscard]] std::optional<std::size_t> nearestVenue(std::span<const Venue> venues, const GeoPoint &here, double accuracyMetres);

// Great-circle distance by the haversine formula, which stays exact for short ways (R. W. Sinnott, "Virtues of the Haversine",
// Sky and Telescope 68 no. 2, 1984, p. 159), on a sphere of the Earth's mean radius R1 = 6,371,008.8 m (H. Moritz, "Geodetic
// Reference System 1980", Journal of Geodesy 74, 2000). At most 0.6 % off, which is nothing at 250 m.
[[nodiscard]] double metresBetween(const GeoPoint &from, const GeoPoint &to);

} // namespace ourtable::usecases
