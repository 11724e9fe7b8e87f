// One record as it travels in and out of the programme: by import, by export, by a spreadsheet. Values only, no
// storage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/support/ids.h"

namespace ourtable::usecases {

using catalogue::FieldNumber;
using catalogue::KindNumber;

struct FieldValue {
    FieldNumber field = 0;
    Value value; // one element of a set, the whole of anything else; a tally is one step

    bool operator==(const FieldValue &) const = default;
};

// `fields` is in the order of the field numbers, the elements of a set as they came. A field that is not a set occurs
// once at most. `source_id` is the member, never among the fields, and empty where the kind keeps none; `state` is
// empty where a kind has no states, or for a record that starts where its kind starts.
struct InterchangeRecord {
    KindNumber kind = 0;
    RecordId id = {};
    std::string sourceId = {};
    std::string state = {};
    std::vector<FieldValue> fields = {};
    std::int64_t when = 0; // milliseconds since 1970 UTC, the date the source gives for its making; 0 = unknown

    bool operator==(const InterchangeRecord &) const = default;
};

// The id of an imported record: the same for the same source id, so that importing twice makes nothing twice.
[[nodiscard]] RecordId importedId(const ProgrammeId &programme, KindNumber kind, std::string_view sourceId);

// The one headcount_tally record of a gathering, wherever it is made, so that the counters of two devices add up.
[[nodiscard]] RecordId headcountIdOf(const RecordId &gathering);

// Choices, references and lists hold any number of elements; every other type holds one value.
[[nodiscard]] bool isSet(catalogue::FieldType type);

// Whether a text may be a source id: words on one line, at most 60 characters, nothing to clean away.
[[nodiscard]] bool isSourceId(std::string_view sourceId);

// Whether records of the kind keep their source id. A kind without the field (equality_return, which must have no link
// to anything) gets its record id from it and forgets it.
[[nodiscard]] bool keepsSourceId(const catalogue::Kind &kind);

// Whether a time in milliseconds lies in the years that dates have (civiltime.h).
[[nodiscard]] bool isMoment(std::int64_t milliseconds);

// A name or id from outside as an error may repeat it: as it is when it looks like one, else "?".
[[nodiscard]] std::string shownName(std::string_view name);

} // namespace ourtable::usecases
