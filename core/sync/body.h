// The sealed part of a change: what one action wrote to one record (PROTOCOL.md 3).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"
#include "core/support/cbor.h"
#include "core/support/ids.h"

namespace ourtable::sync {

enum class Action : std::uint8_t {
    Set = 0,    // scalar-like fields: this value replaces the named ones
    Add = 1,    // an element of a set or an append-only list
    Remove = 2, // no value; the named elements go
    Step = 3,   // tally: add the signed value; replaces nothing
    Move = 4,   // state: value is [from, to]
};

struct Write {
    catalogue::FieldNumber field = 0;
    Action action = Action::Set;
    Value value;
    std::vector<ValueId> replaced; // ascending, without repeats

    bool operator==(const Write &) const = default;
};

// life (field 0): Set with value [0] shown, or [1, [ids of every current value]] hidden.

struct Part { // parts of one action over several records are shown together
    RequestId transaction;
    std::uint32_t number = 0;
    std::uint32_t of = 0;

    bool operator==(const Part &) const = default;
};

struct Body {
    catalogue::KindNumber kind = 0;
    std::uint32_t revision = 0;      // the catalogue's, of the writer
    std::uint64_t clock = 0;         // hybrid logical clock: 48 bits of milliseconds, 16 of counter
    bool clockGood = false;          // the writer's offset to a hub was known and fresh
    bool creates = false;            // the first change of the record
    bool imported = false;
    std::optional<Part> part;
    std::string sourceId;            // of an imported record; empty otherwise
    std::vector<Write> writes;

    bool operator==(const Body &) const = default;
};

// An erase carries, sealed, where "A note was taken back" is shown: copies of reference and order fields of the record.
// It is a Body whose writes are those fields and whose kind is the record's.

inline constexpr std::size_t kWritesPerChange = 512;

[[nodiscard]] Bytes encodeBody(const Body &body);
// Malformed for anything that encodeBody would not have written, except fields, actions and kinds of a later version:
// those are kept as they are (they are judged when folding).
[[nodiscard]] Result<Body> decodeBody(ByteView octets);

} // namespace ourtable::sync
