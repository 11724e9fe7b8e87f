// Puts folded records into the projection on a thread of its own, while its caller opens and merges the next ones.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "core/support/ids.h"
#include "core/support/result.h"
#include "core/sync/merge.h"

namespace ourtable::usecases {

// Records are put in the order in which they were given, by one thread at a time. Few are put by finish(), in the caller's
// thread. Between the first add() and finish() nobody else may touch what put touches. Not thread-safe itself.
class ProjectionFeeder {
public:
    using Put = std::function<Result<void>(const RecordId &record, const sync::RecordState &state)>;
    explicit ProjectionFeeder(Put put) : m_put(std::move(put)) {}
    // Gives up what was not put yet.
    ~ProjectionFeeder();
    ProjectionFeeder(const ProjectionFeeder &) = delete;
    ProjectionFeeder &operator=(const ProjectionFeeder &) = delete;

    // Waits while too much is waiting. The error of an earlier record, which ends it: nothing more is put.
    [[nodiscard]] Result<void> add(const RecordId &record, sync::RecordState &&state);
    // Returns when everything is put, or with the error that ended it.
    [[nodiscard]] Result<void> finish();

private:
    struct Folded {
        RecordId record;
        sync::RecordState state;
    };
    using Batch = std::vector<Folded>;

    [[nodiscard]] Result<void> handOver();
    [[nodiscard]] bool hasThread();
    [[nodiscard]] Result<void> putAll(const Batch &batch) const;
    void loop();
    void end(bool givingUp);

    Put m_put;
    Batch m_filling;
    std::thread m_thread; // from the first full batch on

    std::mutex m_guard; // of what follows
    std::condition_variable m_changed;
    std::deque<Batch> m_waiting;
    std::deque<Batch> m_spent;
    bool m_ending = false;
    Result<void> m_outcome;
};

} // namespace ourtable::usecases
