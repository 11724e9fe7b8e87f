// One page of a circle in hub order, with what is needed to check it.
#pragma once

#include <set>

#include "core/hub/hubstore.h"
#include "core/sync/directory.h"

namespace ourtable::hub {

// Once, for one page. Everything it is given outlives it.
class PullPage {
public:
    // without: the device whose own changes are left out; zero for nobody.
    PullPage(HubStore &store, const sync::Directory &directory, const CircleId &circle, const DeviceId &without)
        : m_store(store), m_directory(directory), m_circle(circle), m_without(without)
    {
    }

    [[nodiscard]] Result<sync::PullAnswer> read(std::uint64_t after);

private:
    [[nodiscard]] Result<void> readChanges(std::uint64_t after, sync::PullAnswer &answer);
    [[nodiscard]] bool isLeftOut(const ReplicaId &replica);
    [[nodiscard]] Result<void> addProofs(sync::PullAnswer &answer);

    HubStore &m_store;
    const sync::Directory &m_directory;
    const CircleId m_circle;
    const DeviceId m_without;
    std::map<ReplicaId, sync::ReplicaCertificate> m_certificates; // of every replica met
    std::set<ReplicaId> m_sent;                                   // of those in the page
    Result<void> m_failed;
};

} // namespace ourtable::hub
