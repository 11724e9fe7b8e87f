// Requests: attacks 48 to 58 and 64 to 67 of security.md 8, each under its number.
#include <QTest>

#include "core/hub/ratelimiter.h"
#include "tests/core/hub/support/hubharness.h"

using namespace ourtable;
using test::HubClient;
using test::HubHarness;
using test::Member;

class HubRequestsTest : public QObject {
    Q_OBJECT

private slots:
    void attack48_replayIsRefused();
    void attack49_alteredBodyIsRefused();
    void attack50_alteredMethodIsRefused();
    void attack51_alteredTargetIsRefused();
    void attack52_alteredCounterIsRefused();
    void attack53_forgedAndUnknownDeviceLookAlike();
    void attack54_signatureForAnotherHubIsRefused();
    void attack55_unknownAndExpiredSessionsAreRefused();
    void attack56_windowMovesOnlyAfterTheSignature();
    void attack58_otherCirclesAreRefused();
    void attack59_onlyExactPathsExist();
    void attack64_enrolFloodIsLimited();
    void attack65_sessionFloodDoesNotStarveTheDevice();
    void attack66_onlyThePeerAddressCounts();
    void attack67_restartOnlyCostsANewSession();
    void atMostFourSessionsADevice();
    void nothingNewIsSmall();
    void oldProtocolIsToldToUpdate();
    void healthNeedsTheStore();
};

namespace {

Bytes helloBody() { return sync::HelloRequest{}.encoded(); }

} // namespace

void HubRequestsTest::attack48_replayIsRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    const hub::HttpRequest request = client.signedRequest("POST", "/v1/hello", helloBody());
    QCOMPARE(test::ask(*hub.service, request).status, 200u);
    QCOMPARE(test::ask(*hub.service, request).status, 401u);
}

void HubRequestsTest::attack49_alteredBodyIsRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    hub::HttpRequest request = client.signedRequest("POST", "/v1/hello", helloBody());
    request.body.back() ^= 1;
    QCOMPARE(test::ask(*hub.service, request).status, 401u);
}

void HubRequestsTest::attack50_alteredMethodIsRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    hub::HttpRequest request = client.signedRequest("POST", "/v1/directory");
    request.method = "GET";
    QCOMPARE(test::ask(*hub.service, request).status, 401u);
}

void HubRequestsTest::attack51_alteredTargetIsRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    hub::HttpRequest request = client.signedRequest("GET", "/v1/directory?after=1");
    request.target = "/v1/directory?after=0";
    QCOMPARE(test::ask(*hub.service, request).status, 401u);
}

void HubRequestsTest::attack52_alteredCounterIsRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    hub::HttpRequest request = client.signedRequest("GET", "/v1/directory?after=0");
    sync::RequestAuth altered = client.auth;
    altered.counter += 5;
    request.authorization = altered.header();
    QCOMPARE(test::ask(*hub.service, request).status, 401u);
}

void HubRequestsTest::attack53_forgedAndUnknownDeviceLookAlike()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member stranger = Member::make(hub.random);
    HubClient unknown = hub.client(stranger); // it does get a session, as everybody
    const hub::HttpAnswer first = unknown.send("POST", "/v1/hello", helloBody());
    hub::HttpRequest forged = unknown.signedRequest("POST", "/v1/hello", helloBody());
    sync::RequestAuth as = unknown.auth;
    as.device = hub.programme.coordinator().deviceId();
    forged.authorization = as.header();
    const hub::HttpAnswer second = test::ask(*hub.service, forged);
    const hub::HttpAnswer third = test::ask(*hub.service, "POST", "/v1/hello", helloBody());
    QCOMPARE(first.status, 401u);
    QCOMPARE(second.status, 401u);
    QCOMPARE(first.body, second.body);
    QCOMPARE(first.body, third.body);
    QCOMPARE(first.retryAfter, second.retryAfter);
}

void HubRequestsTest::attack54_signatureForAnotherHubIsRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client(*hub.service, hub.random.make<HubId>(), hub.programme.coordinator());
    QCOMPARE(client.send("POST", "/v1/hello", helloBody()).status, 401u);
}

