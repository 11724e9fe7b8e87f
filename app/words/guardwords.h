// The guards of core/catalogue/guards.json as advice, for every program that speaks to people: what to do so that the move
// goes through.
#pragma once

#include <span>
#include <string_view>

#include "core/support/error.h"

namespace ourtable::words {

// One row of a table of words. `detail` empty: any detail of that code. "%1" stands for the field's label, or for the detail.
struct ErrorWords {
    ErrorCode code;
    std::string_view detail;
    std::string_view words;
};

[[nodiscard]] std::span<const ErrorWords> guardWordsTable();
// Ends with a zero, as Qt's translations want it. Empty when the error is no guard's refusal, or of a guard that has none.
[[nodiscard]] std::string_view guardWordsFor(const Error &error);

} // namespace ourtable::words
