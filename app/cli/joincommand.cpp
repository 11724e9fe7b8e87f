#include "app/cli/commands.h"
#include "app/cli/process.h"
#include "app/cli/texts.h"
#include "core/usecases/enrolling.h"

namespace ourtable::cli {
namespace {

constexpr int kTryEvery = 2; // seconds

Result<usecases::JoinRequest> requestFrom(const CommandLine &line, const usecases::Surroundings &around)
{
    if (const std::optional<std::string> file = line.value("file")) {
        OURTABLE_ASSIGN(const std::string text, textOrFile("@" + *file));
        return usecases::readInvitation(text, around);
    }
    return usecases::readTypedInvitation(*line.value("address"), *line.value("code"), around);
}

// Until a coordinator has confirmed, or the person stops.
Result<void> waitToBeIn(usecases::Profile &profile)
{
    while (true) {
        const Result<void> in = usecases::finishJoining(profile);
        const bool patience = !in
            && (in.error().code == ErrorCode::Waiting || in.error().code == ErrorCode::Offline || in.error().code == ErrorCode::TryLater);
        if (!patience)
            return in;
        if (!waitSeconds(kTryEvery))
            return in;
    }
}

Answer finish(const CommandLine &line, Device &device, Json json)
{
    OURTABLE_ASSIGN(usecases::Profile * profile, device.profile());
    const Result<void> in = line.has("no-wait") ? usecases::finishJoining(*profile) : waitToBeIn(*profile);
    json["in"] = in.ok();
    if (in)
        return {json, "You are in. Welcome to the table."};
    if (in.error().code != ErrorCode::Waiting && in.error().code != ErrorCode::Offline)
        return in.error();
    return {json, "A coordinator still has to let you in. `ourtable-cli join` goes on later.", Exit::Waiting};
}

} // namespace

Answer runJoin(const CommandLine &line, Device &device)
{
    const bool byFile = line.has("file");
    const bool byCode = line.has("address") && line.has("code");
    if (!byFile && (line.has("address") || line.has("code")) && !byCode)
        return misused("A typed invitation has two parts: give both --address and --code.");
    if (!byFile && !byCode)
        return finish(line, device, Json::object());
    const std::optional<std::string> name = line.value("name");
    if (!name || name->empty())
        return misused("Say what people call you with --name.");
    OURTABLE_ASSIGN(const std::string folder, device.newFolder());
    OURTABLE_ASSIGN(const usecases::JoinRequest request, requestFrom(line, device.around()));
    OURTABLE_ASSIGN(const Secret secret, readSecret(line, Asking::New, "Choose a PIN of 6 to 12 digits: "));
    Result<usecases::Joining> joining =
        usecases::join(folder, request, {*name, secret.text(), !secret.isPin()}, device.around());
    if (!joining)
        return joining.error();
    device.take(std::move(joining->profile));
    Json json;
    json["compare"] = joining->words;
    json["endpoint"] = joining->endpoint.hex();
    const bool answersOnce = device.console().json() && line.has("no-wait");
    if (!answersOnce)
        device.console().early(json, "Show these two words to the coordinator: " + joining->words);
    return finish(line, device, json);
}

} // namespace ourtable::cli