void HubRequestsTest::attack55_unknownAndExpiredSessionsAreRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    QCOMPARE(client.send("POST", "/v1/hello", helloBody()).status, 200u);
    hub.clock.advanceSeconds(601);
    QCOMPARE(test::codeOf(client.send("POST", "/v1/hello", helloBody())), std::string("token"));
    client.newSession();
    QCOMPARE(client.send("POST", "/v1/hello", helloBody()).status, 200u);
    client.auth.session = hub.random.make<SessionId>(); // made up by the client
    QCOMPARE(client.send("POST", "/v1/hello", helloBody()).status, 401u);
}

void HubRequestsTest::attack56_windowMovesOnlyAfterTheSignature()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    const hub::HttpRequest oldest = client.signedRequest("POST", "/v1/hello", helloBody());
    hub::HttpRequest forged = client.signedRequest("POST", "/v1/hello", helloBody());
    sync::RequestAuth far = client.auth;
    far.counter = 1'000'000;
    const hub::HttpRequest honest = forged;
    forged.authorization = far.header();
    QCOMPARE(test::ask(*hub.service, forged).status, 401u);
    forged = honest;
    sync::RequestAuth broken = client.auth;
    broken.signature.octets[3] ^= 1;
    forged.authorization = broken.header();
    QCOMPARE(test::ask(*hub.service, forged).status, 401u);
    QCOMPARE(test::ask(*hub.service, honest).status, 200u); // its counter was not burnt
    for (int i = 0; i < 64; ++i)
        QCOMPARE(client.send("POST", "/v1/hello", helloBody()).status, 200u);
    QCOMPARE(test::ask(*hub.service, oldest).status, 401u); // fell out of the window
}

void HubRequestsTest::attack58_otherCirclesAreRefused()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(reader);
    QCOMPARE(client.pullRaw(hub.programme.table(), hub.epoch(), 0).status, 200u);
    const hub::HttpAnswer office = client.pullRaw(hub.programme.office(), hub.epoch(), 0);
    const hub::HttpAnswer nowhere = client.pullRaw(hub.random.make<CircleId>(), hub.epoch(), 0);
    QCOMPARE(office.status, 403u);
    QCOMPARE(test::codeOf(office), std::string("not_member"));
    QCOMPARE(office.body, nowhere.body);
}

void HubRequestsTest::attack59_onlyExactPathsExist()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    for (const char *target : {"/v1/../admin", "/v1/%70ull", "/v1%2fhello", "/v1/hello/", "//v1/hello", "/v1/hello%00", "/",
                               "v1/hello", "/v1/directory?after=0&after=1", "/V1/hello", "/v1/pull;c=1", ""})
        QCOMPARE(client.send("POST", target, helloBody()).status, 404u);
    QCOMPARE(client.send("DELETE", "/v1/directory?after=0").status, 404u);
}

void HubRequestsTest::attack64_enrolFloodIsLimited()
{
    HubHarness hub;
    hub.settings.limits.enrolmentsPerMinute = 6;
    QVERIFY(hub.start()); // founding was one of them, from the same address
    hub.clock.advanceSeconds(60);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(test::ask(*hub.service, "POST", "/v1/enrol", toBytes("x")).status, 400u);
    const hub::HttpAnswer answer = test::ask(*hub.service, "POST", "/v1/enrol", toBytes("x"));
    QCOMPARE(answer.status, 429u);
    QVERIFY(answer.retryAfter > 0 && answer.retryAfter <= 10);
    QCOMPARE(test::ask(*hub.service, "POST", "/v1/enrol", toBytes("x"), "192.0.2.2").status, 400u);
    hub.clock.advanceSeconds(answer.retryAfter);
    QCOMPARE(test::ask(*hub.service, "POST", "/v1/enrol", toBytes("x")).status, 400u);
}

void HubRequestsTest::attack65_sessionFloodDoesNotStarveTheDevice()
{
    HubHarness hub;
    hub.settings.limits.sessionsPerMinute = 60;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    QCOMPARE(client.send("POST", "/v1/hello", helloBody()).status, 200u);
    const Bytes asked = sync::SessionRequest{hub.programme.coordinator().deviceId()}.encoded();
    HubClient slow = hub.client(hub.programme.coordinator());
    slow.newSession(); // asked for, not used yet
    unsigned refused = 0;
    for (int i = 0; i < 5000; ++i)
        refused += test::ask(*hub.service, "POST", "/v1/session", asked, "198.51.100.7").status == 429 ? 1 : 0;
    QVERIFY(refused > 4900);
    for (int i = 0; i < 3000; ++i) // and from everywhere at once
        (void)test::ask(*hub.service, "POST", "/v1/session", asked, "203.0.113." + std::to_string(i % 250));
    QCOMPARE(client.send("POST", "/v1/hello", helloBody()).status, 200u);
    QCOMPARE(slow.send("POST", "/v1/hello", helloBody()).status, 200u);
    HubClient another = hub.client(hub.programme.coordinator());
    QCOMPARE(another.send("POST", "/v1/hello", helloBody()).status, 200u);
}

