// The hub behind its HTTP server: a blind, ordered, idempotent mailbox and the keeper of the directory's order.
#pragma once

#include <memory>
#include <string>

#include "core/hub/http.h"
#include "core/hub/hubsettings.h"
#include "core/hub/hubstore.h"
#include "core/support/clock.h"
#include "core/support/random.h"
#include "core/support/result.h"

namespace ourtable::hub {

struct HubParts;

// Clock and random source outlive it. The server stops before it goes; what was queued by then is still done.
class HubService final : public HttpHandler {
public:
    // Checks the database and refuses one that it does not understand: NotFound, NewerVersion, Corrupt, HubChanged (see
    // SqliteHubStore::open). One thread writes; as many as there are processors, up to four, do everything else.
    [[nodiscard]] static Result<std::unique_ptr<HubService>> open(const HubSettings &settings, Clock &clock, Random &random);
    // The same without threads: every call is done when it returns, waits end by tick(). For the simulator.
    [[nodiscard]] static Result<std::unique_ptr<HubService>> openSynchronous(const HubSettings &settings, Clock &clock,
                                                                             Random &random);
    // On any store. With `reading` there is a thread for each of these; without, it is synchronous.
    [[nodiscard]] static Result<std::unique_ptr<HubService>> openOn(std::unique_ptr<HubStore> store,
                                                                    HubStores reading,
                                                                    const HubSettings &settings, Clock &clock, Random &random);
    // Makes database and epoch file; AlreadyExists when there is one.
    [[nodiscard]] static Result<void> create(const HubSettings &settings, Random &random);
    // To be said once after a database came back from a backup: it gets a new hub epoch, and every client compares.
    [[nodiscard]] static Result<void> markRestored(const HubSettings &settings, Random &random);
    ~HubService() override;

    // A one-time ticket, as an invitation's text; replaces one that was not used. AlreadyUsed once the programme is founded.
    [[nodiscard]] Result<std::string> makeFoundingTicket();

    struct Status {
        std::uint64_t changes = 0;
        std::uint64_t circles = 0;
        std::uint64_t devices = 0; // not switched off
        std::uint64_t octets = 0;  // of changes, as they came
        bool founded = false;
        std::string schema;
    };
    [[nodiscard]] Result<Status> status();

    // Ends the waits whose time is over. The threaded service calls it itself.
    void tick();

    // From any thread.
    std::size_t bodyLimit(const std::string &method, const std::string &target) const override;
    void handle(HttpRequest request, Done done) override;
    void cancelWaiting() override;

private:
    explicit HubService(std::unique_ptr<HubParts> parts, Random &random);

    Random &m_random;
    std::unique_ptr<HubParts> m_parts;
};

} // namespace ourtable::hub
