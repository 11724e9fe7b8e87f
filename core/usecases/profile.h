// One device's folder: the log, the device's own key, the hub's place, and a vault for each person who uses the device.
// What a profile can do needs no PIN: it is what works while everybody is signed out.
#pragma once

#include <memory>
#include <span>

#include "core/store/logstore.h"
#include "core/store/vault.h"
#include "core/sync/syncengine.h"
#include "core/usecases/hubconnector.h"

namespace ourtable::usecases {

// The outside world. All of it outlives what is made with it.
struct Surroundings {
    store::SecretStore &secrets;
    Clock &clock;
    Random &random;
    HubConnector &hub;
};

struct PersonOnDevice { // from a vault file, before anything is proved
    EndpointId endpoint;
    PersonId person;
    bool passphrase = false; // otherwise a PIN
    std::string knownAs;     // as it was when they were here last; empty when that is not known
    std::string role;        // the code of their first main role, likewise
};

// Holds the folder against other processes while it lives.
class Profile {
public:
    // Makes an empty one. AlreadyExists when the folder holds one, StorageFailed.
    [[nodiscard]] static Result<std::unique_ptr<Profile>> create(const std::string &folder, const Surroundings &around);
    // Whether create() could work: makes the folder, and tries to write. StorageFailed, StorageFull, or what the secrets say.
    [[nodiscard]] static Result<void> checkPlace(const std::string &folder, const Surroundings &around);
    // NotFound, Busy (another process has it open), NewerVersion, Corrupt.
    [[nodiscard]] static Result<std::unique_ptr<Profile>> open(const std::string &folder, const Surroundings &around);
    ~Profile();

    [[nodiscard]] const std::string &folder() const { return m_folder; }
    [[nodiscard]] store::LogStore &log() { return *m_log; }
    [[nodiscard]] const Surroundings &around() const { return m_around; }
    [[nodiscard]] const crypto::SigningKeyPair &deviceKeys() const { return m_deviceKeys; }
    [[nodiscard]] DeviceId device() const { return sync::deviceIdOf(m_deviceKeys.verifyKey); }

    // Where the hub is; NotFound before founding or joining.
    [[nodiscard]] Result<HubPlace> hubPlace();
    // Busy while the engine waits for the hub.
    [[nodiscard]] Result<void> setHubPlace(const HubPlace &place);
    // The root that the directory has to begin with.
    [[nodiscard]] Result<void> setRoot(const crypto::VerifyKey &root);

    [[nodiscard]] Result<std::vector<PersonOnDevice>> people();
    // What people() is to say of them, sealed under the device's secret. Written only when it changed. NoKey.
    [[nodiscard]] Result<void> keepName(const EndpointId &endpoint, const std::string &knownAs, const std::string &role);
    [[nodiscard]] std::string vaultPath(const EndpointId &endpoint) const;
    // Of somebody whom the hub refused at once: takes away their name, and a vault that holds nothing but keys that
    // nobody has seen.
    [[nodiscard]] Result<void> forgetPerson(const EndpointId &endpoint);
    [[nodiscard]] std::string snapshotPath(const EndpointId &endpoint) const;
    // Why words that somebody typed are in memory only: the disk did not take them. Nothing when all are on disk.
    [[nodiscard]] std::optional<ErrorCode> wordsNotKept() const;

    // A connected engine; kept while the profile lives, so that its session is used again.
    [[nodiscard]] Result<sync::SyncEngine *> engine();
    // When the hub last had everything, in milliseconds by this device's clock; NotFound before that.
    [[nodiscard]] Result<std::int64_t> lastMeeting();
    // A transport that lets other work run while it waits may save, read, keep drafts, unlock and sign out on this profile
    // meanwhile (syncengine.h); only the profile itself has to stay.
    [[nodiscard]] Result<sync::ShareReport> share(const sync::ShareProgress &progress = {});

private:
    Profile(std::string folder, const Surroundings &around, int lock);
    [[nodiscard]] static Result<std::unique_ptr<Profile>> locked(const std::string &folder, const Surroundings &around);
    [[nodiscard]] Result<void> openLog();
    void removeSnapshots();
    [[nodiscard]] Result<void> loadDeviceKeys(bool make);
    [[nodiscard]] Result<void> checkAnchor();
    void readNames(std::span<PersonOnDevice> people);
    [[nodiscard]] Result<void> writeAnchor(const std::vector<sync::ReplicaHead> &heads);

    std::string m_folder;
    Surroundings m_around;
    int m_lock;
    std::unique_ptr<store::LogStore> m_log;
    crypto::SigningKeyPair m_deviceKeys;
    std::unique_ptr<sync::Transport> m_transport;
    std::unique_ptr<sync::SyncEngine> m_engine;
};

} // namespace ourtable::usecases
