// Between the values of one field and one cell of a spreadsheet. Internal to this folder.
//
// Texts, codes and dates stand as they are; references are hexadecimal; yes and no; money "48.00"; times
// "2026-08-13T10:32:00Z", or milliseconds where there is a fraction of a second. Sets of codes and of references are
// joined with ";", where a backslash stands before a ";" or a backslash that belongs to an element. Lists are a compact
// JSON array, maps a compact JSON object.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/catalogue/catalogue.h"

namespace ourtable::usecases {

// How long a cell of the field may be: what its limit allows in UTF-8, never less than 4 KiB; 64 KiB for sets and maps.
[[nodiscard]] std::size_t cellLimitOf(const catalogue::Field &field);

// The values are all of one field, in order; none gives an empty cell.
[[nodiscard]] std::string cellOf(const catalogue::Field &field, std::span<const Value> values);

// The values of a cell; none for an empty one. They still have to pass checkedValue.
// Errors: InvalidInput; Malformed for JSON that parseJson refuses; UnknownField for an unknown member of a list
// element.
[[nodiscard]] Result<std::vector<Value>> valuesOf(const catalogue::Field &field, std::string_view cell);

// Times, for the column of `when` too. Errors: InvalidInput.
[[nodiscard]] std::string cellOfMilliseconds(std::int64_t milliseconds);
[[nodiscard]] Result<std::int64_t> millisecondsOfCell(std::string_view cell);

} // namespace ourtable::usecases
