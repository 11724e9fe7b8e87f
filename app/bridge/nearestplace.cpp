#include "app/bridge/nearestplace.h"

#include "core/usecases/venues.h"

namespace ourtable {

NearestPlace::~NearestPlace() { stop(); }

void NearestPlace::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    emit sessionChanged();
}

bool NearestPlace::available() const { return m_session && m_session->places() && m_session->places()->available(); }

void NearestPlace::look()
{
    if (m_looking || !available())
        return;
    m_looking = true;
    m_name.clear();
    m_words = tr("Looking for the nearest place. You can go on meanwhile.");
    emit changed();
    m_session->places()->ask([this](const Result<Spot> &spot) {
        if (spot)
            return compare(*spot);
        end({}, spot.error().code == ErrorCode::NotPermitted ? tr("This device may not say where it is. Choose the place from the list.")
                                                            : tr("This device does not know where it is. Choose the place from the list."));
    });
}

void NearestPlace::stop()
{
    if (!m_looking)
        return;
    m_session->places()->stop();
    end({}, {});
}

void NearestPlace::compare(const Spot &spot)
{
    m_session->storage().askWorkspace(
        this, [](usecases::Workspace &workspace) { return usecases::venues(workspace); },
        [this, spot](const Result<std::vector<usecases::Venue>> &venues) {
            if (!m_looking)
                return;
            if (!venues)
                return end({}, m_session->textOf(venues.error()));
            const std::optional<std::size_t> nearest = usecases::nearestVenue(*venues, {spot.latitude, spot.longitude}, spot.accuracy);
            if (!nearest)
                return end({}, tr("No place that we know is near. Choose one, or write its name."));
            const QString name = QString::fromStdString((*venues)[*nearest].name);
            end(name, tr("It looks as if you are at %1.").arg(name));
        });
}

void NearestPlace::end(const QString &name, const QString &words)
{
    m_looking = false;
    m_name = name;
    m_words = words;
    emit changed();
}

} // namespace ourtable
