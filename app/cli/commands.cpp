#include "app/cli/commands.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace ourtable::cli {
namespace {

const std::vector<Command> kTable = {
    {"found", "make a programme and be its first coordinator",
     {"", 0, 0,
      {{"ticket", "TEXT|@FILE", "the founding ticket of the hub, or a file that holds it"},
       {"name", "NAME", "what people call you"},
       {"sheet", "FILE", "write the recovery sheet here instead of showing it"}}},
     "Makes the programme on this device and hands it to the hub of the ticket. You choose a passphrase of 15 letters or\n"
     "more. The recovery sheet opens everything: print it, put it in a sealed envelope, and remove the file.\n"
     "When the line was cut, the same command goes on where it stopped.\n",
     runFound},
    {"sheet", "show the recovery sheet again",
     {"", 0, 0, {{"written", "", "it is on paper now: this device forgets it"}}},
     "Only on the device that founded the programme, and only until somebody said that it is on paper.\n", runSheet},
    {"invite", "invite somebody",
     {"", 0, 0,
      {{"role", "ROLE[,ROLE]", "what they will be: lay_partner, peer_worker, coordinator and so on"},
       {"reader", "CIRCLE[,CIRCLE]", "circles whose readers are named one by one: panel, monitoring"},
       {"minutes", "N", "how long it can be used: 60 unless given, 1440 at most"},
       {"file", "FILE", "write the invitation into a new file instead of showing a code to type"},
       {"wait", "", "wait until they ask to come in, and confirm it here"}}},
     "Shows the address of the hub and a code to type on the new device, or writes both into a file for it. It works once.\n"
     "Whoever has the code can ask to come in, so hand it over in person.\n",
     runInvite},
    {"approve", "let in who waits, after comparing two words",
     {"", 0, 0,
      {{"yes", "", "without asking; for scripts that compared the words themselves"},
       {"invite", "ID", "only the person with this invitation"}}},
     "Lists who waits, with the two words that their device shows too. Let somebody in only when the words are the same.\n",
     runApprove},
    {"join", "join a programme with an invitation",
     {"", 0, 0,
      {{"file", "FILE", "the invitation as a file"},
       {"address", "HOST:PORT", "the address that goes with a typed code"},
       {"code", "CODE", "the code to type"},
       {"name", "NAME", "what people call you"},
       {"no-wait", "", "do not wait for the coordinator; `ourtable-cli join` goes on later"}}},
     "Asks to be let in, shows two words, and waits until a coordinator has seen the same two. You choose a PIN of 6 to 12\n"
     "digits; coordinators choose a passphrase. Without an invitation it goes on waiting for one that was used already.\n",
     runJoin},
    {"breakfast start", "start a breakfast",
     {"", 0, 0,
      {{"place", "WORDS", "where it is"},
       {"venue", "ID", "the organisation whose place it is"},
       {"question", "WORDS", "the opening question"},
       {"title", "WORDS", "\"Breakfast\" unless given"},
       {"date", "YYYY-MM-DD", "today unless given"},
       {"start", "HH:MM", "08:30 unless given"},
       {"kind", "KIND", "breakfast unless given"}}},
     "Works without a signal. Notes go to the breakfast that was started last.\n", runBreakfastStart},
    {"breakfast close", "close the breakfast that is open",
     {"", 0, 0,
      {{"gathering", "ID", "another one than the one started last"},
       {"rules-read", "", "the ground rules were read out"},
       {"notes-explained", "", "people heard what the notes are for"},
       {"went-well", "WORDS", "what went well"},
       {"was-hard", "WORDS", "what was hard"},
       {"voices-missing", "WORDS", "who was not in the room"},
       {"do-differently", "WORDS", "one thing to change"}}},
     "Without any words about how it went, the breakfast is listed as still to finish. They can come later.\n",
     runBreakfastClose},
    {"breakfast list", "list breakfasts and meetings", {"", 0, 0, {}}, "Newest first.\n", runBreakfastList},
    {"note add", "write a note down",
     {"WORDS", 1, 1,
      {{"gathering", "ID", "another breakfast than the one that is open"},
       {"kind", "KIND", "idea, need, resource, barrier, question and so on; can be sorted later"},
       {"table", "N", "1 unless given"},
       {"theme", "THEME[,THEME]", "what it is about"},
       {"level", "LEVEL", "how big it is"},
       {"voice", "VOICE", "whose voice"},
       {"quote", "PERMISSION", "may we quote it: notes_only unless given"},
       {"language", "LANGUAGE", "when it is not English"}}},
     "Saved on this device before the command ends, with or without a signal. Put the words in quotation marks.\n", runNoteAdd},
    {"note list", "list the notes of a breakfast",
     {"", 0, 0, {{"gathering", "ID", "another breakfast than the one that is open"}}},
     "By table, in the order in which they were written down.\n", runNoteList},
    {"count", "count who is in the room",
     {"GROUP NUMBER", 2, 2, {{"gathering", "ID", "another breakfast than the one that is open"}}},
     "GROUP: lived_experience, carers, local_people, staff, did_not_say, first_time. NUMBER: +3 adds three, -1 takes one away.\n"
     "Counts of several devices add up.\n",
     runCount},
    {"import", "bring in a file",
     {"FILE", 1, 1,
      {{"dry-run", "", "only look whether it can be brought in"},
       {"kind", "KIND", "what the rows of a CSV file are; taken from the file's name unless given"},
       {"shift-days", "N", "move every date of a demonstration programme by N days, or `today`: its first day is today"}}},
     "Coordinators only. Takes a demonstration programme, a file made by `export`, or a CSV file of one kind. Everything is\n"
     "looked at before anything is written. Bringing in the same file twice changes nothing.\n",
     runImport},
    {"export", "take out everything that you may read",
     {"", 0, 0,
      {{"format", "json|csv", "one JSON file, or a folder with a CSV file for each kind"},
       {"out", "FILE|FOLDER", "where to; must not be there yet"}}},
     "What it writes can be read by everybody who has the file. Keep it safe, and remove it when it is no longer needed.\n",
     runExport},
    {"copy save", "save what waits in a locked copy", {"", 0, 0, {{"to", "FOLDER", "where to: a memory stick; here unless given"}}},
     "For where there is no signal: writes a new file that only this programme can open. Take it to a device that meets the\n"
     "hub. It is no receipt: what is in it goes on waiting here until the hub has it.\n",
     runCopySave},
    {"copy take", "bring in a locked copy", {"FILE", 1, 1, {}},
     "Looks at all of it before anything is taken. What is new waits here for the next `share`. The same file again changes\n"
     "nothing. A copy can be used for 90 days.\n",
     runCopyTake},
    {"share", "share with the hub", {"", 0, 0, {}},
     "Sends what waits and fetches what is new. Needs no PIN: everything stays sealed. Exit code 5 means no signal.\n", runShare},
    {"status", "say what is on this device", {"", 0, 0, {}},
     "Numbers only. With --secret-file or --secret-env also what only you can see.\n", runStatus},
    {"digest", "show the check number of everything that you read", {"", 0, 0, {}},
     "Equal on two devices when both hold the same and their people may read the same.\n", runDigest},
    {"quarantine", "list what was kept aside", {"", 0, 0, {}},
     "Changes that break a rule are kept, never used and never thrown away. Shows numbers and reasons, no words.\n",
     runQuarantine},
    {"batch", "many commands, one JSON object a line", {"", 0, 0, {}},
     "Reads commands from standard input and answers each with one line of JSON. app/cli/README.md lists them. A line that\n"
     "goes wrong is answered with \"ok\": false and never stops the rest.\n",
     runBatch},
    {"words", "list every message about something that went wrong", {"", 0, 0, {}},
     "As JSON: code, detail and words. For people who check or translate them.\n", runWords},
};

constexpr std::string_view kExitCodes =
    "Exit codes: 0 done, 2 the command line, 3 a right or a rule says no, 4 wrong PIN or passphrase, or wait, 5 no signal\n"
    "(what you wrote is saved here), 6 disk or files of this device, 7 a file that can't be used, 8 waiting for somebody,\n"
    "9 a fault of ours, 10 stopped by you.\n";

void appendOptions(std::ostringstream &to, const std::vector<OptionSpec> &options)
{
    for (const OptionSpec &each : options) {
        std::string left = "--" + std::string(each.name);
        if (!each.value.empty())
            left += " " + std::string(each.value);
        to << "  " << std::left << std::setw(28) << left << " " << each.help << "\n";
    }
}

void appendSummary(std::ostringstream &to, const Command &command)
{
    to << "  " << std::left << std::setw(18) << command.name << command.summary << "\n";
}

} // namespace

