#include "tests/bench/realtable.h"

#include "core/usecases/breakfasts.h"
#include "tests/bench/table.h"

namespace ourtable::bench {
namespace {

constexpr char kPassphrase[] = "the kettle is on already";
constexpr char kPin[] = "739582";

} // namespace

Device::Device(std::string folder, std::string password)
    : m_folder(std::move(folder)), m_password(std::move(password)), m_secrets(m_folder + "/secrets")
{
}

void Device::open()
{
    close();
    profile = must(usecases::Profile::open(m_folder, around()), "open");
    workspace = must(usecases::Workspace::unlock(*profile, m_password), "unlock");
}

void Device::close()
{
    workspace.reset();
    profile.reset();
}

std::unique_ptr<Device> founded(const std::string &folder, const std::string &ticket)
{
    auto device = std::make_unique<Device>(folder, kPassphrase);
    must(usecases::foundProgramme(folder, ticket, {"Marigold", kPassphrase, true}, device->around()), "found").profile.reset();
    device->open();
    return device;
}

std::unique_ptr<Device> letIn(Device &coordinator, const std::string &folder)
{
    usecases::InvitationFor whom;
    whom.roles = {catalogue::Catalogue::builtIn().role("lay_partner")->number};
    const sync::Invitation invitation = must(usecases::invite(*coordinator, whom), "invite");
    auto device = std::make_unique<Device>(folder, kPin);
    const usecases::JoinRequest request = must(usecases::readInvitation(invitation.text(), device->around()), "invitation");
    usecases::Joining joining = must(usecases::join(folder, request, {"Dami", kPin, false}, device->around()), "join");
    const std::vector<usecases::WaitingPerson> waiting = must(usecases::waitingPeople(*coordinator), "waiting");
    must(!waiting.empty() && waiting.front().words == joining.words, "words");
    must(usecases::letIn(*coordinator, waiting.front().invite), "let in");
    must(coordinator->share(), "share");
    must(usecases::finishJoining(*joining.profile), "finish joining");
    joining.profile.reset();
    device->open();
    return device;
}

RecordId breakfast(Device &device)
{
    usecases::BreakfastPlan plan;
    plan.place = "The Copper Kettle";
    return must(usecases::startBreakfast(*device, plan), "breakfast");
}

} // namespace ourtable::bench
