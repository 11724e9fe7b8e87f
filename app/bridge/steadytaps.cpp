#include "app/bridge/steadytaps.h"

#include <QCoreApplication>
#include <QEvent>

namespace ourtable {
namespace {

constexpr std::int64_t kTooSoon = 400; // milliseconds

bool begins(QEvent::Type type)
{
    return type == QEvent::TouchBegin || type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick;
}

bool ends(QEvent::Type type)
{
    return type == QEvent::TouchEnd || type == QEvent::TouchCancel || type == QEvent::MouseButtonRelease;
}

bool goesOn(QEvent::Type type) { return type == QEvent::TouchUpdate || type == QEvent::MouseMove; }

} // namespace

SteadyTaps::SteadyTaps(QObject *parent) : QObject(parent) { QCoreApplication::instance()->installEventFilter(this); }

bool SteadyTaps::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (!watched->isWindowType() || !m_session || (!begins(type) && !ends(type) && !goesOn(type)))
        return QObject::eventFilter(watched, event);
    const std::int64_t now = m_session->clock().monotonicMilliseconds();
    if (begins(type))
        m_leavingOut = m_session->comfort()->steadierTaps() && m_ended && now - *m_ended < kTooSoon;
    if (!m_leavingOut) {
        if (ends(type))
            m_ended = now;
        return QObject::eventFilter(watched, event);
    }
    event->accept(); // or Qt makes a click of it
    if (ends(type))
        m_leavingOut = false;
    return true;
}

} // namespace ourtable
