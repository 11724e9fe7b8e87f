// Merging: the state of one record as a pure function of the set of its changes and the directory (sync.md 4; design
// README 3). Any order, any number of times, the same result. No I/O, no clock.
#pragma once

#include <array>
#include <map>
#include <vector>

#include "core/sync/body.h"
#include "core/sync/directory.h"
#include "core/sync/envelope.h"

namespace ourtable::sync {

// A change as the fold sees it: opened, and with its author known by the chain's certificate.
struct OpenedChange {
    Hash hash;
    ReplicaId replica;
    std::uint64_t seq = 0;
    MembershipHead membershipHead;
    EndpointId author;
    ChangeKind kind = ChangeKind::Data;
    Body body;
    RecordId record{}; // a Person's record has the person's id, so it tells whether a record is about its author
    CircleId circle{}; // the circle it came in; zero when not known: then neither the kind's circle nor the end of one
                       // chain among several of its replica can be checked
};

// Why a change of the set takes no part in the state. What this version would quarantine as MoveRefused or Malformed is
// Foreign when a later revision of the catalogue wrote it.
enum class Verdict : std::uint8_t {
    Accepted = 0,
    WaitsForDirectory = 1, // the head it names is not here yet
    WaitsForRecord = 2,    // its record's first change is not here yet, and the right depends on who made that
    NotPermitted = 3,      // quarantine: its author's role had no such right at the head it names
    MoveRefused = 4,       // quarantine: the table has no such move for that role, or its `from` is not what it replaced
    Malformed = 5,         // quarantine: a value does not fit its field's type
    Foreign = 6,           // kind, field or action of a later version: kept, read after an update
    PastTheEnd = 7,        // quarantine: past the last number accepted of an endpoint that was lost or compromised
};
inline constexpr std::size_t kVerdicts = 8;

struct Sibling { // one value that nobody who saw it replaced
    ValueId id;
    Value value;
    std::uint64_t clock = 0;
    bool clockGood = false;
    ReplicaId replica;
    std::uint64_t seq = 0;
    EndpointId author;
    Hash change;
    std::uint32_t write = 0; // its place in the change
};

struct FieldState {
    std::vector<Sibling> siblings; // the shown one first: (clockGood, clock, replica, seq, id), greatest first
    // Whether people have to be asked: siblings that differ, where the field's rule does not settle it.
    bool twoVersions = false;
    // Scalar-like rules: what is shown, or in force for protective fields; null when there is none, and for decisions that
    // are undecided. Set and append: an array, in order of (clock, replica, seq, change, write). Tally: the sum. State: the state.
    // Life: 1 hidden, 0 shown.
    Value shown;
    // Long text in two versions: the value that both replaced, for mergedText; null when there is none.
    Value base;
};

struct RecordState {
    catalogue::KindNumber kind = 0;
    // Life and state among them. A field without a current value has no entry, but a state field always has one.
    std::map<catalogue::FieldNumber, FieldState> fields;
    bool hidden = false;           // removed, undoable
    bool changedWhileHidden = false; // came back because an edit was not seen by whoever removed it
    bool erased = false;           // taken back: no field left but those that the erase carries
    bool hasForeign = false;       // contains parts that this version cannot show
    bool imported = false;
    std::string sourceId;
    std::uint64_t createdClock = 0;
    EndpointId createdBy;          // author of the earliest accepted creating change
    std::uint64_t updatedClock = 0;
    EndpointId updatedBy;
    std::vector<Verdict> verdicts; // one a change, in the order given
    std::array<std::uint32_t, kVerdicts> counts{}; // different changes by verdict

    [[nodiscard]] const Value &shown(catalogue::FieldNumber field) const; // null when there is none
    // Every current value's id of the field: what a save of it replaces.
    [[nodiscard]] std::vector<ValueId> current(catalogue::FieldNumber field) const;
};

// How a set of changes is judged. tests/core/sync/tst_merge*.cpp have a test for each sentence.
//
// Rights are those of the author's endpoint at the entry that the change names; a right that is only Linked is taken for
// given (its guard reads other records, and ran when writing). A creating change needs Create or WriteSealed, and replaces
// nothing. A later one needs, for each write: a move, nothing but the table; a tally step, Create or Change; `agreed_by`,
// Agree or what follows; anything else Change, or Create or WriteSealed by the record's creator. Later changes of
// append-only kinds may only hide and show. The creator is the one person behind all creating changes: when two people
// wrote one, nobody is. Own is satisfied by the creator, by the person of a Person record, and by whoever was ever named
// in the field `owner` or `person` by a change that needed none of these itself.
//
// A move needs its row of the table and a role in it; the creator counts as the author, whoever else satisfies Own as
// the owner. Its `from` must be what an accepted move that it replaces led to, unless one of those is not here; the
// start state when it replaces none. Two exceptions: a coordinator's imported, creating change may be of any kind and move
// from the start to any state; and [x, x] settles two versions, for whoever may make some move to x, when x is what a replaced move led to.
//
// A record's kind is that of its earliest creating change; changes of another kind are Malformed. A code outside its
// vocabulary is foreign, not malformed: the overlay that brings it may not be here yet.
//
// An erase needs an erasable kind and Read, or Create or WriteSealed by the creator (by anybody who holds these where no
// creating change is left, as when it was blanked). It is never refused for what it carries: words and whatever does not
// fit are left out. Once one is accepted the state is that of the erases alone.
class MergeContext {
public:
    // Both must outlive it.
    MergeContext(const catalogue::Catalogue &catalogue, const Directory &directory);

    // Folds the changes of one record (all of the same record id). Duplicates (equal hashes) count once.
    [[nodiscard]] RecordState fold(const std::vector<OpenedChange> &changes) const;

private:
    const catalogue::Catalogue &m_catalogue;
    const Directory &m_directory;
};

// A text that both versions agree on where they can: three-way by sentence over the value that both replaced. Shown with a
// mark, never written; nothing when hunks overlap or touch, or a text has more than 2,000 sentences.
[[nodiscard]] std::optional<std::string> mergedText(std::string_view base, std::string_view one, std::string_view other);

// The canonical dump of a state, one line a fact, the same from the engine and from tests/sim/reference_model.py.
[[nodiscard]] std::string canonicalDump(const RecordId &record, const RecordState &state);

} // namespace ourtable::sync
