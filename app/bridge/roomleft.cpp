#include "app/bridge/roomleft.h"

#include <filesystem>
#include <limits>

#include "app/bridge/session.h"

namespace ourtable {

RoomLeft::RoomLeft(Session &session) : QObject(&session), m_session(session)
{
    connect(&session, &Session::stageChanged, this, [this] {
        if (m_session.stage() == Session::Stage::SignedIn)
            look();
    });
    connect(&session, &Session::touched, this, &RoomLeft::look);
    connect(session.sharing(), &Sharing::tabletChanged, this, &RoomLeft::changed);
}

QString RoomLeft::words() const
{
    if (!m_nearlyFull)
        return {};
    return m_session.sharing()->isTablet() ? tr("This tablet is nearly full. Your notes are still being saved. Tell your coordinator today.")
                                           : tr("This device is nearly full. Your notes are still being saved. Tell your coordinator today.");
}

void RoomLeft::setLeast(qint64 least)
{
    m_least = least;
    look();
}

void RoomLeft::look()
{
    m_session.storage().ask(
        this,
        [](Desk &desk) -> Result<qint64> {
            std::error_code failed;
            const std::filesystem::space_info room = std::filesystem::space(desk.folder, failed);
            return failed ? std::numeric_limits<qint64>::max() : static_cast<qint64>(room.available);
        },
        [this](const Result<qint64> &room) {
            const bool nearlyFull = room && *room < m_least;
            if (std::exchange(m_nearlyFull, nearlyFull) != nearlyFull)
                emit changed();
        });
}

} // namespace ourtable
