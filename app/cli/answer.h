// What a command has to say at its end: for people, for scripts, and as an exit code.
#pragma once

#include <string>

#include "app/cli/exit.h"
#include "core/support/json.h"
#include "core/support/result.h"

namespace ourtable::cli {

// Made from values when it went well, from an Error otherwise, so that OURTABLE_TRY and OURTABLE_ASSIGN leave a command
// with it. json never holds "ok"; the console adds it.
struct Answer {
    Answer(Json machine, std::string people, Exit code = Exit::Ok)
        : json(std::move(machine)), words(std::move(people)), exit(code)
    {
    }
    Answer(const Error &wrong) : exit(exitOf(wrong.code)), error(wrong), failed(true) {}
    // The same, with words of its own that know more than the table does.
    Answer(const Error &wrong, std::string people, Exit code) : words(std::move(people)), exit(code), error(wrong), failed(true) {}

    Json json = Json::object();
    std::string words;
    Exit exit = Exit::Ok;
    Error error;
    bool failed = false;
    bool silent = false; // everything was said on the way
};

// A value on the command line that cannot be meant; `words` say which and what it takes.
[[nodiscard]] inline Answer misused(std::string words)
{
    return Answer(Error{ErrorCode::InvalidInput, "command line"}, std::move(words), Exit::Usage);
}

} // namespace ourtable::cli
