#include "app/bridge/knownplaces.h"

#include <QString>

#include <algorithm>

#include "app/bridge/meetingfacts.h"
#include "core/catalogue/handles.h"
#include "core/support/civiltime.h"
#include "core/usecases/venues.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using meetings::textIn;

constexpr std::size_t kMeetingsLookedAt = 100;

bool sameName(const std::string &one, const std::string &other)
{
    return QString::fromStdString(one).trimmed().compare(QString::fromStdString(other).trimmed(), Qt::CaseInsensitive) == 0;
}

Result<std::vector<store::RecordView>> latestMeetings(usecases::Workspace &workspace)
{
    store::Query query;
    query.kind = kinds::gathering::kind;
    query.orderBy = store::OrderBy::Field;
    query.orderField = kinds::gathering::date;
    query.descending = true;
    query.limit = kMeetingsLookedAt;
    return workspace.find(query);
}

} // namespace

Result<std::vector<KnownPlace>> knownPlaces(usecases::Workspace &workspace)
{
    OURTABLE_ASSIGN(const std::vector<usecases::Venue> venues, usecases::venues(workspace));
    std::vector<KnownPlace> places;
    for (const usecases::Venue &venue : venues)
        places.push_back({venue.id, venue.name, venue.lastUsed > 0 ? dateOfDays(venue.lastUsed) : std::string()});
    OURTABLE_ASSIGN(const std::vector<store::RecordView> meetings, latestMeetings(workspace));
    for (const store::RecordView &meeting : meetings) {
        const std::string name = textIn(meeting, kinds::gathering::place);
        const std::optional<RecordId> venue = meeting.field(kinds::gathering::venue).id<RecordId>();
        const auto known = std::find_if(places.begin(), places.end(), [&](const KnownPlace &place) {
            return venue && place.venue ? place.venue == venue : sameName(place.name, name);
        });
        const std::string day = textIn(meeting, kinds::gathering::date);
        if (known != places.end())
            known->usedOn = std::max(known->usedOn, day);
        else if (!venue && !name.empty())
            places.push_back({std::nullopt, name, day});
    }
    std::stable_sort(places.begin(), places.end(), [](const KnownPlace &a, const KnownPlace &b) { return a.usedOn > b.usedOn; });
    return places;
}

} // namespace ourtable
