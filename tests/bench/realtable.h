// People on devices around a real hub: everything as the programs have it, over TLS on loopback, files on the disk.
#pragma once

#include <memory>

#include "core/crypto/systemrandom.h"
#include "core/usecases/enrolling.h"
#include "platform/common/filesecretstore.h"
#include "platform/common/networkconnector.h"
#include "platform/common/systemclock.h"

namespace ourtable::bench {

// One person on one device of their own. The folder outlives it and may be opened by another process afterwards.
class Device {
public:
    Device(std::string folder, std::string password);

    [[nodiscard]] usecases::Surroundings around() { return {m_secrets, m_clock, m_random, m_connector}; }
    // Opens the folder and unlocks it; what was open is closed first.
    void open();
    void close();
    [[nodiscard]] const std::string &folder() const { return m_folder; }
    [[nodiscard]] const std::string &password() const { return m_password; }
    [[nodiscard]] usecases::Workspace &operator*() { return *workspace; }
    [[nodiscard]] usecases::Workspace *operator->() { return workspace.get(); }

    std::unique_ptr<usecases::Profile> profile;
    std::unique_ptr<usecases::Workspace> workspace;

private:
    std::string m_folder;
    std::string m_password;
    platform::FileSecretStore m_secrets;
    platform::SystemClock m_clock;
    crypto::SystemRandom m_random;
    platform::NetworkConnector m_connector;
};

// Founds a programme with this ticket: its coordinator, signed in. Needs a QCoreApplication, as all below do.
[[nodiscard]] std::unique_ptr<Device> founded(const std::string &folder, const std::string &ticket);
// Invites and lets in a lay partner on a device of their own, signed in. Their first sharing is still to come.
[[nodiscard]] std::unique_ptr<Device> letIn(Device &coordinator, const std::string &folder);
// An open breakfast of this device.
[[nodiscard]] RecordId breakfast(Device &device);

} // namespace ourtable::bench
