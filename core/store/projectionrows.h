// Between the values of a record and the columns of the projection's tables. Internal to the projection.
#pragma once

#include "core/store/projectionschema.h"
#include "core/store/recordview.h"
#include "core/store/sqlite/database.h"
#include "core/sync/merge.h"

namespace ourtable::store::rows {

// What of a state may stand in the tables of its kind, in the order of KindTable::columns and KindTable::sets: the shown
// values; nullptr for none, and for free text of a record that is hidden or erased. Points into the state.
struct Projected {
    std::vector<const Value *> columns;
    std::vector<const Value *> sets;
};
// Malformed (detail kind.field) when a value does not fit its field's type.
[[nodiscard]] Result<Projected> projected(const KindTable &table, const sync::RecordState &state);
// Whether a person is asked about the field: there are two versions, and this version of ours knows it.
[[nodiscard]] bool asksPeople(const catalogue::Kind &kind, catalogue::FieldNumber field, const sync::FieldState &state);

[[nodiscard]] bool fits(Storage storage, const Value &value);
void bindValue(Statement &statement, int parameter, Storage storage, const Value &value);
[[nodiscard]] Value valueOf(const Statement &row, int at, Storage storage);

// An element of a set goes into one of two columns: record ids into `target`, all else into `value`.
struct Element {
    Value value;  // text for a code, CBOR octets for anything else; null for a record id
    Value target; // octets, or null
};
[[nodiscard]] Element elementOf(const catalogue::Field &field, const Value &value);
[[nodiscard]] Value elementValue(const catalogue::Field &field, const Statement &row, int value, int target);

// Integers, booleans, texts, octets and null as they are; anything else is a defect of the caller.
void bindPlain(Statement &statement, int parameter, const Value &value);

// The columns of KindTable::select, without the elements.
struct Row {
    std::int64_t number = 0;
    bool indexed = false;
    bool hasTwoVersions = false;
    RecordView view;
};
[[nodiscard]] Row read(const Statement &statement, const KindTable &table);

// What the index holds of a record: a mark of its kind, then its searched texts. Empty when it has none. The same for
// what is to be written and for what was read back, or the index could not be taken back.
[[nodiscard]] std::string indexText(const KindTable &table, const Projected &values);
[[nodiscard]] bool isWordless(const KindTable &table, const Projected &values); // its index text is empty
[[nodiscard]] std::string indexText(const catalogue::Kind &kind, const RecordView &view);

} // namespace ourtable::store::rows
