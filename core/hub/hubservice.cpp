#include "core/hub/hubservice.h"

#include <algorithm>
#include <future>

#include "core/hub/hubparts.h"
#include "core/hub/invitations.h"
#include "core/hub/routes.h"
#include "core/hub/sqlitehubschema.h"
#include "core/hub/sqlitehubstore.h"
#include "core/sync/invitation.h"

namespace ourtable::hub {
namespace {

// Questions about invitations from one address.
constexpr unsigned kInvitesPerMinute = 30;
constexpr unsigned kInvitesAtOnce = 15;
constexpr unsigned kMostThreads = 4; // a connection and its cache each

} // namespace

HubParts::HubParts(HubSettings given, std::unique_ptr<HubStore> writing, HubStores reading, Clock &time, Random &random)
    : settings(std::move(given)), clock(time), writingStore(std::move(writing)), readingStores(std::move(reading)),
      guard(settings.hubId, settings.limits, time, random), changesToday(time, settings.limits.changesPerDay),
      sessionRate(time, settings.limits.sessionsPerMinute, settings.limits.sessionsPerMinute / 3 + 1),
      inviteRate(time, kInvitesPerMinute, kInvitesAtOnce),
      enrolRate(time, settings.limits.enrolmentsPerMinute, settings.limits.enrolmentsPerMinute), waiters(settings.limits),
      writer(*writingStore, directory, time, settings.limits, [this](const Touched &touched) { waiters.notify(touched); }),
      worker(settings.limits.queueOctets)
{
}

HubStore &HubParts::reading()
{
    if (readingStores.empty())
        return *writingStore;
    HubStore &store = *readingStores[Worker::thisThread()];
    if (store.programme().isZero())
        store.belongTo(directory.committed()->root().programme);
    return store;
}

HubService::HubService(std::unique_ptr<HubParts> parts, Random &random) : m_random(random), m_parts(std::move(parts)) {}

HubService::~HubService()
{
    m_parts->waiters.cancelAll();
    m_parts->writer.stop(); // what comes out of it still finds the worker
    m_parts->worker.stop();
}

Result<std::unique_ptr<HubService>> HubService::open(const HubSettings &settings, Clock &clock, Random &random)
{
    OURTABLE_ASSIGN(std::unique_ptr<SqliteHubStore> store,
                    SqliteHubStore::open(settings.databasePath, settings.epochPath, settings.limits.databasePages));
    HubStores reading;
    for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 1u, kMostThreads); ++i) {
        OURTABLE_ASSIGN(std::unique_ptr<SqliteHubStore> another, SqliteHubStore::openAnother(settings.databasePath));
        reading.push_back(std::move(another));
    }
    return openOn(std::move(store), std::move(reading), settings, clock, random);
}

Result<std::unique_ptr<HubService>> HubService::openSynchronous(const HubSettings &settings, Clock &clock, Random &random)
{
    OURTABLE_ASSIGN(std::unique_ptr<SqliteHubStore> store,
                    SqliteHubStore::open(settings.databasePath, settings.epochPath, settings.limits.databasePages));
    return openOn(std::move(store), {}, settings, clock, random);
}

Result<std::unique_ptr<HubService>> HubService::openOn(std::unique_ptr<HubStore> store, HubStores reading,
                                                       const HubSettings &settings, Clock &clock, Random &random)
{
    if (!crypto::start())
        return Error{ErrorCode::Internal, "crypto self-test"};
    const std::size_t threads = reading.size();
    auto parts = std::make_unique<HubParts>(settings, std::move(store), std::move(reading), clock, random);
    OURTABLE_TRY(parts->directory.load(*parts->writingStore));
    std::unique_ptr<HubService> service(new HubService(std::move(parts), random));
    if (threads > 0) {
        service->m_parts->writer.startThread();
        service->m_parts->worker.startThreads(threads, [made = service.get()] { made->tick(); });
    }
    return service;
}

Result<void> HubService::create(const HubSettings &settings, Random &random)
{
    return SqliteHubStore::create(settings.databasePath, settings.epochPath, random);
}

Result<void> HubService::markRestored(const HubSettings &settings, Random &random)
{
    return SqliteHubStore::renewEpoch(settings.databasePath, settings.epochPath, random);
}

Result<std::string> HubService::makeFoundingTicket()
{
    sync::Invitation ticket;
    ticket.kind = sync::Invitation::Kind::Founding;
    ticket.address = m_parts->settings.address;
    ticket.caPin = m_parts->settings.caPin;
    ticket.secret = m_random.make<sync::InviteSecret>();
    ticket.expires = m_parts->clock.wallMilliseconds() + kInviteMilliseconds;
    std::promise<Result<void>> kept;
    bool placed = false;
    WriteTask task;
    task.work = [&](GroupContext &context) -> Result<void> {
        const Hash tokenHash = sync::inviteTokenHash(sync::inviteTokenOf(ticket.secret));
        OURTABLE_ASSIGN(placed, placeTicket(context, sync::inviteIdOf(ticket.secret), tokenHash, ticket.expires));
        return {};
    };
    task.done = [&](const Result<void> &result) { kept.set_value(result); };
    if (!m_parts->writer.submit(task))
        return ErrorCode::Busy;
    OURTABLE_TRY(kept.get_future().get());
    return placed ? Result<std::string>(ticket.text()) : Error{ErrorCode::AlreadyUsed, "founding ticket"};
}

Result<HubService::Status> HubService::status()
{
    std::promise<Result<HubStore::Totals>> read;
    m_parts->worker.followUp([&] { read.set_value(m_parts->reading().totals()); });
    OURTABLE_ASSIGN(const HubStore::Totals totals, read.get_future().get());
    const DirectoryState::Snapshot directory = m_parts->directory.committed();
    const auto active = std::count_if(directory->devices().begin(), directory->devices().end(),
                                      [](const auto &device) { return !device.second.revoked; });
    return Status{totals.changes, totals.circles, static_cast<std::uint64_t>(active), totals.octets, !directory->empty(),
                  std::to_string(kHubSchemaVersion)};
}

void HubService::tick() { m_parts->waiters.tick(m_parts->clock.monotonicMilliseconds()); }

std::size_t HubService::bodyLimit(const std::string &method, const std::string &target) const
{
    return bodyLimitOf(method, target);
}

void HubService::handle(HttpRequest request, Done done)
{
    const std::size_t octets = request.body.size();
    auto shared = std::make_shared<std::pair<HttpRequest, Done>>(std::move(request), std::move(done));
    const bool taken = m_parts->worker.post(
        octets, [this, shared] { serve(*m_parts, std::move(shared->first), std::move(shared->second)); });
    if (!taken)
        shared->second(busy());
}

void HubService::cancelWaiting() { m_parts->waiters.cancelAll(); }

} // namespace ourtable::hub
