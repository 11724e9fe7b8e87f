// The thread that reads: signatures, decoding, pulls, and whatever has to be done from time to time.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace ourtable::hub {

// Without startThread() jobs run inside post() and followUp() (the simulator). Thread-safe.
class Worker {
public:
    using Job = std::function<void()>;
    explicit Worker(std::size_t queueOctets) : m_queueOctets(queueOctets) {}
    ~Worker() { stop(); }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    // everyNow is called on the thread at least four times a second.
    void startThread(Job everyNow);
    // False when more than queueOctets are waiting already, or after stop().
    [[nodiscard]] bool post(std::size_t octets, Job job);
    // Never refused: the second half of something already taken in. After stop() it runs in the caller's thread.
    void followUp(Job job);
    // Does what is queued, takes nothing more in, ends the thread.
    void stop();

private:
    struct Queued {
        std::size_t octets = 0;
        Job job;
    };
    void loop(const Job &everyNow);

    const std::size_t m_queueOctets;
    std::mutex m_guard; // of what follows
    std::condition_variable m_wake;
    std::deque<Queued> m_queue;
    std::size_t m_queued = 0;
    bool m_threaded = false;
    bool m_stopped = false;
    std::thread m_thread;
};

} // namespace ourtable::hub
