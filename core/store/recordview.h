// A record as the projection gives it back, and the questions that can be asked about records. Pure values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/support/ids.h"
#include "core/support/value.h"

namespace ourtable::store {

struct RecordView {
    RecordId id;
    catalogue::KindNumber kind = 0;
    std::string state; // a code of the kind's states; empty when it has none
    // What is shown, without life and state. A set (Choices, References, List, append-only) is an array in its merged
    // order. A field without a value is not here.
    std::map<catalogue::FieldNumber, Value> fields;
    std::vector<catalogue::FieldNumber> twoVersions; // fields, or state, that a person has to settle; ascending
    bool hidden = false;           // removed: no free text is left here, only in the log
    bool erased = false;           // taken back: no free text is left anywhere
    bool changedWhileHidden = false;
    bool hasForeign = false;       // has parts that this version cannot show
    bool imported = false;
    std::string sourceId;          // empty when there is none
    std::uint64_t createdClock = 0;
    EndpointId createdBy;
    std::uint64_t updatedClock = 0;
    EndpointId updatedBy;

    // Null when there is none.
    [[nodiscard]] const Value &field(catalogue::FieldNumber number) const
    {
        static const Value none;
        const auto found = fields.find(number);
        return found == fields.end() ? none : found->second;
    }
    bool operator==(const RecordView &) const = default;
};

enum class Comparison {
    Equal,    // the field is this value; a set holds it
    In,       // the field is one of the values of an array; a set holds one of them
    Before,   // less than; texts, dates and times by code point. Not for sets, YesNo, references and maps
    After,    // greater than, likewise
    Contains, // a set holds the value; a text has it as a part, letter by letter
    IsEmpty,  // has no value; with false as the value: has one
};

struct Filter {
    catalogue::FieldNumber field = 0; // kStateField for the state
    Comparison comparison = Comparison::Equal;
    Value value;
};

enum class OrderBy { Created, Updated, Field };

inline constexpr std::size_t kMostAmong = 512;

// Records of one kind. Filters must all hold. Equal ones in the order asked for come in order of their ids, so the answer
// is the same on every device. Records without the ordering value count as the smallest.
struct Query {
    catalogue::KindNumber kind = 0;
    std::vector<Filter> filters = {};
    std::optional<std::vector<RecordId>> among = {}; // nothing but these; at most kMostAmong
    bool includeHidden = false;
    bool includeErased = false;
    OrderBy orderBy = OrderBy::Created;
    catalogue::FieldNumber orderField = 0; // with OrderBy::Field: no set, no map; kStateField for the state
    bool descending = false;
    std::optional<RecordId> after = {};    // the last record of the page before
    std::size_t limit = 100;
};

struct ValueCount {
    Value value; // null: those without a value
    std::int64_t records = 0;
};

// What a list needs to know of a record before it shows it.
struct RecordKey {
    RecordId id;
    std::uint64_t updatedClock = 0;
    bool operator==(const RecordKey &) const = default;
};

// Tells whether a record looks as it did before.
struct Fingerprint {
    RecordId record;
    catalogue::KindNumber kind = 0;
    std::uint64_t content = 0; // the first octets of a hash over all that is shown
};

// How far into the log the projection is folded.
struct HighWater {
    std::int64_t row = 0; // the last row of the log; 0 = nothing yet
    Hash running;         // over the change hashes up to it, as the log counts them

    bool operator==(const HighWater &) const = default;
};

} // namespace ourtable::store
