// The directory at the hub: founding, compare-and-append, keys, and devices that were switched off.
#include <QTest>

#include "tests/core/hub/support/hubharness.h"

using namespace ourtable;
using sync::LeaveReason;
using sync::PushCode;
using test::ChainBuilder;
using test::HubClient;
using test::HubHarness;
using test::Member;

class HubDirectoryTest : public QObject {
    Q_OBJECT

private slots:
    void foundingTakesTheTicketOnce();
    void foundingNeedsThisHubsAuthority();
    void newTicketReplacesTheUnusedOne();
    void attack38_staleHeadIs409();
    void appendIsWholeOrNotAtAll();
    void keysReachTheirReadersOnly();
    void onlyCoordinatorsBringKeys();
    void readersHandOverWhatTheyHold();
    void entriesComeInPages();
    void attack57_revokedDeviceGets403AndTheEntry();
    void whoLeftMayHandInWhatTheyWrote();
    void endpointsAreSwitchedOffAlone();
    void untilIsObeyed();
};

void HubDirectoryTest::foundingTakesTheTicketOnce()
{
    HubHarness hub;
    QVERIFY(hub::HubService::create(hub.settings, hub.random));
    QVERIFY(hub.reopen());
    QVERIFY(!hub.service->status()->founded);
    const sync::FoundRequest good = hub.foundRequest(*hub.service->makeFoundingTicket());
    sync::FoundRequest wrong = good;
    wrong.token.octets[0] ^= 1;
    QCOMPARE(test::codeOf(test::ask(*hub.service, "POST", "/v1/found", wrong.encoded())), std::string("wrong_token"));
    wrong = good;
    wrong.start.entries.pop_back();
    wrong.start.entries[2].back() ^= 1;
    QCOMPARE(test::ask(*hub.service, "POST", "/v1/found", wrong.encoded()).status, 400u);
    QVERIFY(!hub.service->status()->founded);
    QCOMPARE(test::ask(*hub.service, "POST", "/v1/found", good.encoded()).status, 200u);
    QVERIFY(hub.service->status()->founded);
    QCOMPARE(test::ask(*hub.service, "POST", "/v1/found", good.encoded()).status, 200u); // its answer was lost
    test::ProgrammeBuilder other(hub.random, hub.settings.caPin);
    sync::FoundRequest second = good;
    second.start = other.takeAppend();
    QCOMPARE(test::codeOf(test::ask(*hub.service, "POST", "/v1/found", second.encoded())), std::string("used"));
    QCOMPARE(hub.client(hub.programme.coordinator()).hello().directoryHead, hub.programme.directory().head());
}

void HubDirectoryTest::foundingNeedsThisHubsAuthority()
{
    HubHarness hub;
    QVERIFY(hub::HubService::create(hub.settings, hub.random));
    QVERIFY(hub.reopen());
    sync::FoundRequest request = hub.foundRequest(*hub.service->makeFoundingTicket());
    test::ProgrammeBuilder elsewhere(hub.random, hub.random.make<Hash>());
    request.start = elsewhere.takeAppend();
    QCOMPARE(test::codeOf(test::ask(*hub.service, "POST", "/v1/found", request.encoded())), std::string("ca_pin"));
    request.start = {};
    QCOMPARE(test::codeOf(test::ask(*hub.service, "POST", "/v1/found", request.encoded())), std::string("ca_pin"));
}

void HubDirectoryTest::newTicketReplacesTheUnusedOne()
{
    HubHarness hub;
    QVERIFY(hub::HubService::create(hub.settings, hub.random));
    QVERIFY(hub.reopen());
    const sync::FoundRequest old = hub.foundRequest(*hub.service->makeFoundingTicket());
    sync::FoundRequest renewed = hub.foundRequest(*hub.service->makeFoundingTicket());
    renewed.start = old.start;
    QCOMPARE(test::ask(*hub.service, "POST", "/v1/found", old.encoded()).status, 404u);
    hub.clock.advanceSeconds(24 * 3600 + 1);
    QCOMPARE(test::codeOf(test::ask(*hub.service, "POST", "/v1/found", renewed.encoded())), std::string("expired"));
}

void HubDirectoryTest::attack38_staleHeadIs409()
{
    HubHarness hub;
    QVERIFY(hub.start());
    (void)hub.programme.addReader();
    const sync::DirectoryAppend append = hub.programme.takeAppend();
    HubClient coordinator = hub.client(hub.programme.coordinator());
    QCOMPARE(coordinator.send("POST", "/v1/directory", append.encoded()).status, 200u);
    const hub::HttpAnswer stale = coordinator.send("POST", "/v1/directory", append.encoded());
    QCOMPARE(stale.status, 409u);
    QCOMPARE(test::codeOf(stale), std::string("member_conflict"));
    QCOMPARE(coordinator.hello().directoryHead, hub.programme.directory().head());
}

