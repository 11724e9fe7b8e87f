// ourtable-cli: finds the command and hands over to commands.h.
#include <QCoreApplication>
#include <algorithm>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/process.h"
#include "core/support/log.h"
#include "core/support/text.h"

namespace {

using namespace ourtable::cli;

Exit runCommand(const Command &command, const CommandLine &line)
{
    Console console(line.has("json"), line.has("quiet"));
    Device device(line, console);
    const Answer answer = command.run(line, device);
    console.answer(answer, device.catalogue());
    return answer.exit;
}

Exit complain(const std::string &words)
{
    std::cerr << words << std::endl;
    return Exit::Usage;
}

// A name that is no command: the first word of several, or nothing that is known.
Exit explainName(const std::string &name, const std::vector<std::string> &arguments)
{
    const std::string following = overviewOf(name);
    if (following.empty())
        return complain("There is no command of that name. `ourtable-cli --help` lists them all.");
    const bool asked = std::find(arguments.begin(), arguments.end(), "--help") != arguments.end();
    (asked ? std::cout : std::cerr) << following;
    return asked ? Exit::Ok : Exit::Usage;
}

Exit runProgram(const std::vector<std::string> &arguments)
{
    if (!std::all_of(arguments.begin(), arguments.end(), [](const std::string &each) { return ourtable::text::isPlainUtf8(each); }))
        return complain("There are characters in that which nobody could read back: it isn't UTF-8. Nothing was written.");
    const std::vector<std::string> words = CommandLine::commandWords(arguments);
    if (words.empty() || words.front() == "help") {
        (arguments.empty() ? std::cerr : std::cout) << overview();
        return arguments.empty() ? Exit::Usage : Exit::Ok;
    }
    const Command *command = commandFor(words);
    if (!command)
        return explainName(words.front(), arguments);
    const auto named = static_cast<std::size_t>(std::count(command->name.begin(), command->name.end(), ' ') + 1);
    CommandLine line;
    const std::string complaint = line.parse(arguments, named, command->syntax);
    const std::string name(command->name);
    if (!complaint.empty())
        return complain(name + ": " + complaint + " See `ourtable-cli " + name + " --help`.");
    if (line.has("help")) {
        std::cout << helpOf(*command);
        return Exit::Ok;
    }
    if (!ourtable::crypto::start()) {
        std::cerr << "This computer makes mistakes when it seals. Nothing was written. Use another one." << std::endl;
        return Exit::Defect;
    }
    return runCommand(*command, line);
}

} // namespace

int main(int argc, char **argv)
{
    hardenProcess();
    catchStopSignals();
    ourtable::log::setThreshold(ourtable::log::Level::Failure);
    const QCoreApplication application(argc, argv);
    const std::vector<std::string> arguments(argv + std::min(argc, 1), argv + argc);
    return static_cast<int>(runProgram(arguments));
}
