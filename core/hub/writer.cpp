#include "core/hub/writer.h"

#include "core/support/log.h"

namespace ourtable::hub {

Writer::Writer(HubStore &store, DirectoryState &directory, Clock &clock, const HubLimits &limits, Committed committed)
    : m_store(store), m_directory(directory), m_clock(clock), m_limits(limits), m_committed(std::move(committed))
{
}

Writer::~Writer() { stop(); }

void Writer::startThread()
{
    m_threaded = true;
    m_thread = std::thread([this] { loop(); });
}

bool Writer::submit(WriteTask &task)
{
    {
        const std::lock_guard lock(m_guard);
        if (m_stopped || m_queued + task.octets > m_limits.queueOctets)
            return false;
        if (m_threaded) {
            m_queued += task.octets;
            m_queue.push_back(std::move(task));
            m_wake.notify_one();
            return true;
        }
    }
    std::deque<WriteTask> alone;
    alone.push_back(std::move(task));
    runGroup(std::move(alone));
    return true;
}

void Writer::stop()
{
    {
        const std::lock_guard lock(m_guard);
        m_stopped = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void Writer::loop()
{
    for (;;) {
        std::deque<WriteTask> group = nextGroup();
        if (group.empty())
            return;
        runGroup(std::move(group));
    }
}

std::deque<WriteTask> Writer::nextGroup()
{
    std::unique_lock lock(m_guard);
    m_wake.wait(lock, [this] { return m_stopped || !m_queue.empty(); });
    std::deque<WriteTask> group;
    std::size_t changes = 0;
    while (!m_queue.empty() && (group.empty() || changes + m_queue.front().changes <= m_limits.groupChanges)) {
        changes += m_queue.front().changes;
        m_queued -= m_queue.front().octets;
        group.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
    }
    return group;
}

void Writer::runGroup(std::deque<WriteTask> group)
{
    GroupContext context{m_store, m_directory, m_clock.wallMilliseconds(), {}};
    const Result<void> kept = commitGroup(group, context);
    if (kept) {
        m_directory.publish();
        m_scrubDue = m_scrubDue || context.touched.erased;
    } else {
        m_directory.discard();
        log::write(log::Level::Failure, "group_failed", {{"error", log::Name(kept.error().code)}, {"tasks", group.size()}});
    }
    if (kept)
        m_committed(context.touched); // before the answers: whoever waits from after one is not woken by what was before it
    for (const WriteTask &task : group)
        task.done(kept);
    scrubIfDue();
}

Result<void> Writer::commitGroup(const std::deque<WriteTask> &group, GroupContext &context)
{
    OURTABLE_TRY(m_store.begin());
    for (const WriteTask &task : group) {
        if (Result<void> worked = task.work(context); !worked) {
            m_store.rollback();
            return worked;
        }
    }
    return m_store.commit();
}

void Writer::scrubIfDue()
{
    if (m_scrubDue && m_store.scrub())
        m_scrubDue = false;
}

} // namespace ourtable::hub
