// This device, put together for one run of the program: folder, secrets, clock, the way to the hub, and who is signed in.
#pragma once

#include <memory>

#include "app/cli/console.h"
#include "app/cli/secretinput.h"
#include "core/crypto/systemrandom.h"
#include "core/usecases/workspace.h"
#include "platform/common/apppaths.h"
#include "platform/common/networkconnector.h"
#include "platform/common/systemclock.h"

namespace ourtable::cli {

class Device {
public:
    Device(const CommandLine &line, Console &console) : m_line(line), m_console(console) {}
    ~Device();
    Device(const Device &) = delete;
    Device &operator=(const Device &) = delete;

    [[nodiscard]] Console &console() { return m_console; }
    // The built-in catalogue until somebody is signed in, the programme's own afterwards.
    [[nodiscard]] const catalogue::Catalogue &catalogue() const;

    // For founding and joining: makes the folder and its secret store; no profile is opened.
    [[nodiscard]] Result<std::string> newFolder();
    // Surroundings of that folder, or of the profile's.
    [[nodiscard]] usecases::Surroundings around();
    // A profile made by founding or joining.
    void take(std::unique_ptr<usecases::Profile> profile) { m_profile = std::move(profile); }

    // Opens what is there. NotFound with "profile" when the folder holds none; otherwise as Profile::open.
    [[nodiscard]] Result<usecases::Profile *> profile();
    // Asks for the PIN or passphrase and unlocks. Whoever is signed in stays so until the end of the run.
    [[nodiscard]] Result<usecases::Workspace *> workspace();
    [[nodiscard]] Result<usecases::Workspace *> unlock(const Secret &secret);

    // sync::ShareProgress: shows it, and stops when the person wants to.
    [[nodiscard]] sync::ShareProgress sharing();

private:
    [[nodiscard]] Result<void> prepare(bool make);
    [[nodiscard]] Result<std::optional<EndpointId>> chosenPerson();

    const CommandLine &m_line;
    Console &m_console;
    platform::SystemClock m_clock;
    crypto::SystemRandom m_random;
    platform::NetworkConnector m_hub;
    std::string m_folder;
    std::unique_ptr<store::SecretStore> m_secrets;
    std::unique_ptr<usecases::Profile> m_profile;
    std::unique_ptr<usecases::Workspace> m_workspace;
};

} // namespace ourtable::cli
