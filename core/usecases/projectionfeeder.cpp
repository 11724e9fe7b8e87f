#include "core/usecases/projectionfeeder.h"

#include <system_error>

namespace ourtable::usecases {
namespace {

constexpr std::size_t kBatch = 256;
constexpr std::size_t kMostWaiting = 4; // batches: a few megabytes of notes

} // namespace

ProjectionFeeder::~ProjectionFeeder() { end(true); }

Result<void> ProjectionFeeder::add(const RecordId &record, sync::RecordState &&state)
{
    m_filling.push_back({record, std::move(state)});
    return m_filling.size() < kBatch ? Result<void>() : handOver();
}

Result<void> ProjectionFeeder::finish()
{
    if (!m_thread.joinable())
        return putAll(std::exchange(m_filling, {}));
    OURTABLE_TRY(handOver());
    end(false);
    return m_outcome;
}

Result<void> ProjectionFeeder::handOver()
{
    if (!hasThread())
        return putAll(std::exchange(m_filling, {}));
    // Freed here, where it was made: two threads at one heap wait for each other at every piece.
    std::deque<Batch> spent;
    std::unique_lock lock(m_guard);
    m_changed.wait(lock, [this] { return m_waiting.size() < kMostWaiting || !m_outcome; });
    m_waiting.push_back(std::exchange(m_filling, {}));
    spent.swap(m_spent);
    m_changed.notify_all();
    return m_outcome;
}

// A device that has no thread to give is only slower.
bool ProjectionFeeder::hasThread()
{
    try {
        if (!m_thread.joinable())
            m_thread = std::thread([this] { loop(); });
    } catch (const std::system_error &) {
        return false;
    }
    return true;
}

Result<void> ProjectionFeeder::putAll(const Batch &batch) const
{
    for (const Folded &folded : batch)
        OURTABLE_TRY(m_put(folded.record, folded.state));
    return {};
}

void ProjectionFeeder::loop()
{
    std::unique_lock lock(m_guard);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty() || !m_outcome)
            return;
        Batch batch = std::move(m_waiting.front());
        m_waiting.pop_front();
        m_changed.notify_all();
        lock.unlock();
        Result<void> put = putAll(batch);
        lock.lock();
        m_outcome = std::move(put);
        m_spent.push_back(std::move(batch));
        m_changed.notify_all();
    }
}

void ProjectionFeeder::end(bool givingUp)
{
    {
        const std::lock_guard lock(m_guard);
        m_ending = true;
        if (givingUp)
            m_waiting.clear();
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

} // namespace ourtable::usecases
