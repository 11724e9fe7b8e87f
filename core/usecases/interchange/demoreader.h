// Reads a whole programme from one JSON document, the form of platform/common/demo/demo.json.
#pragma once

#include <optional>
#include <vector>

#include "core/support/json.h"
#include "core/usecases/interchange/interchangerecord.h"

namespace ourtable::usecases {

struct ProgrammeOptions {
    // Moves every date by whole days, and every month by the calendar months that `meta.as_of` moves through.
    std::int64_t shiftDays = 0;
};

// Every record of the document, parents before their children. Parse it with parseJson, which refuses duplicate keys.
//
// Ids come from source ids (importedId), so that reading twice gives the same records. Children without an id of their
// own get one from their parent and their place: "sn-01/contact_notes/2". Fields of a stricter class go to the child
// kind that the catalogue keeps them in. Every key is mapped, or stands in the one list of demoleftout.cpp; nothing
// else is passed over. Required fields may be missing, as imports allow.
//
// The first thing that is wrong ends it. The detail names list, item and key, as in "actions/a-04/owner": UnknownKind
// (a list that is not known), UnknownField, UnknownCode, NotFound (a reference), Conflict (a reference that could be
// two), AlreadyExists (an id twice), NotPermitted (of a class that the circle of its kind does not keep),
// RequiredMissing (no state), InvalidInput, TooLong.
[[nodiscard]] Result<std::vector<InterchangeRecord>> readProgramme(const Json &document,
                                                                   const catalogue::Catalogue &catalogue,
                                                                   const ProgrammeId &programme,
                                                                   const ProgrammeOptions &options = {});

// The shift that makes `meta.as_of` the given day ("YYYY-MM-DD"); nothing when either is no date.
[[nodiscard]] std::optional<std::int64_t> daysToShift(const Json &document, std::string_view today);

} // namespace ourtable::usecases