std::span<const Command> commands() { return kTable; }

const Command *commandFor(const std::vector<std::string> &words)
{
    for (const Command &each : kTable) {
        const std::size_t space = each.name.find(' ');
        const bool first = !words.empty() && words[0] == each.name.substr(0, space);
        if (first && (space == each.name.npos || (words.size() > 1 && words[1] == each.name.substr(space + 1))))
            return &each;
    }
    return nullptr;
}

std::string overview()
{
    std::ostringstream text;
    text << "ourtable-cli is Our Table without a window: write notes down without a signal, share them later.\n\n";
    for (const Command &each : kTable)
        appendSummary(text, each);
    text << "\nEvery command takes:\n";
    appendOptions(text, globalOptions());
    text << "\n`ourtable-cli COMMAND --help` tells more. A PIN or passphrase is asked for, never typed on the command line.\n"
         << kExitCodes;
    return text.str();
}

std::string overviewOf(std::string_view firstWord)
{
    std::ostringstream text;
    for (const Command &each : kTable)
        if (each.name.substr(0, each.name.find(' ')) == firstWord)
            appendSummary(text, each);
    if (text.str().empty())
        return {};
    return "ourtable-cli " + std::string(firstWord) + " is followed by what to do:\n\n" + text.str()
        + "\n`ourtable-cli COMMAND --help` tells more.\n";
}

std::string helpOf(const Command &command)
{
    std::ostringstream text;
    text << "ourtable-cli " << command.name << (command.syntax.words.empty() ? "" : " ") << command.syntax.words
         << (command.syntax.options.empty() ? "" : " [options]") << ": " << command.summary << "\n\n"
         << command.help;
    if (!command.syntax.options.empty())
        text << "\n";
    appendOptions(text, command.syntax.options);
    text << "\nEvery command takes:\n";
    appendOptions(text, globalOptions());
    text << kExitCodes;
    return text.str();
}

} // namespace ourtable::cli