void HubRequestsTest::attack66_onlyThePeerAddressCounts()
{
    // The seam has no other header than the signature's: X-Forwarded-For does not reach the hub. An IPv6 client cannot
    // dodge by walking through its own network.
    test::FakeClock clock;
    hub::RateLimiter limiter(clock, 6, 2);
    QCOMPARE(limiter.take("2001:db8:1:2::1"), 0u);
    QCOMPARE(limiter.take("2001:db8:1:2:ffff::2"), 0u);
    QVERIFY(limiter.take("2001:db8:1:2::3") > 0);
    QCOMPARE(limiter.take("2001:db8:1:3::1"), 0u);
}

void HubRequestsTest::attack67_restartOnlyCostsANewSession()
{
    HubHarness hub;
    QVERIFY(hub.start());
    test::ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const sync::PushRequest push = chain.push({chain.nextRun(3)});
    HubClient client = hub.client(hub.programme.coordinator());
    QCOMPARE(client.pushOne(push), sync::PushCode::Ok);
    const hub::HttpRequest old = client.signedRequest("POST", "/v1/hello", helloBody());
    QVERIFY(hub.reopen());
    QCOMPARE(test::ask(*hub.service, old).status, 401u);
    HubClient again = hub.client(hub.programme.coordinator());
    QCOMPARE(again.pushOne(push), sync::PushCode::Dup);
}

void HubRequestsTest::atMostFourSessionsADevice()
{
    HubHarness hub;
    QVERIFY(hub.start());
    std::vector<HubClient> clients;
    for (int i = 0; i < 5; ++i) {
        clients.push_back(hub.client(hub.programme.coordinator()));
        hub.clock.advance(10);
        clients.back().newSession();
    }
    const hub::HttpRequest first = clients[0].signedRequest("POST", "/v1/hello", helloBody());
    QCOMPARE(test::ask(*hub.service, first).status, 200u);
    for (int i = 1; i < 5; ++i)
        QCOMPARE(clients[static_cast<std::size_t>(i)].send("POST", "/v1/hello", helloBody()).status, 200u);
    // The oldest was displaced, and does not come back with an empty window: no replay.
    QCOMPARE(test::ask(*hub.service, first).status, 401u);
    QCOMPARE(clients[0].send("POST", "/v1/hello", helloBody()).status, 401u);
    QCOMPARE(clients[4].send("POST", "/v1/hello", helloBody()).status, 200u);
}

void HubRequestsTest::nothingNewIsSmall()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    const sync::HelloAnswer told = client.hello();
    const Bytes asked = sync::HelloRequest{sync::kProtocolVersion, told.tag}.encoded();
    hub.clock.advanceSeconds(1);
    const hub::HttpAnswer answer = client.send("POST", "/v1/hello", asked);
    QVERIFY(sync::HelloAnswer::decode(answer.body)->unchanged);
    QCOMPARE(sync::HelloAnswer::decode(answer.body)->hubTime, hub.clock.wallMilliseconds());
    QVERIFY(asked.size() + answer.body.size() <= 500);
}

void HubRequestsTest::oldProtocolIsToldToUpdate()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    const hub::HttpAnswer answer = client.send("POST", "/v1/hello", sync::HelloRequest{0, {}}.encoded());
    QCOMPARE(answer.status, 426u);
    QCOMPARE(sync::Refusal::decode(answer.body)->number, sync::kProtocolVersion);
}

void HubRequestsTest::healthNeedsTheStore()
{
    HubHarness hub;
    QVERIFY(hub.start(true));
    const hub::HttpAnswer answer = test::ask(*hub.service, "GET", "/healthz");
    QCOMPARE(answer.status, 200u);
    QCOMPARE(answer.body, toBytes("ok"));
    QCOMPARE(answer.contentType, std::string("text/plain"));
}

QTEST_GUILESS_MAIN(HubRequestsTest)
#include "tst_hubrequests.moc"
