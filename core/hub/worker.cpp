#include "core/hub/worker.h"

#include <chrono>

namespace ourtable::hub {
namespace {

constexpr std::chrono::milliseconds kEveryNow{250};
constexpr std::size_t kJobOctets = 512; // of a job without body, so that the queue is bounded in jobs too

std::size_t &numberOfThisThread()
{
    static thread_local std::size_t number = 0;
    return number;
}

} // namespace

std::size_t Worker::thisThread() { return numberOfThisThread(); }

void Worker::startThreads(std::size_t count, Job everyNow)
{
    m_running = count;
    for (std::size_t i = 0; i < count; ++i)
        m_threads.emplace_back([this, i, job = i == 0 ? everyNow : Job()] {
            numberOfThisThread() = i;
            loop(job);
        });
}

bool Worker::post(std::size_t octets, Job job)
{
    {
        const std::lock_guard lock(m_guard);
        if (m_stopped || m_queued + octets > m_queueOctets)
            return false;
        if (m_running > 0) {
            m_queued += octets + kJobOctets;
            m_queue.push_back({octets + kJobOctets, std::move(job)});
            m_wake.notify_one();
            return true;
        }
    }
    job();
    return true;
}

void Worker::followUp(Job job)
{
    {
        const std::lock_guard lock(m_guard);
        if (m_running > 0) {
            m_queue.push_back({0, std::move(job)});
            m_wake.notify_one();
            return;
        }
    }
    job();
}

void Worker::stop()
{
    {
        const std::lock_guard lock(m_guard);
        m_stopped = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

void Worker::loop(const Job &everyNow)
{
    auto next = std::chrono::steady_clock::now() + kEveryNow;
    for (;;) {
        Queued taken;
        {
            std::unique_lock lock(m_guard);
            m_wake.wait_until(lock, next, [this] { return m_stopped || !m_queue.empty(); });
            if (m_queue.empty() && m_stopped) {
                --m_running;
                return;
            }
            if (!m_queue.empty()) {
                taken = std::move(m_queue.front());
                m_queue.pop_front();
                m_queued -= taken.octets;
            }
        }
        if (taken.job)
            taken.job();
        if (const auto now = std::chrono::steady_clock::now(); now >= next) {
            if (everyNow)
                everyNow();
            next = now + kEveryNow;
        }
    }
}

} // namespace ourtable::hub
