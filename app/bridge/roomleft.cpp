#include "app/bridge/roomleft.h"

#include <filesystem>
#include <limits>

#include "app/bridge/session.h"

namespace ourtable {
namespace {

constexpr int kAgainMilliseconds = 10'000;

} // namespace

RoomLeft::RoomLeft(Session &session) : QObject(&session), m_session(session)
{
    connect(&session, &Session::stageChanged, this, [this] {
        if (m_session.stage() == Session::Stage::SignedIn)
            look();
    });
    connect(&session, &Session::touched, this, &RoomLeft::look);
    connect(session.sharing(), &Sharing::tabletChanged, this, &RoomLeft::changed);
    connect(this, &RoomLeft::changed, session.sharing(), &Sharing::changed); // nothing is called saved that is not
    m_again.setInterval(kAgainMilliseconds);
    connect(&m_again, &QTimer::timeout, this, &RoomLeft::look);
    connect(&session.storage(), &Storage::keepingChanged, this, [this](std::optional<ErrorCode> trouble) {
        m_trouble = trouble;
        if (m_trouble)
            m_again.start();
        else
            m_again.stop();
        emit changed();
    });
}

QString RoomLeft::words() const
{
    if (m_trouble)
        return notKeptWords();
    if (!m_nearlyFull)
        return {};
    return m_session.sharing()->isTablet() ? tr("This tablet is nearly full. Your notes are still being saved. Tell your coordinator today.")
                                           : tr("This device is nearly full. Your notes are still being saved. Tell your coordinator today.");
}

QString RoomLeft::notKeptWords() const
{
    const bool tablet = m_session.sharing()->isTablet();
    if (*m_trouble != ErrorCode::StorageFull)
        return tablet ? tr("This tablet can't save just now. Your last words are not saved yet. Leave Our Table open, and tell your coordinator.")
                      : tr("This device can't save just now. Your last words are not saved yet. Leave Our Table open, and tell your coordinator.");
    return tablet ? tr("This tablet is full. Your last words are not saved yet. Leave Our Table open, and make some room.")
                  : tr("This device is full. Your last words are not saved yet. Leave Our Table open, and make some room.");
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
            if (desk.profile)
                desk.profile->log().keepUnkeptDrafts();
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
