#include "app/cli/device.h"

#include <unistd.h>

#include "app/cli/process.h"
#include "platform/common/secretstores.h"

namespace ourtable::cli {
namespace {

using platform::SecretPlace;

std::string_view wordsOf(sync::ShareStep step)
{
    switch (step) {
    case sync::ShareStep::Greeting: return "Saying hello to the hub";
    case sync::ShareStep::Directory: return "Reading who belongs here";
    case sync::ShareStep::Keys: return "Fetching keys";
    case sync::ShareStep::Sending: return "Sending";
    case sync::ShareStep::Receiving: return "Receiving";
    case sync::ShareStep::Comparing: return "Comparing";
    }
    return "Sharing";
}

} // namespace

Device::~Device()
{
    // The snapshot only makes the next start quicker; without one the log is folded anew.
    if (m_workspace)
        (void)m_workspace->writeSnapshot();
}

const catalogue::Catalogue &Device::catalogue() const
{
    return m_workspace ? m_workspace->catalogue() : catalogue::Catalogue::builtIn();
}

Result<void> Device::prepare(bool make)
{
    if (m_secrets)
        return {};
    const std::optional<std::string> given = m_line.value("profile");
    if (!make && given && ::access(given->c_str(), F_OK) != 0)
        return Error{ErrorCode::NotFound, "profile"};
    OURTABLE_ASSIGN(const platform::AppPaths paths, given ? platform::AppPaths::in(*given) : platform::AppPaths::standard());
    OURTABLE_TRY(paths.make());
    const SecretPlace place = m_line.has("no-keyring") ? SecretPlace::File : SecretPlace::Automatic;
    OURTABLE_ASSIGN(m_secrets, platform::makeSecretStore(paths.secrets(), m_random, place));
    m_folder = paths.folder();
    return {};
}

Result<std::string> Device::newFolder()
{
    OURTABLE_TRY(prepare(true));
    return m_folder;
}

usecases::Surroundings Device::around() { return {*m_secrets, m_clock, m_random, m_hub}; }

Result<usecases::Profile *> Device::profile()
{
    if (!m_profile) {
        OURTABLE_TRY(prepare(false));
        Result<std::unique_ptr<usecases::Profile>> opened = usecases::Profile::open(m_folder, around());
        if (!opened && opened.error().code == ErrorCode::NotFound)
            return Error{ErrorCode::NotFound, "profile"};
        OURTABLE_ASSIGN(m_profile, std::move(opened));
    }
    return m_profile.get();
}

Result<std::optional<EndpointId>> Device::chosenPerson()
{
    const std::optional<std::string> wanted = m_line.value("person");
    if (!wanted)
        return std::optional<EndpointId>();
    OURTABLE_ASSIGN(const std::vector<usecases::PersonOnDevice> people, m_profile->people());
    std::optional<EndpointId> chosen;
    for (const usecases::PersonOnDevice &each : people) {
        if (each.endpoint.hex().rfind(*wanted, 0) != 0)
            continue;
        if (chosen)
            return Error{ErrorCode::InvalidInput, "person"};
        chosen = each.endpoint;
    }
    if (!chosen)
        return Error{ErrorCode::NotFound, "person"};
    return chosen;
}

Result<usecases::Workspace *> Device::unlock(const Secret &secret)
{
    OURTABLE_ASSIGN(usecases::Profile * opened, profile());
    OURTABLE_ASSIGN(const std::optional<EndpointId> person, chosenPerson());
    OURTABLE_ASSIGN(m_workspace, usecases::Workspace::unlock(*opened, secret.text(), person));
    return m_workspace.get();
}

Result<usecases::Workspace *> Device::workspace()
{
    if (m_workspace)
        return m_workspace.get();
    OURTABLE_TRY(profile());
    OURTABLE_ASSIGN(const Secret secret, readSecret(m_line, Asking::Existing, "PIN or passphrase: "));
    return unlock(secret);
}

sync::ShareProgress Device::sharing()
{
    return [this, last = sync::ShareStep::Greeting, told = std::size_t(0)](sync::ShareStep step, std::size_t done) mutable {
        if (step != last || done >= told + 1000)
            m_console.step(std::string(wordsOf(step)) + (done == 0 ? std::string() : " (" + std::to_string(done) + ")"));
        told = step != last ? 0 : done >= told + 1000 ? done : told;
        last = step;
        return !stopWanted();
    };
}

} // namespace ourtable::cli
