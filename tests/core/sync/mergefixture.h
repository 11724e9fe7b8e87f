// What a test of merging begins with: a lay partner, a peer worker and a coordinator, and the id of one record.
#pragma once

#include <optional>

#include "tests/core/sync/mergeworld.h"

namespace ourtable::test {

class MergeFixture {
protected:
    void begin()
    {
        m_world.emplace();
        m_lay = m_world->add({role::LayPartner});
        m_peer = m_world->add({role::PeerWorker});
        m_coordinator = m_world->add({role::Coordinator});
        m_record = m_world->random().make<RecordId>();
    }
    sync::RecordState folded(std::vector<sync::OpenedChange> changes) const { return test::folded(*m_world, std::move(changes)); }
    sync::Verdict verdictOf(const sync::OpenedChange &change, std::vector<sync::OpenedChange> others = {}) const
    {
        return test::verdictOf(*m_world, change, std::move(others));
    }
    static catalogue::FieldNumber note(std::string_view field) { return fieldOf("contribution", field); }

    std::optional<World> m_world;
    std::optional<Writer> m_lay;
    std::optional<Writer> m_peer;
    std::optional<Writer> m_coordinator;
    const catalogue::Kind &m_note = kindOf("contribution");
    const catalogue::Kind &m_action = kindOf("action");
    const catalogue::Kind &m_need = kindOf("support_need");
    RecordId m_record;
};

} // namespace ourtable::test
