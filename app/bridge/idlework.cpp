#include "app/bridge/idlework.h"

#include <QCoreApplication>
#include <QEvent>

#include "app/bridge/session.h"

namespace ourtable {
namespace {

constexpr int kTimer = 2'000;

bool isInput(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::KeyRelease:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TouchEnd:
    case QEvent::Wheel: return true;
    default: return false;
    }
}

} // namespace

IdleWork::IdleWork(Session &session) : m_session(session)
{
    QCoreApplication::instance()->installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, &IdleWork::lookAtClock);
    m_lastInput = m_session.clock().monotonicMilliseconds();
    m_lastSnapshot = m_lastInput - m_pace.betweenSnapshots;
    connect(&session, &Session::touched, this, &IdleWork::expect);
    connect(&session, &Session::stageChanged, this, &IdleWork::expect);
}

void IdleWork::expect()
{
    m_indexDue = true;
    m_snapshotDue = true;
    note();
    if (m_session.stage() == Session::Stage::SignedIn)
        m_timer.start(kTimer);
}

bool IdleWork::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(event->type()))
        note();
    return QObject::eventFilter(watched, event);
}

void IdleWork::note() { m_lastInput = m_session.clock().monotonicMilliseconds(); }

std::int64_t IdleWork::rested() const { return m_session.clock().monotonicMilliseconds() - m_lastInput; }

void IdleWork::lookAtClock()
{
    if (m_session.stage() != Session::Stage::SignedIn || (!m_indexDue && !m_snapshotDue))
        m_timer.stop(); // until something is new: a device that rests is not woken
    if (m_busy || m_session.stage() != Session::Stage::SignedIn || m_session.sharing()->running() || rested() < m_pace.untilIndex)
        return;
    if (m_indexDue)
        return indexSome();
    const bool longAgo = m_session.clock().monotonicMilliseconds() - m_lastSnapshot >= m_pace.betweenSnapshots;
    if (m_snapshotDue && longAgo && rested() >= m_pace.untilSnapshot)
        writeSnapshot();
}

void IdleWork::indexSome()
{
    m_busy = true;
    m_session.storage().askWorkspace(
        this, [words = m_pace.wordsAtOnce](usecases::Workspace &workspace) { return workspace.projection().indexWords(words); },
        [this](const Result<std::int64_t> &left) {
            m_busy = false;
            m_indexDue = left && *left > 0;
            lookAtClock(); // the next part, if still nobody writes
        });
}

void IdleWork::writeSnapshot()
{
    m_busy = true;
    m_session.storage().askWorkspace(
        this, [](usecases::Workspace &workspace) { return workspace.writeSnapshot(); },
        [this](const Result<void> &written) {
            m_busy = false;
            m_snapshotDue = false; // a full disk: with the next change
            m_lastSnapshot = m_session.clock().monotonicMilliseconds();
            m_snapshots += written ? 1 : 0;
        });
}

} // namespace ourtable
