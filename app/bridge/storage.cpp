#include "app/bridge/storage.h"

#include <utility>

namespace ourtable {

Storage::Storage(const std::string &folder, const usecases::Surroundings &around)
    : m_place(std::make_unique<QObject>()), m_reserve(folder + "/reserve"), m_desk(new Desk{folder, around, nullptr, nullptr})
{
    m_place->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("storage"));
    m_thread.start();
}

Storage::~Storage()
{
    // What was asked for is done first; then whoever is signed in goes, in the thread where they came.
    QMetaObject::invokeMethod(
        m_place.get(),
        [this] {
            m_waiting.clear();
            m_changes.clear();
            if (m_desk->profile)
                m_desk->profile->log().keepUnkeptDrafts();
            QThread::currentThread()->quit(); // ends a wait for the hub too
        },
        Qt::QueuedConnection);
    m_thread.wait();
    m_place.reset();
    m_desk.reset();
}

void Storage::post(Task task, Turn turn)
{
    QMetaObject::invokeMethod(m_place.get(), [this, task = std::move(task), turn] { take(task, turn); }, Qt::QueuedConnection);
}

void Storage::take(const Task &task, Turn turn)
{
    if (m_desk->profile) // before that the folder is not ours
        m_reserve.look();
    if (turn == Turn::Any)
        task(*m_desk);
    else if (turn == Turn::Change && m_needsSignedIn)
        m_changes.push_back(task);
    else if (turn == Turn::Change)
        runChange(task);
    else if (m_busyAlone || !m_waiting.empty())
        m_waiting.push_back({task, turn});
    else
        runAlone(task, turn);
    lookAtKeeping();
}

void Storage::lookAtKeeping()
{
    const std::optional<ErrorCode> trouble = m_desk->profile ? m_desk->profile->wordsNotKept() : std::nullopt;
    if (std::exchange(m_trouble, trouble) != trouble)
        QMetaObject::invokeMethod(this, [this, trouble] { emit keepingChanged(trouble); }, Qt::QueuedConnection);
}

void Storage::runAlone(const Task &task, Turn turn)
{
    m_busyAlone = true;
    m_needsSignedIn = turn == Turn::AloneSignedIn;
    // What was sent together with this task would sleep through its wait: the dispatcher wakes for what is sent after it only.
    QMetaObject::invokeMethod(m_place.get(), [] {}, Qt::QueuedConnection);
    task(*m_desk);
    m_needsSignedIn = false;
    for (; !m_changes.empty(); m_changes.pop_front())
        runChange(m_changes.front());
    m_busyAlone = false;
    QMetaObject::invokeMethod(m_place.get(), [this] { runNext(); }, Qt::QueuedConnection); // after what came meanwhile
}

void Storage::runNext()
{
    if (m_busyAlone || m_waiting.empty())
        return;
    const Waiting next = std::move(m_waiting.front());
    m_waiting.pop_front();
    runAlone(next.task, next.turn);
}

// Work that waits with nobody signed in any more was the one's who is gone: it hears so, before somebody else comes.
void Storage::runChange(const Task &task)
{
    task(*m_desk);
    if (m_desk->workspace)
        return;
    std::deque<Waiting> kept;
    for (Waiting &each : std::exchange(m_waiting, {})) {
        if (each.turn == Turn::AloneSignedIn)
            each.task(*m_desk);
        else
            kept.push_back(std::move(each));
    }
    m_waiting = std::move(kept);
}

} // namespace ourtable
