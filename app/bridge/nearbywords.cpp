#include "app/bridge/nearbywords.h"

#include <QCoreApplication>

#include "app/bridge/sharingwords.h"

namespace ourtable::nearbywords {
namespace {

QString trNearby(const char *words) { return QCoreApplication::translate("Nearby", words); }

usecases::Things thingsOf(const sync::NearbyTaken &taken)
{
    return {static_cast<std::int64_t>(taken.notes), static_cast<std::int64_t>(taken.promises), static_cast<std::int64_t>(taken.others)};
}

QString cut(When when)
{
    switch (when) {
    case When::Looking: return trNearby("There is no Wi-Fi here. Go on the same Wi-Fi as the other tablet. Then try again.");
    case When::Calling: return trNearby("The other tablet did not answer. Open this page there too. Then try again.");
    case When::Answered: return trNearby("The two tablets do not know each other yet. Both have to meet the hub first.");
    case When::Words: return trNearby("The other tablet went away. Nothing was passed.");
    case When::Passing: break;
    }
    return trNearby("The way to the other tablet was cut. Nothing is lost. Do it again, and the rest follows.");
}

} // namespace

QString problem(const Error &error, When when)
{
    switch (error.code) {
    case ErrorCode::Cancelled:
        if (error.detail == "words")
            return trNearby("The words were not the same, so nothing was passed. Look for the right tablet, then try again.");
        return when == When::Passing ? trNearby("The other tablet stopped. What has come is kept. Nothing is lost.")
                                     : trNearby("The other tablet stopped. Nothing was passed.");
    case ErrorCode::Offline:
    case ErrorCode::NotFound:
    case ErrorCode::Expired: return cut(when);
    case ErrorCode::InvalidInput: return trNearby("That is no number of a tablet near here. Look at it again.");
    case ErrorCode::Unsupported: return trNearby("The other tablet has another version of Our Table. Bring both up to date first.");
    case ErrorCode::NotMember: return cut(When::Answered);
    case ErrorCode::SealBroken:
    case ErrorCode::Malformed:
    case ErrorCode::TooLarge:
    case ErrorCode::NotPermitted:
        return when == When::Passing ? trNearby("Something came that is not right, so we stopped. Your notes are safe. Tell a coordinator.")
                                     : cut(When::Answered);
    default: return {};
    }
}

QString ownNumber() { return trNearby("That is the number of this tablet. Type the number that the other one shows."); }

QString result(const sync::NearbyTaken &went, const sync::NearbyTaken &came)
{
    const usecases::Things there = thingsOf(went);
    const usecases::Things here = thingsOf(came);
    if (there.total() == 0 && here.total() == 0)
        return trNearby("Both tablets have the same already.");
    const QString first = there.total() == 0 ? trNearby("Nothing new went to the other tablet.")
                                             : trNearby("%1 went to the other tablet.").arg(sharingwords::things(there));
    const QString second = here.total() == 0 ? trNearby("Nothing new came here.") : trNearby("%1 came here.").arg(sharingwords::things(here));
    return first + u' ' + second;
}

} // namespace ourtable::nearbywords
