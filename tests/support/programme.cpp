#include "tests/support/programme.h"

#include <algorithm>

namespace ourtable::test {

Programme::Programme(std::unique_ptr<Random> from)
    : source(std::move(from)), random(*source), hub(folder.path(), hubClock, random), connector(hub)
{
}

bool Programme::failed(const std::string &step, const Error &error)
{
    failure = step + ": " + std::string(nameOf(error.code)) + " " + error.detail;
    return false;
}

usecases::Surroundings Programme::around(Member &member) { return {member.secrets, member.clock, random, connector}; }

bool Programme::found()
{
    if (!crypto::start() || !hub.create())
        return failed("hub", {ErrorCode::Internal, {}});
    const Result<std::string> ticket = hub.service().makeFoundingTicket();
    if (!ticket)
        return failed("ticket", ticket.error());
    coordinator.folder = folder.file("coordinator");
    coordinator.password = kPassphrase;
    Result<usecases::Founded> founded = usecases::foundProgramme(coordinator.folder, *ticket, {"Marigold", kPassphrase, true}, around(coordinator));
    if (!founded)
        return failed("found", founded.error());
    sheet = founded->sheet;
    coordinator.endpoint = founded->endpoint;
    coordinator.profile = std::move(founded->profile);
    return reopen(coordinator);
}

void Programme::close(Member &member)
{
    member.workspace.reset();
    member.profile.reset();
}

bool Programme::reopen(Member &member)
{
    close(member);
    Result<std::unique_ptr<usecases::Profile>> profile = usecases::Profile::open(member.folder, around(member));
    if (!profile)
        return failed("open", profile.error());
    member.profile = std::move(*profile);
    Result<std::unique_ptr<usecases::Workspace>> workspace = usecases::Workspace::unlock(*member.profile, member.password, member.endpoint);
    if (!workspace)
        return failed("unlock", workspace.error());
    member.workspace = std::move(*workspace);
    return true;
}

Member *Programme::letIn(const std::string &name, const std::vector<std::string> &roles)
{
    usecases::InvitationFor whom;
    for (const std::string &code : roles)
        whom.roles.push_back(catalogue::Catalogue::builtIn().role(code)->number);
    if (std::find(roles.begin(), roles.end(), "panel") != roles.end())
        whom.namedReader.push_back(catalogue::Catalogue::builtIn().circle("panel")->number);
    const auto fail = [&](const std::string &step, const Error &error) {
        failed(step, error);
        return nullptr;
    };
    const Result<sync::Invitation> invitation = usecases::invite(*coordinator, whom);
    if (!invitation)
        return fail("invite", invitation.error());
    auto member = std::make_unique<Member>();
    member->folder = folder.file(name);
    const bool passphrase = std::find(roles.begin(), roles.end(), "coordinator") != roles.end();
    member->password = passphrase ? kPassphrase : kPin;
    const Result<usecases::JoinRequest> request = usecases::readInvitation(invitation->text(), around(*member));
    if (!request)
        return fail("read invitation", request.error());
    Result<usecases::Joining> joining = usecases::join(member->folder, *request, {name, member->password, passphrase}, around(*member));
    if (!joining)
        return fail("join", joining.error());
    const Result<std::vector<usecases::WaitingPerson>> waiting = usecases::waitingPeople(*coordinator);
    const auto theSame = [&joining](const usecases::WaitingPerson &each) { return each.words == joining->words; };
    const auto asked = waiting ? std::find_if(waiting->begin(), waiting->end(), theSame) : decltype(waiting->begin())();
    if (!waiting || asked == waiting->end())
        return fail("waiting", waiting ? Error{ErrorCode::NotFound, "words"} : waiting.error());
    if (const Result<void> done = usecases::letIn(*coordinator, asked->invite); !done)
        return fail("let in", done.error());
    if (const Result<sync::ShareReport> shared = coordinator->share(); !shared)
        return fail("share", shared.error());
    member->endpoint = joining->endpoint;
    member->profile = std::move(joining->profile);
    if (const Result<void> in = usecases::finishJoining(*member->profile); !in)
        return fail("finish joining", in.error());
    if (!reopen(*member))
        return nullptr;
    return (m_members[name] = std::move(member)).get();
}

} // namespace ourtable::test
