#include "tests/support/localhub.h"

#include "core/crypto/hashing.h"
#include "core/store/sqlite/database.h"

namespace ourtable::test {
namespace {

constexpr std::string_view kCertificate = "stands for the certificate of a hub's authority";

class LocalTransport final : public sync::Transport {
public:
    explicit LocalTransport(LocalHub &hub) : m_hub(hub) {}
    [[nodiscard]] Result<sync::TransportAnswer> send(const sync::TransportRequest &request) override { return m_hub.send(request); }

private:
    LocalHub &m_hub;
};

} // namespace

LocalHub::LocalHub(std::string folder, Clock &clock, Random &random) : m_clock(clock), m_random(random)
{
    m_settings.databasePath = folder + "/hub.db";
    m_settings.epochPath = folder + "/hub-epoch";
    m_settings.address = "127.0.0.1:8443";
    m_settings.caCertificateDer = toBytes(kCertificate);
    m_settings.caPin = crypto::plainHashOf(m_settings.caCertificateDer);
    m_settings.hubId = crypto::shortened<HubId>(m_settings.caPin);
    m_settings.limits.changesPerDay = 10'000'000;
    m_settings.limits.enrolmentsPerMinute = 100; // a test lets everybody in at one moment
}

LocalHub::~LocalHub() = default;

bool LocalHub::create() { return hub::HubService::create(m_settings, m_random).ok() && restart(); }

bool LocalHub::restart()
{
    m_service.reset();
    Result<std::unique_ptr<hub::HubService>> opened = hub::HubService::openSynchronous(m_settings, m_clock, m_random);
    if (!opened)
        return false;
    m_service = std::move(*opened);
    return true;
}

bool LocalHub::holds(const Hash &change) const
{
    store::OpenOptions options;
    options.create = false;
    options.readOnly = true;
    Result<store::Database> database = store::Database::open(m_settings.databasePath, options);
    if (!database)
        return false;
    Result<store::Statement> find = database->prepare("SELECT 1 FROM op WHERE h = ?");
    if (!find)
        return false;
    const Result<bool> row = find->bind(1, change).step();
    return row && *row;
}

usecases::HubPlace LocalHub::place() const { return {m_settings.address, m_settings.caPin, m_settings.caCertificateDer}; }

hub::HttpAnswer LocalHub::deliver(const sync::TransportRequest &request)
{
    hub::HttpAnswer given;
    given.status = 599; // nothing was answered
    m_service->handle({request.method, request.target, request.authorization, "127.0.0.1", request.body},
                      [&given](hub::HttpAnswer answer) { given = std::move(answer); });
    return given;
}

Result<sync::TransportAnswer> LocalHub::send(const sync::TransportRequest &request)
{
    const Line what = line ? line(request) : Line::Good;
    if (!online || what == Line::LoseRequest || !m_service)
        return ErrorCode::Offline;
    ++requests;
    octetsUp += request.body.size();
    if (record) {
        append(recorded, viewOf(request.target));
        append(recorded, viewOf(request.authorization));
        append(recorded, request.body);
    }
    hub::HttpAnswer answer = deliver(request);
    if (what == Line::Repeat)
        answer = deliver(request);
    if (tamper)
        tamper(request, answer);
    octetsDown += answer.body.size();
    if (record)
        append(recorded, answer.body);
    if (what == Line::LoseAnswer || answer.status == 599)
        return ErrorCode::Offline;
    return sync::TransportAnswer{answer.status, std::move(answer.body), answer.retryAfter};
}

Result<std::unique_ptr<sync::Transport>> LocalConnector::connect(const usecases::HubPlace &)
{
    return std::unique_ptr<sync::Transport>(std::make_unique<LocalTransport>(m_hub));
}

Result<Bytes> LocalConnector::caCertificate(const std::string &, const Hash &caPin)
{
    if (caPin != m_hub.settings().caPin)
        return ErrorCode::Offline;
    return m_hub.settings().caCertificateDer;
}

Result<sync::InviteInfo> LocalConnector::inviteInfo(const std::string &, const InviteId &invite)
{
    OURTABLE_ASSIGN(const sync::TransportAnswer answer, m_hub.send({"GET", "/v1/invite/" + invite.hex(), {}, {}}));
    if (answer.status != 200)
        return ErrorCode::NotFound;
    return sync::InviteInfo::decode(answer.body);
}

Result<Hash> LocalConnector::pinOf(ByteView caCertificate) { return crypto::plainHashOf(caCertificate); }

} // namespace ourtable::test
