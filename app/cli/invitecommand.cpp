#include "app/cli/approval.h"
#include "app/cli/commands.h"
#include "app/cli/process.h"
#include "app/cli/texts.h"
#include "core/support/civiltime.h"
#include "core/support/files.h"

namespace ourtable::cli {
namespace {

constexpr int kAskEvery = 2; // seconds

Result<usecases::InvitationFor> invitationFrom(const CommandLine &line, const catalogue::Catalogue &catalogue)
{
    usecases::InvitationFor whom;
    OURTABLE_ASSIGN(whom.roles, rolesOf(line.list("role"), catalogue));
    if (whom.roles.empty())
        return Error{ErrorCode::RequiredMissing, "--role"};
    if (line.has("reader"))
        for (const std::string &code : line.list("reader")) {
            const catalogue::CircleKind *circle = catalogue.circle(code);
            if (!circle)
                return Error{ErrorCode::UnknownCode, "--reader"};
            whom.namedReader.push_back(circle->number);
        }
    if (const std::optional<std::string> minutes = line.value("minutes")) {
        const std::optional<std::int64_t> number = numberOf(*minutes);
        if (!number)
            return Error{ErrorCode::InvalidInput, "minutes"};
        whom.minutes = *number;
    }
    return whom;
}

// Whoever asked with this invitation; Cancelled when the person stops waiting, Expired when its time is over.
Result<usecases::WaitingPerson> waitFor(const InviteId &invite, std::int64_t until, usecases::Workspace &workspace)
{
    while (workspace.now() < until) {
        const Result<std::vector<usecases::WaitingPerson>> waiting = usecases::waitingPeople(workspace);
        if (!waiting && waiting.error().code != ErrorCode::Offline && waiting.error().code != ErrorCode::TryLater)
            return waiting.error();
        if (waiting)
            for (const usecases::WaitingPerson &each : *waiting)
                if (each.invite == invite)
                    return each;
        if (!waitSeconds(kAskEvery))
            return ErrorCode::Cancelled;
    }
    return ErrorCode::Expired;
}

} // namespace

Answer runInvite(const CommandLine &line, Device &device)
{
    if (!line.has("role"))
        return misused("Say what they will be with --role, for example --role lay_partner.");
    // Before anything is made: an invitation in a file that is there may still be meant for somebody.
    if (const std::optional<std::string> file = line.value("file"); file && isThere(*file))
        return misused("There is something of that name already. Give another one with --file.");
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    OURTABLE_ASSIGN(const usecases::InvitationFor whom, invitationFrom(line, workspace->catalogue()));
    OURTABLE_TRY(workspace->share(device.sharing()));
    OURTABLE_ASSIGN(const sync::Invitation made, usecases::invite(*workspace, whom));
    Json json;
    json["invite"] = sync::inviteIdOf(made.secret).hex();
    json["expires"] = timestampOfMilliseconds(made.expires);
    std::string words;
    if (const std::optional<std::string> file = line.value("file")) {
        OURTABLE_TRY(files::writeWhole(*file, viewOf(made.text() + "\n")));
        json["file"] = *file;
        words = "The invitation is in " + *file + ". On the new device: ourtable-cli join --file FILE --name NAME";
    } else {
        json["address"] = made.address;
        json["code"] = made.typedCode();
        words = "Type these on the new device:\n  address  " + made.address + "\n  code     " + made.typedCode();
    }
    words += "\nIt works once, until " + timestampOfMilliseconds(made.expires) + ".";
    if (!line.has("wait"))
        return {json, words};
    device.console().early(json, words);
    OURTABLE_ASSIGN(const usecases::WaitingPerson person, waitFor(sync::inviteIdOf(made.secret), made.expires, *workspace));
    OURTABLE_TRY(letIn(*workspace, person, false, device.console()));
    return {jsonOf(person, workspace->catalogue()), shown(person.knownAs) + " is in."};
}

} // namespace ourtable::cli
