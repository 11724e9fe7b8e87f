// A whole programme in one process: a hub, a coordinator, and whoever a test lets in. Everything is real but the network,
// the clock and the secret stores.
#pragma once

#include <map>
#include <memory>

#include "core/crypto/systemrandom.h"
#include "core/usecases/breakfasts.h"
#include "core/usecases/enrolling.h"
#include "core/usecases/transferring.h"
#include "tests/support/fakeclock.h"
#include "tests/support/localhub.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/tempfolder.h"

namespace ourtable::test {

inline constexpr char kPassphrase[] = "the kettle is on already";
inline constexpr char kPin[] = "739582";

// One person on one device of their own.
struct Member {
    std::string folder;
    MemorySecretStore secrets;
    FakeClock clock;
    std::string password;
    std::unique_ptr<usecases::Profile> profile;
    std::unique_ptr<usecases::Workspace> workspace;
    EndpointId endpoint;

    usecases::Workspace &operator*() { return *workspace; }
    usecases::Workspace *operator->() { return workspace.get(); }
};

class Programme {
public:
    // Ids and keys are as the random source makes them, which several threads may ask.
    explicit Programme(std::unique_ptr<Random> from = std::make_unique<crypto::SystemRandom>());

    // Founds it. False (and `failure` says why) when something along the way did not work; so does everything below.
    [[nodiscard]] bool found();
    // Invites, joins, lets in, unlocks: a member who can work. Roles by their codes; whoever is
    // on a panel reads it.
    [[nodiscard]] Member *letIn(const std::string &name, const std::vector<std::string> &roles);
    // Signs out and in again, as after a crash or a restart of the device.
    [[nodiscard]] bool reopen(Member &member);
    void close(Member &member);
    [[nodiscard]] usecases::Surroundings around(Member &member);

    TempFolder folder;
    const std::unique_ptr<Random> source;
    Random &random;
    FakeClock hubClock;
    LocalHub hub;
    LocalConnector connector;
    Member coordinator;
    usecases::RecoverySheet sheet;
    std::string failure;

private:
    bool failed(const std::string &step, const Error &error);
    std::map<std::string, std::unique_ptr<Member>> m_members;
};

} // namespace ourtable::test
