#include "tests/core/hub/support/hubharness.h"

#include <future>

#include "core/crypto/hashing.h"
#include "core/sync/invitation.h"

namespace ourtable::test {
namespace {

constexpr std::chrono::seconds kPatience{10};
const bool kComputesRightly = crypto::start(); // before any test makes a key
const Bytes kCaCertificate = toBytes("stands for a certificate");

// Reads a message out of a good answer; an empty one otherwise.
template <class Message>
Message messageIn(const hub::HttpAnswer &answer)
{
    Result<Message> message = Message::decode(answer.body);
    return answer.status == 200 && message ? std::move(*message) : Message{};
}

} // namespace

hub::HttpAnswer ask(hub::HubService &service, hub::HttpRequest request)
{
    auto answer = std::make_shared<std::promise<hub::HttpAnswer>>();
    std::future<hub::HttpAnswer> given = answer->get_future();
    service.handle(std::move(request), [answer](hub::HttpAnswer made) { answer->set_value(std::move(made)); });
    if (given.wait_for(kPatience) == std::future_status::ready)
        return given.get();
    hub::HttpAnswer none;
    none.status = 0;
    return none;
}

hub::HttpAnswer ask(hub::HubService &service, const std::string &method, const std::string &target, Bytes body,
                    const std::string &peer)
{
    return ask(service, hub::HttpRequest{method, target, {}, peer, std::move(body)});
}

std::string codeOf(const hub::HttpAnswer &answer)
{
    const Result<sync::Refusal> refusal = sync::Refusal::decode(answer.body);
    return answer.status != 200 && refusal ? refusal->code : std::string();
}

void HubClient::newSession()
{
    const hub::HttpAnswer answer = ask(m_service, "POST", "/v1/session", sync::SessionRequest{m_member.deviceId()}.encoded());
    const auto session = messageIn<sync::SessionAnswer>(answer);
    auth.device = m_member.deviceId();
    auth.session = session.session;
    nonce = session.nonce;
    m_counter = 0;
    m_session = true;
}

hub::HttpRequest HubClient::signedRequest(const std::string &method, const std::string &target, Bytes body)
{
    if (!m_session)
        newSession();
    auth.counter = ++m_counter;
    auth.signature = crypto::sign(m_member.device, sync::requestTranscript(m_hub, nonce, auth, method, target, body));
    return {method, target, auth.header(), "192.0.2.1", std::move(body)};
}

hub::HttpAnswer HubClient::send(const std::string &method, const std::string &target, Bytes body)
{
    return ask(m_service, signedRequest(method, target, std::move(body)));
}

sync::PushAnswer HubClient::push(const sync::PushRequest &push)
{
    return messageIn<sync::PushAnswer>(send("POST", "/v1/push", push.encoded()));
}

sync::PushCode HubClient::pushOne(const sync::PushRequest &request)
{
    const sync::PushAnswer answer = push(request);
    return answer.codes.empty() || answer.codes[0].empty() ? sync::PushCode{255} : answer.codes[0][0];
}

hub::HttpAnswer HubClient::pullRaw(const CircleId &circle, const HubEpoch &epoch, std::uint64_t after)
{
    return send("GET", "/v1/pull?c=" + circle.hex() + "&e=" + epoch.hex() + "&after=" + std::to_string(after));
}

sync::PullAnswer HubClient::pull(const CircleId &circle, const HubEpoch &epoch, std::uint64_t after, bool own)
{
    return messageIn<sync::PullAnswer>(send("GET", "/v1/pull?c=" + circle.hex() + "&e=" + epoch.hex() + "&after="
                                                       + std::to_string(after) + (own ? "&own=1" : "")));
}

sync::HelloAnswer HubClient::hello(const sync::StateTag &tag)
{
    return messageIn<sync::HelloAnswer>(send("POST", "/v1/hello", sync::HelloRequest{sync::kProtocolVersion, tag}.encoded()));
}

HubHarness::HubHarness(std::uint64_t seed) : random(seed), programme(random, crypto::plainHashOf(kCaCertificate))
{
    settings.databasePath = folder.file("hub.db");
    settings.epochPath = folder.file("hub-epoch");
    settings.hubId = random.make<HubId>();
    settings.address = "hub.example:8443";
    settings.caPin = crypto::plainHashOf(kCaCertificate);
    settings.caCertificateDer = kCaCertificate;
    settings.limits.sessionsPerMinute = 60'000;
    settings.limits.enrolmentsPerMinute = 60'000;
}

bool HubHarness::reopen()
{
    service.reset();
    Result<std::unique_ptr<hub::HubService>> opened = threaded ? hub::HubService::open(settings, clock, random)
                                                               : hub::HubService::openSynchronous(settings, clock, random);
    if (opened)
        service = std::move(*opened);
    return opened.ok();
}

sync::FoundRequest HubHarness::foundRequest(const std::string &ticket)
{
    const Result<sync::Invitation> read = sync::Invitation::fromText(ticket);
    return {sync::inviteIdOf(read->secret), sync::inviteTokenOf(read->secret), programme.takeAppend()};
}

bool HubHarness::start(bool threads)
{
    threaded = threads;
    if (!kComputesRightly || !hub::HubService::create(settings, random) || !reopen())
        return false;
    const Result<std::string> ticket = service->makeFoundingTicket();
    return ticket && ask(*service, "POST", "/v1/found", foundRequest(*ticket).encoded()).status == 200;
}

hub::HttpAnswer HubHarness::share()
{
    return client(programme.coordinator()).send("POST", "/v1/directory", programme.takeAppend().encoded());
}

ChainBuilder HubHarness::chain(const Member &author, const CircleId &circle)
{
    return ChainBuilder(random, author, circle, programme.directory().membershipHead());
}

} // namespace ourtable::test
