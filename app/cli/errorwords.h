// What went wrong, in the words of domain.md 7: what to do next, blaming nobody. One table for the whole program.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "app/words/guardwords.h"
#include "core/catalogue/catalogue.h"

namespace ourtable::cli {

using words::ErrorWords;

// Beside the guards' (app/words): for the lookup below and for checks of the words.
[[nodiscard]] std::span<const ErrorWords> errorWordsTable();

// Never empty. Labels come from the catalogue, so a programme's own words show.
[[nodiscard]] std::string wordsFor(const Error &error, const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn());

} // namespace ourtable::cli
