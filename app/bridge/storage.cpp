#include "app/bridge/storage.h"

namespace ourtable {

Storage::Storage(const std::string &folder, const usecases::Surroundings &around)
    : m_place(std::make_unique<QObject>()), m_desk(new Desk{folder, around, nullptr, nullptr})
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
            QThread::currentThread()->quit(); // ends a wait for the hub too
        },
        Qt::QueuedConnection);
    m_thread.wait();
    m_place.reset();
    m_desk.reset();
}

void Storage::post(Task task, bool alone)
{
    QMetaObject::invokeMethod(
        m_place.get(),
        [this, task = std::move(task), alone] {
            if (!alone)
                task(*m_desk);
            else if (m_busyAlone)
                m_waiting.push_back(task);
            else
                runAlone(task);
        },
        Qt::QueuedConnection);
}

void Storage::runAlone(const Task &task)
{
    m_busyAlone = true;
    // What was sent together with this task would sleep through its wait: the dispatcher wakes for what is sent after it only.
    QMetaObject::invokeMethod(m_place.get(), [] {}, Qt::QueuedConnection);
    task(*m_desk);
    m_busyAlone = false;
    if (m_waiting.empty())
        return;
    Task next = std::move(m_waiting.front());
    m_waiting.pop_front();
    post(std::move(next), true);
}

} // namespace ourtable
