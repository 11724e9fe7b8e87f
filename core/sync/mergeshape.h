// Whether one write fits its field: the action that the field's merge rule takes, and a value of its type.
#pragma once

#include "core/sync/body.h"

namespace ourtable::sync {

enum class Fit : std::uint8_t {
    Value,     // adds a value
    Removal,   // only takes others away
    Foreign,   // a field, action or code of a later version or of an overlay that is not here: what it replaces is gone
    Malformed,
};

struct FittedWrite {
    Fit fit = Fit::Foreign;
    const catalogue::Field *field = nullptr; // nullptr for life, state and what is foreign
    Value value;                             // cleaned, when it adds one
};

[[nodiscard]] FittedWrite fitted(const catalogue::Kind &kind, const Write &write);
// What an erase carries: places, never words. Foreign when it is to be left out.
[[nodiscard]] FittedWrite fittedInErase(const catalogue::Kind &kind, const Write &write);

} // namespace ourtable::sync
