// The verdict on each change of a record: who may write what, and whether it fits (merge.h says the rules).
#pragma once

#include "core/sync/mergemoves.h"
#include "core/sync/mergerights.h"
#include "core/sync/mergeshape.h"

namespace ourtable::sync {

struct Judged {
    const OpenedChange *change = nullptr;
    const catalogue::Kind *kind = nullptr;  // nullptr when unknown
    const EndpointVersion *at = nullptr;    // its author at the head that it names
    PersonId person;
    Verdict verdict = Verdict::Accepted;
    Need need = Need::Nothing;
    bool firm = false;                      // what it says of owner and person counts
    std::optional<std::size_t> move;        // index of its move among its writes
    std::vector<FittedWrite> writes;        // one a write; empty unless accepted

    [[nodiscard]] bool accepted() const { return verdict == Verdict::Accepted; }
    [[nodiscard]] bool erases() const { return change->kind == ChangeKind::Erase; }
};

// Points into the changes and the catalogue that it was made of.
class RecordJudge {
public:
    // The changes are different ones of one record, in any order; there is at least one.
    RecordJudge(const catalogue::Catalogue &catalogue, const Directory &directory, std::vector<const OpenedChange *> changes);

    [[nodiscard]] const catalogue::Kind *kind() const { return m_kind; }          // nullptr when unknown
    [[nodiscard]] catalogue::KindNumber kindNumber() const { return m_kindNumber; }
    // In the order given. The fold takes the values out of them.
    [[nodiscard]] std::vector<Judged> &changes() { return m_changes; }
    // Who made a change, for the table of moves.
    [[nodiscard]] Mover mover(const Judged &judged) const;

private:
    Judged judgeAlone(const OpenedChange &change) const;
    void judgeShape(Judged &judged) const;
    void judgeRights(Judged &judged) const;
    void settleKind();
    void settlePeople();
    void judgePeople(Judged &judged) const;
    bool isNamed(const Judged &judged) const;
    bool satisfies(const Judged &judged) const;
    void judgeMoves();
    void judgeMove(Judged &judged) const;
    bool mayImport(const Judged &judged, std::string_view from, std::string_view to) const;
    std::vector<ValueId> knownMoves() const;
    void refuse(Judged &judged, Verdict verdict) const;

    const catalogue::Catalogue &m_catalogue;
    const Directory &m_directory;
    std::vector<Judged> m_changes;
    const catalogue::Kind *m_kind = nullptr;
    catalogue::KindNumber m_kindNumber = 0;
    bool m_created = false;                 // a creating change is here
    std::optional<PersonId> m_creator;      // of all of them
    std::vector<PersonId> m_named;          // ever, as owner or person
};

} // namespace ourtable::sync
