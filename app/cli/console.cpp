#include "app/cli/console.h"

#include <iostream>
#include <unistd.h>

#include "app/cli/errorwords.h"

namespace ourtable::cli {

std::string lineOf(const Json &json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json machineAnswer(const Answer &answer, const catalogue::Catalogue &catalogue)
{
    Json whole = Json::object();
    whole["ok"] = !answer.failed;
    if (answer.failed) {
        whole["error"] = nameOf(answer.error.code);
        if (!answer.error.detail.empty())
            whole["detail"] = answer.error.detail;
        whole["words"] = answer.words.empty() ? wordsFor(answer.error, catalogue) : answer.words;
    }
    for (const auto &[key, value] : answer.json.items())
        whole[key] = value;
    return whole;
}

void Console::answer(const Answer &answer, const catalogue::Catalogue &catalogue) const
{
    endProgress();
    if (answer.silent)
        return;
    if (m_json) {
        std::cout << lineOf(machineAnswer(answer, catalogue)) << std::endl;
        return;
    }
    if (answer.failed)
        std::cerr << (answer.words.empty() ? wordsFor(answer.error, catalogue) : answer.words) << std::endl;
    else if (!answer.words.empty())
        std::cout << answer.words << std::endl;
}

void Console::say(const std::string &words) const
{
    if (m_json || m_quiet)
        return;
    endProgress();
    std::cerr << words << std::endl;
}

void Console::step(const std::string &words) const
{
    if (isatty(STDERR_FILENO))
        say(words);
}

void Console::early(const Json &machine, const std::string &people) const
{
    endProgress();
    std::cout << (m_json ? lineOf(machine) : people) << std::endl;
}

void Console::progress(const std::string &what, std::size_t done, std::size_t all)
{
    if (m_quiet || m_json || all == 0)
        return;
    const std::size_t tenth = done * 10 / all;
    if (isatty(STDERR_FILENO)) {
        std::cerr << '\r' << what << ": " << done << " of " << all << std::flush;
        m_lineOpen = true;
        if (done >= all)
            endProgress();
    } else if (tenth > m_tenth) {
        std::cerr << what << ": " << done << " of " << all << std::endl;
    }
    m_tenth = tenth;
}

void Console::endProgress() const
{
    if (m_lineOpen)
        std::cerr << '\n';
    m_lineOpen = false;
}

bool Console::confirm(const std::string &question) const
{
    if (!isatty(STDIN_FILENO))
        return false;
    std::cerr << question << " [yes/no] " << std::flush;
    std::string typed;
    return std::getline(std::cin, typed) && (typed == "yes" || typed == "y");
}

} // namespace ourtable::cli
