#include "app/cli/batch.h"

#include <algorithm>
#include <iostream>
#include <unistd.h>

#include "app/cli/commands.h"
#include "app/cli/linereader.h"
#include "app/cli/process.h"
#include "app/cli/records.h"

namespace ourtable::cli {
namespace {

struct BatchCommand {
    std::string_view name;
    Answer (*run)(const Json &command, BatchDesk &desk);
};

constexpr BatchCommand kCommands[] = {
    {"put", batchPut},         {"set", batchSet},         {"move", batchMove},         {"get", batchGet},
    {"find", batchFind},       {"count", batchCount},     {"search", batchSearch},     {"settle", batchSettle},
    {"hide", batchHide},       {"restore", batchRestore}, {"takeback", batchTakeBack}, {"start", batchStart},
    {"close", batchClose},     {"note", batchNote},       {"notes", batchNotes},       {"heads", batchHeads},
    {"draft", batchDraft},     {"share", batchShare},     {"digest", batchDigest},     {"status", batchStatus},
};

Answer runParsed(const Json &command, BatchDesk &desk, bool &quit)
{
    OURTABLE_ASSIGN(const std::string name, textFrom(command, "do"));
    if (name == "quit") {
        quit = true;
        return {Json::object(), {}};
    }
    const auto named = [&name](const BatchCommand &each) { return each.name == name; };
    const auto found = std::find_if(std::begin(kCommands), std::end(kCommands), named);
    if (found == std::end(kCommands))
        return Answer(Error{ErrorCode::InvalidInput, "do"}, "There is no batch command of that name. app/cli/README.md lists them.", Exit::Usage);
    return found->run(command, desk);
}

} // namespace

Answer runBatchLine(const std::string &line, BatchDesk &desk, bool &quit)
{
    const Result<Json> command = parseJson(line, {LineReader::kLongest, 32});
    if (!command)
        return command.error();
    if (!command->is_object())
        return Error{ErrorCode::Malformed, "not an object"};
    Answer answer = Error{ErrorCode::InvalidInput, "type"};
    try {
        answer = runParsed(*command, desk, quit);
    } catch (const Json::exception &) {
        answer = Error{ErrorCode::InvalidInput, "type"}; // a member of another type than the command takes
    }
    if (command->contains("tag"))
        answer.json["tag"] = (*command)["tag"];
    return answer;
}

Answer runBatch(const CommandLine &, Device &device)
{
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    BatchDesk desk{device, *workspace};
    LineReader lines(STDIN_FILENO);
    bool quit = false;
    std::size_t good = 0;
    std::size_t bad = 0;
    while (!quit && !stopWanted()) {
        const std::optional<LineReader::Line> line = lines.next();
        if (!line)
            break;
        if (line->text.empty() && !line->tooLong)
            continue;
        const Answer answer = line->tooLong ? Answer(Error{ErrorCode::TooLarge, "line"}) : runBatchLine(line->text, desk, quit);
        (answer.failed ? bad : good) += 1;
        std::cout << lineOf(machineAnswer(answer, workspace->catalogue())) << std::endl;
    }
    Json json;
    json["done"] = good;
    json["failed"] = bad;
    Answer end(json, "", stopWanted() ? Exit::Stopped : Exit::Ok);
    end.silent = true;
    return end;
}

} // namespace ourtable::cli
