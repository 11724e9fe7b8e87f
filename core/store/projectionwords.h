// What counts as a word, once for the index and for the search box. Both have to cut at the same places: without
// positions in the index (they would double it) a search term that the tokenizer cuts in two is an error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/catalogue/catalogue.h"

namespace ourtable::store {

// The tokenizer of the index, as SQLite's FTS5 wants it written inside double quotes: unicode61 without diacritics, whose
// words are runs of anything but white space, controls and the punctuation of splitWords.
[[nodiscard]] std::string wordTokenizer();

// What the index holds of a text: the text, without what would pass for a kind's mark.
void appendIndexed(std::string &to, std::string_view text);
// The word that says of which kind a record is. Nobody can type it: splitWords cuts its first character away.
[[nodiscard]] std::string kindMark(catalogue::KindNumber kind);

// The words that a person typed, cut as the tokenizer cuts them; marks that stand alone are left out. Well-formed UTF-8.
[[nodiscard]] std::vector<std::string> splitWords(std::string_view typed);

} // namespace ourtable::store
