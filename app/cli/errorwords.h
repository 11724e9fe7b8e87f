// What went wrong, in the words of domain.md 7: what to do next, blaming nobody. One table for the whole program.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/catalogue/catalogue.h"
#include "core/support/error.h"

namespace ourtable::cli {

// One row. `detail` empty: any detail of that code. "%1" stands for the field's label, or for the detail itself.
struct ErrorWords {
    ErrorCode code;
    std::string_view detail;
    std::string_view words;
};

// The tables, for the lookup below and for checks of the words.
[[nodiscard]] std::span<const ErrorWords> errorWordsTable();
[[nodiscard]] std::span<const ErrorWords> guardWordsTable();

// Never empty. Labels come from the catalogue, so a programme's own words show.
[[nodiscard]] std::string wordsFor(const Error &error, const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn());

} // namespace ourtable::cli
