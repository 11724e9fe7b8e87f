// Turns what a person means into sealed changes: checks kind, right, values, required fields, moves and guards, works out
// what is replaced, and seals into the right circle. One object a commit.
#pragma once

#include "core/usecases/recordscope.h"

namespace ourtable::usecases {

class RecordWriter {
public:
    explicit RecordWriter(Workspace &workspace);

    // Checks one planned change and adds it; nothing is written before finish().
    [[nodiscard]] Result<void> add(const PlannedChange &planned);
    // Removes the record, undoably, or brings it back.
    [[nodiscard]] Result<void> addLife(const RecordId &record, bool hidden);
    // The irreversible one. Only erasable kinds; by the author or a reader.
    [[nodiscard]] Result<void> addErase(const RecordId &record);
    // Puts it all on disk in one transaction. What was written, by record.
    [[nodiscard]] Result<std::vector<Saved>> finish(const std::optional<std::string> &draft);

private:
    struct Prepared {
        const catalogue::Kind *kind = nullptr;
        RecordId record;
        sync::ChangeKind change = sync::ChangeKind::Data;
        sync::Body body;
        bool keepCopy = false;          // sealed: keep an editable copy for a while
        RecordId gathering;
    };
    struct Chain {
        ReplicaId replica;
        store::ChainHead head;
    };

    [[nodiscard]] Result<const catalogue::Kind *> kindOf(const PlannedChange &planned, const sync::RecordState &state) const;
    [[nodiscard]] Result<void> checkRight(const catalogue::Kind &kind, const PlannedChange &planned, const sync::RecordState &state);
    [[nodiscard]] Result<bool> isInReach(const catalogue::Kind &kind, const RecordFacts &facts);
    [[nodiscard]] Result<void> checkCreating(const catalogue::Kind &kind, const PlannedChange &planned);
    [[nodiscard]] Result<void> addEdits(const catalogue::Kind &kind, const PlannedChange &planned, const sync::RecordState &state, sync::Body &body);
    [[nodiscard]] Result<sync::Write> writeOf(const catalogue::Kind &kind, const FieldEdit &edit, const sync::RecordState &state, bool imported);
    [[nodiscard]] Result<void> addMove(const catalogue::Kind &kind, const PlannedChange &planned, const sync::RecordState &state, sync::Body &body);
    [[nodiscard]] Result<void> checkMove(const catalogue::Kind &kind, const PlannedChange &planned, const sync::RecordState &state,
                                         const sync::Body &body, std::string_view from);
    // Of two versions of the state: whoever may make some move to one of them may choose it. Its guards ran when it was made.
    [[nodiscard]] Result<void> checkSettling(const catalogue::Kind &kind, const PlannedChange &planned, const sync::RecordState &state);
    [[nodiscard]] bool holdsOneOf(const std::vector<catalogue::RoleNumber> &wanted, const catalogue::Kind &kind, const PlannedChange &planned,
                                  const sync::RecordState &state) const;
    [[nodiscard]] Result<void> checkRequired(const catalogue::Kind &kind, const sync::RecordState &state, const sync::Body &body) const;
    [[nodiscard]] Result<sync::RecordState> stateOf(const RecordId &record);
    [[nodiscard]] Result<sync::RecordState> stateOfCopy(const RecordId &record);
    [[nodiscard]] Result<sync::Envelope> sealed(const Prepared &prepared, store::Save &save);
    [[nodiscard]] Result<Chain *> chainFor(const CircleId &circle);
    [[nodiscard]] Result<ReplicaId> replica();
    [[nodiscard]] Result<void> keepBeside(const Prepared &prepared, const Hash &hash, store::Save &save);
    [[nodiscard]] std::uint64_t nextClock();

    Workspace &m_workspace;
    std::vector<Prepared> m_prepared;
    std::map<CircleId, Chain> m_chains;
    std::optional<ReplicaId> m_replica;
    std::uint64_t m_clock = 0;
    bool m_clockGood = false;
    sync::HubOffset m_offset;
};

} // namespace ourtable::usecases
