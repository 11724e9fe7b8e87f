// The hub's own fold of the directory: what is committed, for everybody, and what the present group of writes has made of
// it, for the writer.
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "core/hub/hubstore.h"
#include "core/sync/directory.h"

namespace ourtable::hub {

class DirectoryState {
public:
    using Snapshot = std::shared_ptr<const sync::Directory>;

    // Folds what the store holds. Corrupt when it does not verify.
    [[nodiscard]] Result<void> load(DirectoryStore &store);

    // As of the last commit; a value that does not change any more. Any thread.
    [[nodiscard]] Snapshot committed() const;

    // The writer's thread only:
    [[nodiscard]] const sync::Directory &working() const { return m_working ? *m_working : *m_committed; }
    void propose(sync::Directory directory) { m_working = std::make_shared<const sync::Directory>(std::move(directory)); }
    void publish();
    void discard() { m_working.reset(); }

private:
    mutable std::mutex m_guard; // of m_committed, which only the writer replaces
    Snapshot m_committed = std::make_shared<const sync::Directory>();
    Snapshot m_working;
};

} // namespace ourtable::hub
