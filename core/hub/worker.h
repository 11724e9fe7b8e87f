// The threads that read: signatures, decoding, pulls, and whatever has to be done from time to time.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace ourtable::hub {

// Without startThreads() jobs run inside post() and followUp() (the simulator). Thread-safe.
class Worker {
public:
    using Job = std::function<void()>;
    explicit Worker(std::size_t queueOctets) : m_queueOctets(queueOctets) {}
    ~Worker() { stop(); }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    // Jobs run in any order, on any of so many threads. everyNow is called on one of them, at least four times a second
    // unless a job takes longer.
    void startThreads(std::size_t count, Job everyNow);
    // Which of the threads this is, from 0; 0 on any other thread.
    [[nodiscard]] static std::size_t thisThread();
    // False when more than queueOctets are waiting already, or after stop().
    [[nodiscard]] bool post(std::size_t octets, Job job);
    // Never refused: the second half of something already taken in. After stop() it runs in the caller's thread.
    void followUp(Job job);
    // Does what is queued, takes nothing more in, ends the threads.
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
    std::size_t m_running = 0; // threads
    bool m_stopped = false;
    std::vector<std::thread> m_threads;
};

} // namespace ourtable::hub
