// What people and scripts see: answers on standard output, everything else on standard error.
#pragma once

#include <functional>
#include <string>

#include "app/cli/answer.h"
#include "core/catalogue/catalogue.h"

namespace ourtable::cli {

class Console {
public:
    Console(bool json, bool quiet) : m_json(json), m_quiet(quiet) {}

    [[nodiscard]] bool json() const { return m_json; }

    // The answer, once: words for people, one line of JSON for scripts. Errors in words go to standard error.
    void answer(const Answer &answer, const catalogue::Catalogue &catalogue) const;
    // Something that people should know on the way ("waiting for a coordinator"). Not said to scripts or with --quiet.
    void say(const std::string &words) const;
    // A step of longer work; on a terminal only.
    void step(const std::string &words) const;
    // Part of an answer that is needed before its end (an invitation's code while waiting): a line at once.
    void early(const Json &machine, const std::string &people) const;
    // done of all: a line that counts up on a terminal, otherwise a line every tenth. all 0 = not known yet.
    void progress(const std::string &what, std::size_t done, std::size_t all);

    // Asks on the terminal; false when there is none, or when the answer is not yes.
    [[nodiscard]] bool confirm(const std::string &question) const;

private:
    void endProgress() const;

    bool m_json;
    bool m_quiet;
    std::size_t m_tenth = 0;
    mutable bool m_lineOpen = false;
};

// {"ok": true, ...}, or {"ok": false, "error": "not_permitted", "detail": "...", "words": "..."}.
[[nodiscard]] Json machineAnswer(const Answer &answer, const catalogue::Catalogue &catalogue);

// One line; never throws, whatever the octets are.
[[nodiscard]] std::string lineOf(const Json &json);

} // namespace ourtable::cli
