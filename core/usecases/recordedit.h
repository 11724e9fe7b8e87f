// What a use case asks a workspace to write, and what a workspace says about itself. Values only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalogue/schema.h"
#include "core/store/logtypes.h"
#include "core/support/ids.h"

namespace ourtable::usecases {

// One write as a person means it; what it replaces is worked out from what is shown now, or from `seen`.
struct FieldEdit {
    enum class How { Set, Add, Remove, Step, Clear };
    catalogue::FieldNumber field = 0;
    How how = How::Set;
    Value value; // Set, Add, Remove: the (element's) value; Step: signed integer; Clear: ignored
    // The values that the form showed when it was opened: only these are replaced. Nothing = what is shown now.
    std::optional<std::vector<ValueId>> seen;
};

struct CreateOptions {
    std::optional<RecordId> id;        // random when not given
    std::string state;                 // only for imports; otherwise the kind's first state, or a legal way from it
    std::optional<std::string> draft;  // this form's draft is done with the save
    bool imported = false;             // the import use case only
    std::string sourceId;
};

struct Saved {
    RecordId record;
    bool sealed = false;               // into a circle that this person cannot read: only a receipt stays
};

// One step of a transaction over several records: shown together, saved together.
struct PlannedChange {
    catalogue::KindNumber kind = 0;
    RecordId record;
    bool creates = false;
    std::vector<FieldEdit> edits;
    std::string moveTo;                // empty = no move
    CreateOptions options;
};

struct StatusReport {
    store::LogCounts counts;
    std::size_t draftsKept = 0;
    std::size_t twoVersions = 0;       // records with fields for a person to settle
    std::vector<CircleId> onePersonOnly; // circles that only one person can open
    bool directoryKnown = false;
};

} // namespace ourtable::usecases
