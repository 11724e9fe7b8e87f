// Between values of fields and JSON. Internal to this folder.
#pragma once

#include <functional>
#include <optional>

#include "core/catalogue/catalogue.h"
#include "core/support/json.h"

namespace ourtable::usecases {

// Octets as hexadecimal, a map as an object. The value is one that the catalogue took.
[[nodiscard]] Json jsonOf(const Value &value);

// A whole number that fits; nothing for anything else, 3.0 included.
[[nodiscard]] std::optional<std::int64_t> integerOf(const Json &json);

// Reads a value of one of the simple types. `targets` are those of a reference.
using ScalarReader =
    std::function<Result<Value>(catalogue::FieldType, std::span<const catalogue::KindNumber> targets, const Json &)>;

// As our own export writes them: references in hexadecimal, money in pence, times in milliseconds.
[[nodiscard]] Result<Value> exportedScalar(catalogue::FieldType type, std::span<const catalogue::KindNumber> targets,
                                           const Json &json);

// One element of the field: a map, a list element with its parts, or a simple value through `scalar`. Members that are
// null are left out. The value still has to pass checkedValue. Errors: InvalidInput, UnknownField for a part that the
// list does not have, and those of `scalar`.
[[nodiscard]] Result<Value> elementFrom(const catalogue::Field &field, const Json &json, const ScalarReader &scalar);

} // namespace ourtable::usecases