void HubDirectoryTest::appendIsWholeOrNotAtAll()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    const Hash before = coordinator.hello().directoryHead;
    (void)hub.programme.addReader();
    const sync::DirectoryAppend good = hub.programme.takeAppend();
    sync::DirectoryAppend broken = good;
    broken.entries.back().back() ^= 1; // the second one's signature
    QCOMPARE(coordinator.send("POST", "/v1/directory", broken.encoded()).status, 400u);
    broken = good;
    broken.bags.push_back({hub.programme.table(), 1, toBytes("not the bag that the epoch names")});
    QCOMPARE(test::codeOf(coordinator.send("POST", "/v1/directory", broken.encoded())), std::string("keys"));
    broken = good;
    broken.packages.push_back({hub.programme.table(), 7, hub.programme.coordinator().endpointId(), toBytes("no such epoch")});
    QCOMPARE(test::codeOf(coordinator.send("POST", "/v1/directory", broken.encoded())), std::string("keys"));
    QCOMPARE(coordinator.hello().directoryHead, before);
    QCOMPARE(coordinator.send("POST", "/v1/directory", good.encoded()).status, 200u);
    QVERIFY(hub.reopen());
    QCOMPARE(hub.client(hub.programme.coordinator()).hello().directoryHead, hub.programme.directory().head());
}

void HubDirectoryTest::keysReachTheirReadersOnly()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    const Member writer = hub.programme.addWriter();
    hub.programme.rotate(hub.programme.table());
    QCOMPARE(hub.share().status, 200u);
    const auto mine = sync::KeysAnswer::decode(hub.client(reader).send("GET", "/v1/keybag").body);
    QCOMPARE(mine->packages.size(), 1u);
    QCOMPARE(mine->packages[0].endpoint, reader.endpointId());
    QCOMPARE(mine->packages[0].epoch, 2u);
    QCOMPARE(mine->bags.size(), 2u);
    QCOMPARE(mine->bags[0].epoch, 2u); // newest first
    const auto writers = sync::KeysAnswer::decode(hub.client(writer).send("GET", "/v1/keybag").body);
    QVERIFY(writers->packages.empty() && writers->bags.empty());
    const auto all = sync::KeysAnswer::decode(hub.client(hub.programme.coordinator()).send("GET", "/v1/keybag").body);
    QCOMPARE(all->packages.size(), 3u);
    QCOMPARE(all->packages[0].epoch, 2u);
}

void HubDirectoryTest::onlyCoordinatorsBringKeys()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    (void)hub.programme.addReader();
    sync::DirectoryAppend append = hub.programme.takeAppend();
    append.packages.push_back({hub.programme.table(), 1, reader.endpointId(), toBytes("junk")});
    HubClient client = hub.client(reader);
    QCOMPARE(test::codeOf(client.send("POST", "/v1/directory", append.encoded())), std::string("not_permitted"));
    append.packages.clear(); // entries speak for themselves, whoever carries them
    QCOMPARE(client.send("POST", "/v1/directory", append.encoded()).status, 200u);
}

void HubDirectoryTest::readersHandOverWhatTheyHold()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    const Member newcomer = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(reader);
    sync::DirectoryAppend handOver;
    handOver.packages = {{hub.programme.table(), 1, newcomer.endpointId(), toBytes("first")}};
    QCOMPARE(client.send("POST", "/v1/directory", handOver.encoded()).status, 200u);
    handOver.packages[0].sealed = toBytes("second"); // what is there stays
    QCOMPARE(client.send("POST", "/v1/directory", handOver.encoded()).status, 200u);
    const auto keys = sync::KeysAnswer::decode(hub.client(newcomer).send("GET", "/v1/keybag").body);
    QCOMPARE(keys->packages.size(), 1u);
    QCOMPARE(keys->packages[0].sealed, toBytes("first"));
    handOver.packages[0].circle = hub.programme.office(); // which it does not read
    QCOMPARE(test::codeOf(client.send("POST", "/v1/directory", handOver.encoded())), std::string("not_permitted"));
}

void HubDirectoryTest::entriesComeInPages()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    const auto all = sync::DirectoryAnswer::decode(coordinator.send("GET", "/v1/directory?after=0").body);
    QCOMPARE(all->entries.size(), hub.programme.directory().size());
    QVERIFY(!all->more);
    sync::Directory folded;
    for (const Bytes &entry : all->entries)
        QVERIFY(folded.append(entry));
    QCOMPARE(folded.head(), hub.programme.directory().head());
    const std::string end = "/v1/directory?after=" + std::to_string(folded.size());
    QVERIFY(sync::DirectoryAnswer::decode(coordinator.send("GET", end).body)->entries.empty());
}

