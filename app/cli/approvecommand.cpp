#include <algorithm>

#include "app/cli/approval.h"
#include "app/cli/commands.h"
#include "app/cli/texts.h"

namespace ourtable::cli {

Answer runApprove(const CommandLine &line, Device &device)
{
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    const std::vector<catalogue::RoleNumber> roles = workspace->roles();
    if (std::find(roles.begin(), roles.end(), sync::kCoordinatorRole) == roles.end())
        return Error{ErrorCode::NotPermitted, "approve"};
    OURTABLE_TRY(workspace->share(device.sharing()));
    OURTABLE_ASSIGN(const std::vector<usecases::WaitingPerson> waiting, usecases::waitingPeople(*workspace));
    const std::optional<std::string> only = line.value("invite");
    Json in = Json::array();
    Json still = Json::array();
    std::string words;
    for (const usecases::WaitingPerson &person : waiting) {
        const bool meant = !only || person.invite.hex().rfind(*only, 0) == 0;
        const Result<void> done = meant ? letIn(*workspace, person, line.has("yes"), device.console())
                                        : Result<void>(Error{ErrorCode::Waiting, {}});
        if (!done && done.error().code != ErrorCode::Waiting)
            return done.error();
        (done ? in : still).push_back(jsonOf(person, workspace->catalogue()));
        words += (words.empty() ? "" : "\n") + lineOf(person, workspace->catalogue()) + (done ? " is in." : " still waits.");
    }
    if (waiting.empty())
        words = "Nobody waits to come in.";
    else
        OURTABLE_TRY(workspace->share(device.sharing()));
    Json json;
    json["let_in"] = in;
    json["waiting"] = still;
    return {json, words, in.empty() ? Exit::Waiting : Exit::Ok};
}

} // namespace ourtable::cli
