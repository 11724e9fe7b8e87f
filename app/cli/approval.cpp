#include "app/cli/approval.h"

#include "app/cli/texts.h"

namespace ourtable::cli {
namespace {

constexpr int kTries = 3; // another coordinator may be signing at the same moment

} // namespace

std::string lineOf(const usecases::WaitingPerson &person, const catalogue::Catalogue &catalogue)
{
    std::string roles;
    for (const catalogue::RoleNumber number : person.roles) {
        const catalogue::Role *role = catalogue.role(number);
        roles += (roles.empty() ? "" : ", ") + (role ? role->label : std::string("?"));
    }
    return shown(person.knownAs) + " (" + roles + "): " + person.words;
}

Json jsonOf(const usecases::WaitingPerson &person, const catalogue::Catalogue &catalogue)
{
    Json roles = Json::array();
    for (const catalogue::RoleNumber number : person.roles)
        if (const catalogue::Role *role = catalogue.role(number))
            roles.push_back(role->code);
    Json json;
    json["invite"] = person.invite.hex();
    json["name"] = person.knownAs;
    json["compare"] = person.words;
    json["roles"] = std::move(roles);
    return json;
}

Result<void> letIn(usecases::Workspace &workspace, const usecases::WaitingPerson &person, bool sure, Console &console)
{
    const std::string question = lineOf(person, workspace.catalogue()) + "\nDoes their device show the same two words?";
    if (!sure && !console.confirm(question))
        return Error{ErrorCode::Waiting, "confirmation"};
    Result<void> done = usecases::letIn(workspace, person.invite);
    for (int i = 1; i < kTries && !done && done.error().code == ErrorCode::Conflict; ++i)
        done = usecases::letIn(workspace, person.invite);
    return done;
}

} // namespace ourtable::cli
