// A list of choices: codes that never change meaning, each with the words that people see.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ourtable::catalogue {

struct Term {           // one entry of a vocabulary
    std::string code;   // never changes meaning
    std::string label;  // plain words; may be relabelled
    bool retired = false;
};

struct Vocabulary {
    std::string name;
    std::vector<Term> terms;                                  // in display order
    bool fixed = false;                                       // a programme may relabel it, not add or retire codes
    [[nodiscard]] const Term *find(std::string_view code) const;
};

} // namespace ourtable::catalogue