void HubDirectoryTest::attack57_revokedDeviceGets403AndTheEntry()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(reader);
    ChainBuilder chain = hub.chain(reader, hub.programme.table());
    QCOMPARE(client.pushOne(chain.push(chain.next())), PushCode::Ok);
    hub.programme.revokeDevice(reader, LeaveReason::Lost);
    QCOMPARE(hub.share().status, 200u);
    const std::vector<hub::HttpAnswer> answers = {
        client.send("POST", "/v1/hello", sync::HelloRequest{}.encoded()), client.pullRaw(hub.programme.table(), hub.epoch(), 0),
        client.send("POST", "/v1/push", chain.push(chain.next()).encoded()), client.send("GET", "/v1/keybag")};
    for (const hub::HttpAnswer &answer : answers) {
        QCOMPARE(answer.status, 403u);
        QCOMPARE(test::codeOf(answer), std::string("revoked"));
        const auto entry = sync::DirectoryEntry::decode(sync::Refusal::decode(answer.body)->octets);
        QVERIFY(entry);
        QCOMPARE(std::get<sync::DeviceRevoke>(entry->body).device, reader.deviceId());
    }
}

void HubDirectoryTest::whoLeftMayHandInWhatTheyWrote()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(reader);
    ChainBuilder chain = hub.chain(reader, hub.programme.table());
    ChainBuilder unlisted = hub.chain(reader, hub.programme.table());
    QCOMPARE(client.pushOne(chain.push(chain.next())), PushCode::Ok);
    hub.programme.revokeDevice(reader, LeaveReason::Left, {{hub.programme.table(), chain.replica(), 2}});
    QCOMPARE(hub.share().status, 200u);
    const std::uint64_t visible = hub.programme.directory().size();
    (void)hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    const sync::PushAnswer answer = client.push(chain.push({chain.nextRun(2)}));
    QCOMPARE(answer.codes, (std::vector<std::vector<PushCode>>{{PushCode::Ok, PushCode::Refused}}));
    QCOMPARE(client.pushOne(unlisted.push(unlisted.next())), PushCode::Ok);
    QCOMPARE(test::codeOf(client.pullRaw(hub.programme.table(), hub.epoch(), 0)), std::string("draining"));
    QCOMPARE(test::codeOf(client.send("GET", "/v1/keybag")), std::string("draining"));
    const sync::HelloAnswer hello = client.hello(); // no circles, no later members
    QVERIFY(hello.circles.empty());
    QCOMPARE(hello.directorySize, visible);
    const auto entries = sync::DirectoryAnswer::decode(client.send("GET", "/v1/directory?after=0").body);
    QCOMPARE(entries->entries.size(), visible);
    QCOMPARE(sync::DirectoryEntry::decode(entries->entries.back())->hash(), hello.directoryHead);
}

void HubDirectoryTest::endpointsAreSwitchedOffAlone()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(reader);
    ChainBuilder chain = hub.chain(reader, hub.programme.table());
    hub.programme.revokeEndpoint(reader, LeaveReason::Compromised);
    QCOMPARE(hub.share().status, 200u);
    QCOMPARE(client.pushOne(chain.push(chain.next())), PushCode::Refused);
    QCOMPARE(test::codeOf(client.pullRaw(hub.programme.table(), hub.epoch(), 0)), std::string("not_member"));
    QVERIFY(client.hello().circles.empty()); // the device itself is still known
}

void HubDirectoryTest::untilIsObeyed()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member guest = Member::make(hub.random);
    hub.programme.add(guest, {{hub.programme.table(), sync::CircleMode::Reader}}, test::kLayPartnerRole,
                      hub.clock.wallMilliseconds() + 60'000);
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(guest);
    ChainBuilder chain = hub.chain(guest, hub.programme.table());
    QCOMPARE(client.pullRaw(hub.programme.table(), hub.epoch(), 0).status, 200u);
    hub.clock.advanceSeconds(61);
    QCOMPARE(test::codeOf(client.pullRaw(hub.programme.table(), hub.epoch(), 0)), std::string("not_member"));
    QCOMPARE(client.pushOne(chain.push(chain.next())), PushCode::Ok); // written before, shared late
    hub.clock.advanceSeconds(91 * 24 * 3600);
    client.newSession();
    QCOMPARE(client.pushOne(chain.push(chain.next())), PushCode::Refused);
}

QTEST_GUILESS_MAIN(HubDirectoryTest)
#include "tst_hubdirectory.moc"
