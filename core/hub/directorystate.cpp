#include "core/hub/directorystate.h"

namespace ourtable::hub {

Result<void> DirectoryState::load(DirectoryStore &store)
{
    static constexpr std::size_t kPageOctets = 1 << 20;
    sync::Directory directory;
    for (;;) {
        OURTABLE_ASSIGN(const std::vector<Bytes> entries, store.entriesFrom(directory.size(), kPageOctets));
        if (entries.empty())
            break;
        for (const Bytes &entry : entries) {
            if (!directory.append(entry))
                return Error{ErrorCode::Corrupt, "directory"};
        }
    }
    propose(std::move(directory));
    publish();
    return {};
}

DirectoryState::Snapshot DirectoryState::committed() const
{
    const std::lock_guard lock(m_guard);
    return m_committed;
}

void DirectoryState::publish()
{
    if (!m_working)
        return;
    const std::lock_guard lock(m_guard);
    m_committed = std::exchange(m_working, nullptr);
}

} // namespace ourtable::hub
