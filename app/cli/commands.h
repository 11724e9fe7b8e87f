// The commands of ourtable-cli. Each is one function in a file of its own; the table in commands.cpp is all that main
// knows of them.
#pragma once

#include <span>
#include <string_view>

#include "app/cli/answer.h"
#include "app/cli/commandline.h"
#include "app/cli/device.h"

namespace ourtable::cli {

struct Command {
    std::string_view name;    // "breakfast start"
    std::string_view summary; // one line for the overview
    Syntax syntax;
    std::string_view help;    // what it does, and what to know
    Answer (*run)(const CommandLine &line, Device &device);
};

[[nodiscard]] std::span<const Command> commands();
// The command whose name the words begin with; nullptr when there is none.
[[nodiscard]] const Command *commandFor(const std::vector<std::string> &words);

[[nodiscard]] std::string overview();
// What there is when only the first word of a command was typed: "note" lists "note add" and "note list". Empty when no
// command begins with it.
[[nodiscard]] std::string overviewOf(std::string_view firstWord);
[[nodiscard]] std::string helpOf(const Command &command);

// Founding, inviting, letting in, joining
Answer runFound(const CommandLine &line, Device &device);
Answer runSheet(const CommandLine &line, Device &device);
Answer runInvite(const CommandLine &line, Device &device);
Answer runApprove(const CommandLine &line, Device &device);
Answer runJoin(const CommandLine &line, Device &device);
// A breakfast
Answer runBreakfastStart(const CommandLine &line, Device &device);
Answer runBreakfastClose(const CommandLine &line, Device &device);
Answer runBreakfastList(const CommandLine &line, Device &device);
Answer runNoteAdd(const CommandLine &line, Device &device);
Answer runNoteList(const CommandLine &line, Device &device);
Answer runCount(const CommandLine &line, Device &device);
// Bringing in and taking out
Answer runImport(const CommandLine &line, Device &device);
Answer runExport(const CommandLine &line, Device &device);
Answer runCopySave(const CommandLine &line, Device &device);
Answer runCopyTake(const CommandLine &line, Device &device);
// Sharing and looking after the device
Answer runShare(const CommandLine &line, Device &device);
Answer runStatus(const CommandLine &line, Device &device);
Answer runDigest(const CommandLine &line, Device &device);
Answer runQuarantine(const CommandLine &line, Device &device);
Answer runBatch(const CommandLine &line, Device &device);
Answer runWords(const CommandLine &line, Device &device);

} // namespace ourtable::cli
