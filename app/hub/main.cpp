// ourtable-hub: finds the command and hands over to hubcommands.h.
#include <algorithm>
#include <iostream>

#include "app/hub/hubcommands.h"
#include "core/crypto/securebytes.h"

namespace {

using namespace ourtable::hub;

struct Command {
    std::string_view name;
    std::vector<std::string_view> options; // the first is the one that must be given
    std::string_view help;
    Exit (*run)(const Arguments &);
};

constexpr std::string_view kOverview =
    "ourtable-hub keeps the sealed notes of one programme and passes them on; it cannot read them.\n"
    "\n"
    "  ourtable-hub init      makes a hub in a folder\n"
    "  ourtable-hub invite    prints the ticket with which the first coordinator founds the programme\n"
    "  ourtable-hub serve     serves tablets until SIGTERM or SIGINT\n"
    "  ourtable-hub restored  says that the database came back from a backup\n"
    "  ourtable-hub status    says what the hub holds, in numbers\n"
    "\n"
    "`ourtable-hub COMMAND --help` tells more. Exit codes: 0 done, 1 a defect of this program, 2 wrong command line,\n"
    "3 folder or database not usable, 4 port taken, 5 folder holds a hub already, 6 programme founded already.\n";

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = {
        {"init", {"folder", "name", "port"},
         "ourtable-hub init --folder F --name HOST[,HOST...] [--port P]\n"
         "Makes folder F with a certificate authority, an empty database and hub.json. HOST: how tablets reach the hub, as\n"
         "host names or addresses; invitations carry the first. P: 8443 unless given; 0 = a free one at every start.\n"
         "Back up authority.pem, hub.json and hub.db. Exit codes: 0, 2, 3, 5.\n",
         initialise},
        {"invite", {"folder", "port"},
         "ourtable-hub invite --folder F [--port P]\n"
         "Prints a founding ticket, a text that starts with OT1:, for `ourtable-cli found`. It works once. P: how tablets reach\n"
         "the hub when that is not the port of hub.json. Exit codes: 0, 2, 3, 6.\n",
         invite},
        {"serve", {"folder", "listen", "port", "log"},
         "ourtable-hub serve --folder F [--listen ADDRESS] [--port P] [--log FILE]\n"
         "Prints \"listening on https://HOST:PORT\" when it is ready, and stops cleanly on SIGTERM or SIGINT. ADDRESS: 0.0.0.0\n"
         "(all of IPv4) unless given; :: for IPv6 too. P: that of hub.json unless given; 0 = a free one. The log, without a\n"
         "word that anybody wrote, goes to standard error unless FILE is given. Exit codes: 0, 2, 3, 4.\n",
         serve},
        {"restored", {"folder"},
         "ourtable-hub restored --folder F\n"
         "To be said once after hub.db came back from a backup, before `serve`: every tablet then compares what it has with the\n"
         "hub and gives it what it lacks. Nothing is deleted. Exit codes: 0, 2, 3.\n",
         markRestored},
        {"status", {"folder"},
         "ourtable-hub status --folder F\n"
         "Prints how many changes, circles, devices and octets the hub holds, and when its certificate ends. Exit codes: 0, 2, 3.\n",
         showStatus},
    };
    return all;
}

Exit misused(const std::string &words)
{
    std::cerr << "ourtable-hub: " << words << ". See `ourtable-hub --help`.\n";
    return Exit::Usage;
}

Exit runCommand(const Command &command, std::span<const std::string_view> words)
{
    const Arguments arguments(words, command.options);
    if (arguments.wantsHelp()) {
        std::cout << command.help;
        return Exit::Ok;
    }
    if (!arguments.complaint().empty())
        return misused(std::string(command.name) + " " + arguments.complaint());
    if (!arguments.value("folder"))
        return misused(std::string(command.name) + " needs --folder");
    const std::optional<std::string> port = arguments.value("port");
    if (port && !portOf(*port))
        return misused("--port takes a number from 0 to 65535");
    return command.run(arguments);
}

Exit runProgram(std::span<const std::string_view> words)
{
    if (words.empty())
        return misused("needs a command");
    if (words.front() == "--help" || words.front() == "-h" || words.front() == "help") {
        std::cout << kOverview;
        return Exit::Ok;
    }
    const auto named = [&words](const Command &command) { return command.name == words.front(); };
    const auto command = std::find_if(commands().begin(), commands().end(), named);
    if (command == commands().end())
        return misused("does not know the command " + std::string(words.front()));
    if (!ourtable::crypto::start()) {
        std::cerr << "ourtable-hub: this machine computes wrongly; its self-test of cryptography failed. Use another one.\n";
        return Exit::Defect;
    }
    return runCommand(*command, words.subspan(1));
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
    return static_cast<int>(runProgram(words));
}
