// How a record will look once a change that is being prepared is in: for required fields and guards.
#pragma once

#include "core/sync/merge.h"

namespace ourtable::usecases {

// The field's value after the body's writes; null when empty, an array for sets and append-only lists, a sum for tallies.
[[nodiscard]] Value effectiveValue(const catalogue::Field &field, const sync::RecordState &state, const sync::Body &body);
[[nodiscard]] std::string stateAfter(const catalogue::Kind &kind, const sync::RecordState &state, const sync::Body &body);

// Required fields that a rule of domain.md 3.3 lifts: the owner of an unnamed promise; everything but permission, areas and
// month of a support need that is only counted; "if not self" of a nomination.
[[nodiscard]] bool mayStayEmpty(const catalogue::Kind &kind, const catalogue::Field &field, const sync::RecordState &state,
                                const sync::Body &body);

// The ids of the current elements that equal the value.
[[nodiscard]] std::vector<ValueId> idsOfElement(const sync::RecordState &state, catalogue::FieldNumber field, const Value &value);

} // namespace ourtable::usecases
