// Small helpers that several commands share: dates for people, lists of codes, files with text in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/cli/answer.h"
#include "core/catalogue/catalogue.h"
#include "core/support/ids.h"

namespace ourtable::cli {

// The text of "@file" or the words themselves, without white space around. NotFound "file", TooLarge.
[[nodiscard]] Result<std::string> textOrFile(const std::string &given);

// Whether there is a file, a folder or a link of that name.
[[nodiscard]] bool isThere(const std::string &path);

// The roles of these codes; UnknownCode with "role" as detail.
[[nodiscard]] Result<std::vector<catalogue::RoleNumber>> rolesOf(const std::vector<std::string> &codes,
                                                                const catalogue::Catalogue &catalogue);

// "1 note", "2 notes", "no notes".
[[nodiscard]] std::string counted(std::size_t number, std::string_view one, std::string_view many);

// With a capital in front, for the beginning of a sentence.
[[nodiscard]] std::string capital(std::string words);

// A record id in hexadecimal; InvalidInput with `what` as detail.
[[nodiscard]] Result<RecordId> recordIdOf(std::string_view hex, std::string_view what = "id");

// What people typed or somebody else wrote, for one line of a terminal: no control characters, nothing that steers it.
[[nodiscard]] std::string shown(std::string_view text);

} // namespace ourtable::cli
