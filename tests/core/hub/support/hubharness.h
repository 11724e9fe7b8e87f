// A hub in a folder of its own, and clients that sign for themselves.
#pragma once

#include <memory>

#include "core/hub/hubservice.h"
#include "core/sync/requestauth.h"
#include "tests/core/hub/support/programmebuilder.h"
#include "tests/support/fakeclock.h"
#include "tests/support/seededrandom.h"
#include "tests/support/tempfolder.h"

namespace ourtable::test {

// Sends and waits for the answer; status 0 when none came within ten seconds.
[[nodiscard]] hub::HttpAnswer ask(hub::HubService &service, hub::HttpRequest request);
[[nodiscard]] hub::HttpAnswer ask(hub::HubService &service, const std::string &method, const std::string &target,
                                  Bytes body = {}, const std::string &peer = "192.0.2.1");
// The code of a refusal, or "".
[[nodiscard]] std::string codeOf(const hub::HttpAnswer &answer);

// One device's side of the protocol. Device and service outlive it.
class HubClient {
public:
    HubClient(hub::HubService &service, const HubId &hub, const Member &member) : m_service(service), m_hub(hub), m_member(member) {}

    // Signed with the next counter; makes a session first when there is none.
    [[nodiscard]] hub::HttpRequest signedRequest(const std::string &method, const std::string &target, Bytes body = {});
    [[nodiscard]] hub::HttpAnswer send(const std::string &method, const std::string &target, Bytes body = {});
    void newSession();

    [[nodiscard]] sync::PushAnswer push(const sync::PushRequest &push);
    [[nodiscard]] sync::PushCode pushOne(const sync::PushRequest &push); // of its first change
    [[nodiscard]] sync::PullAnswer pull(const CircleId &circle, const HubEpoch &epoch, std::uint64_t after = 0, bool own = true);
    [[nodiscard]] hub::HttpAnswer pullRaw(const CircleId &circle, const HubEpoch &epoch, std::uint64_t after);
    [[nodiscard]] sync::HelloAnswer hello(const sync::StateTag &tag = {});

    sync::RequestAuth auth; // of the newest request
    sync::SessionNonce nonce;

private:
    hub::HubService &m_service;
    HubId m_hub;
    const Member &m_member;
    bool m_session = false;
    std::uint64_t m_counter = 0;
};

struct HubHarness {
    explicit HubHarness(std::uint64_t seed = 1);

    // Creates and opens it; founds a programme.
    [[nodiscard]] bool start(bool threads = false);
    [[nodiscard]] bool reopen();
    // Sends what the builder has added since the last time, as the coordinator.
    [[nodiscard]] hub::HttpAnswer share();
    [[nodiscard]] HubClient client(const Member &member) { return HubClient(*service, settings.hubId, member); }
    [[nodiscard]] HubEpoch epoch() { return client(programme.coordinator()).hello().hubEpoch; }
    [[nodiscard]] ChainBuilder chain(const Member &author, const CircleId &circle);
    [[nodiscard]] sync::FoundRequest foundRequest(const std::string &ticket);

    TempFolder folder;
    FakeClock clock;
    SeededRandom random;
    hub::HubSettings settings;
    ProgrammeBuilder programme;
    std::unique_ptr<hub::HubService> service;
    bool threaded = false;
};

} // namespace ourtable::test
