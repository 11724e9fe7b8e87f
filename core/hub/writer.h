// The one place that writes: tasks queue up and are committed in groups, one transaction and one disk sync each (hub.md).
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <set>
#include <thread>

#include "core/hub/directorystate.h"
#include "core/hub/hubsettings.h"
#include "core/support/clock.h"

namespace ourtable::hub {

// What a group changed, for those who wait for news.
struct Touched {
    bool directory = false;
    bool erased = false;
    std::set<CircleId> circles;
    std::set<DeviceId> devices; // whose own chains grew
};

struct GroupContext {
    HubStore &store;
    DirectoryState &directory;
    std::int64_t now = 0; // milliseconds since 1970
    Touched touched;
};

struct WriteTask {
    std::size_t octets = 0;
    std::size_t changes = 0;
    // Inside the group's transaction. An error means that the store failed: the whole group is undone.
    std::function<Result<void>(GroupContext &)> work;
    // Once: after the commit, or with the error when nothing of the group was kept.
    std::function<void(const Result<void> &kept)> done;
};

// Without startThread() every task is a group of its own and is done when submit() returns (the simulator). Store,
// directory and clock outlive it; once the thread runs, the store is that thread's.
class Writer {
public:
    using Committed = std::function<void(const Touched &)>;
    Writer(HubStore &store, DirectoryState &directory, Clock &clock, const HubLimits &limits, Committed committed);
    ~Writer();
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    void startThread();
    // From any thread. False, and the task untouched, when the queue is full or the writer has stopped.
    [[nodiscard]] bool submit(WriteTask &task);
    // Commits what is queued, takes nothing more, ends the thread.
    void stop();

private:
    void loop();
    [[nodiscard]] std::deque<WriteTask> nextGroup();
    void runGroup(std::deque<WriteTask> group);
    [[nodiscard]] Result<void> commitGroup(const std::deque<WriteTask> &group, GroupContext &context);
    void scrubIfDue();

    HubStore &m_store;
    DirectoryState &m_directory;
    Clock &m_clock;
    const HubLimits m_limits;
    const Committed m_committed;
    bool m_scrubDue = false; // the writing thread's

    std::mutex m_guard;      // of what follows
    std::condition_variable m_wake;
    std::deque<WriteTask> m_queue;
    std::size_t m_queued = 0; // octets
    bool m_threaded = false;
    bool m_stopped = false;
    std::thread m_thread;
};

} // namespace ourtable::hub
