#include "core/usecases/venues.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/usecases/recordparts.h"

namespace ourtable::usecases {
namespace {

namespace kinds = catalogue::kinds;
using namespace parts;

constexpr double kEarthRadius = 6'371'008.8; // metres
constexpr double kAlwaysNear = 250;
constexpr double kTooVague = 2000;
constexpr double kMillionths = 1e6;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

bool isPlace(const GeoPoint &point)
{
    return std::abs(point.latitude) <= 90 && std::abs(point.longitude) <= 180; // no number is none
}

std::optional<GeoPoint> placeOf(const store::RecordView &organisation)
{
    const std::int64_t *latitude = organisation.field(kinds::organisation::latitude_e6).integer();
    const std::int64_t *longitude = organisation.field(kinds::organisation::longitude_e6).integer();
    if (!latitude || !longitude)
        return std::nullopt;
    return GeoPoint{static_cast<double>(*latitude) / kMillionths, static_cast<double>(*longitude) / kMillionths};
}

// The newest day of a breakfast that was held, by venue.
Result<std::map<RecordId, std::int64_t>> daysOfUse(Workspace &workspace)
{
    namespace fields = kinds::gathering;
    store::Query held = of(fields::kind, fields::kind_, "breakfast");
    held.filters.push_back({catalogue::kStateField, store::Comparison::In, codes({"open", "closed", "checked", "published"})});
    OURTABLE_ASSIGN(const std::vector<store::RecordView> breakfasts, workspace.find(held));
    std::map<RecordId, std::int64_t> days;
    for (const store::RecordView &breakfast : breakfasts) {
        const std::optional<RecordId> venue = breakfast.field(fields::venue).id<RecordId>();
        const std::optional<std::int64_t> day = daysOfDate(textIn(breakfast, fields::date));
        if (venue && day)
            days[*venue] = std::max(days[*venue], *day);
    }
    return days;
}

} // namespace

Result<std::vector<Venue>> venues(Workspace &workspace)
{
    namespace fields = kinds::organisation;
    store::Query query = of(fields::kind, fields::is_venue, true);
    query.filters.push_back({catalogue::kStateField, store::Comparison::Equal, "active"});
    query.orderBy = store::OrderBy::Field;
    query.orderField = fields::name;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> places, workspace.find(query));
    OURTABLE_ASSIGN(const auto days, daysOfUse(workspace));
    std::vector<Venue> all;
    for (const store::RecordView &place : places) {
        const auto used = days.find(place.id);
        all.push_back({place.id, textIn(place, fields::name), textIn(place, fields::access_notes), placeOf(place),
                       used == days.end() ? 0 : used->second});
    }
    const auto last = std::ranges::max_element(all, {}, &Venue::lastUsed);
    if (last != all.end() && last->lastUsed > 0)
        std::rotate(all.begin(), last, last + 1);
    return all;
}

double metresBetween(const GeoPoint &from, const GeoPoint &to)
{
    const double up = std::sin(radians(to.latitude - from.latitude) / 2);
    const double along = std::sin(radians(to.longitude - from.longitude) / 2);
    const double haversine = up * up + std::cos(radians(from.latitude)) * std::cos(radians(to.latitude)) * along * along;
    return 2 * kEarthRadius * std::asin(std::sqrt(std::min(1.0, haversine)));
}

std::optional<std::size_t> nearestVenue(std::span<const Venue> venues, const GeoPoint &here, double accuracyMetres)
{
    if (!isPlace(here) || !(accuracyMetres >= 0 && accuracyMetres <= kTooVague))
        return std::nullopt;
    std::optional<std::size_t> nearest;
    double shortest = std::max(kAlwaysNear, 2 * accuracyMetres);
    for (std::size_t i = 0; i < venues.size(); ++i) {
        if (!venues[i].where || !isPlace(*venues[i].where))
            continue;
        const double way = metresBetween(here, *venues[i].where);
        if (nearest ? way < shortest : way <= shortest) {
            shortest = way;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace ourtable::usecases
