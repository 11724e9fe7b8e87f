#include "app/bridge/autolock.h"

#include <QEvent>
#include <QGuiApplication>

#include "app/bridge/daywords.h"

namespace ourtable {
namespace {

constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kAsleep = kMinute;  // the screen was off for so long
constexpr std::int64_t kWarnBefore = kMinute;
constexpr int kTabletMinutes = 5;
constexpr int kDesktopMinutes = 10;
constexpr int kCaptureMinutes = 30;
constexpr int kLookMilliseconds = 1000;

bool isUse(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::Wheel:
    case QEvent::InputMethod: return true;
    default: return false;
    }
}

} // namespace

AutoLock::AutoLock(QObject *parent) : QObject(parent)
{
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::look);
    m_timer.start(kLookMilliseconds);
    QCoreApplication::instance()->installEventFilter(this);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &AutoLock::follow);
}

void AutoLock::setSession(Session *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    m_used = m_looked = session->clock().monotonicMilliseconds();
    connect(session, &Session::stageChanged, this, &AutoLock::stay);
    lookAtTime();
    emit sessionChanged();
}

std::int64_t AutoLock::limit() const
{
    const int chosen = m_session->comfort()->lockMinutes();
    const int usual = chosen > 0 ? chosen : m_touch ? kTabletMinutes : kDesktopMinutes;
    return kMinute * (m_capturing ? std::max(usual, kCaptureMinutes) : usual);
}

void AutoLock::stay()
{
    if (!m_session)
        return;
    look(); // whoever comes too late has to sign in
    m_used = m_session->clock().monotonicMilliseconds();
    setWarning(false);
}

void AutoLock::look()
{
    if (!m_session)
        return;
    const std::int64_t now = m_session->clock().monotonicMilliseconds();
    const bool slept = now - std::exchange(m_looked, now) >= kAsleep || (m_away && now - *m_away >= kAsleep);
    lookAtTime();
    if (m_session->stage() != Session::Stage::SignedIn) {
        m_used = now;
        return setWarning(false);
    }
    const std::int64_t idle = now - m_used;
    if (slept || idle >= limit()) {
        setWarning(false);
        return m_session->lock();
    }
    setWarning(idle >= limit() - kWarnBefore);
}

bool AutoLock::eventFilter(QObject *watched, QEvent *event)
{
    if (isUse(event->type()))
        stay();
    return QObject::eventFilter(watched, event);
}

void AutoLock::follow(Qt::ApplicationState state)
{
    if (!m_session)
        return;
    const bool asleep = state == Qt::ApplicationSuspended || state == Qt::ApplicationHidden;
    if (asleep && !m_away)
        m_away = m_session->clock().monotonicMilliseconds();
    look();
    if (!asleep)
        m_away.reset();
}

void AutoLock::setWarning(bool warning)
{
    if (m_warning == warning)
        return;
    m_warning = warning;
    emit warningChanged();
}

void AutoLock::lookAtTime()
{
    const QString time = days::localTime(m_session->clock().wallMilliseconds()).toString(QStringLiteral("H:mm"));
    if (time == m_time)
        return;
    m_time = time;
    emit timeChanged();
}

} // namespace ourtable
