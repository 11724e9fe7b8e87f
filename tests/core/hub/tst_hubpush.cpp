// Push and pull: what is stored, under which code, for whom.
#include <QTest>

#include "tests/core/hub/support/hubharness.h"

using namespace ourtable;
using sync::PushCode;
using test::ChainBuilder;
using test::HubClient;
using test::HubHarness;
using test::Member;

class HubPushTest : public QObject {
    Q_OBJECT

private slots:
    void pushedTwiceIsStoredOnce();
    void aForkIsStoredAsASecondBranch();
    void aGapIsNamedAndFilledLater();
    void aBadChangeStandsAlone();
    void badCertificateOrSealMakesItsRunBad();
    void writersWriteWhereTheyMayAndNowhereElse();
    void anybodyHandsInWhatItsWriterSealed();
    void readersOfferAnybodysChanges();
    void anErasedRecordLosesItsWordsForGood();
    void whoMayErase();
    void atMostTwentyErasuresADay();
    void aChangeWithoutWordsGetsThemLater();
    void onlyTheNewestSealIsKept();
    void pagesStayUnderAMebibyte();
    void ownChangesAreLeftOutUnlessAskedFor();
    void restoredHubAnswers410();
    void limits();
    void attack26_floodOfChangesIsLimited();
    void attack73_sqlMetacharactersAreOctets();
    void versionVectorsTellWritersOfTheirOwnOnly();
    void i8_replayingTheRequestLogChangesNothing();
};

namespace {

std::vector<sync::Envelope> envelopesIn(const sync::PullAnswer &answer)
{
    std::vector<sync::Envelope> all;
    for (const sync::Run &run : answer.runs) {
        for (sync::Envelope &envelope : run.envelopes())
            all.push_back(std::move(envelope));
    }
    return all;
}

} // namespace

void HubPushTest::pushedTwiceIsStoredOnce()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const sync::PushRequest push = chain.push({chain.nextRun(3)});
    const sync::PushAnswer first = coordinator.push(push);
    QCOMPARE(first.request, push.request);
    QCOMPARE(first.codes, (std::vector<std::vector<PushCode>>{{PushCode::Ok, PushCode::Ok, PushCode::Ok}}));
    QCOMPARE(first.heads.size(), 1u);
    QCOMPARE(first.heads[0].seq, 3u);
    QCOMPARE(first.heads[0].head, chain.head());
    const sync::PushAnswer second = coordinator.push(push);
    QCOMPARE(second.codes, (std::vector<std::vector<PushCode>>{{PushCode::Dup, PushCode::Dup, PushCode::Dup}}));
    QCOMPARE(second.tag, first.tag);
    QCOMPARE(coordinator.hello().tag, first.tag);
    QVERIFY(coordinator.hello(first.tag).unchanged);
    const sync::PullAnswer pulled = coordinator.pull(hub.programme.table(), hub.epoch());
    QCOMPARE(envelopesIn(pulled).size(), 3u);
    QCOMPARE(pulled.next, 3u);
    QCOMPARE(pulled.certificates.size(), 1u);
    QCOMPARE(pulled.seals.size(), 1u);
    QCOMPARE(envelopesIn(pulled).back().hash(), chain.head());
}

void HubPushTest::aForkIsStoredAsASecondBranch()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    QCOMPARE(coordinator.pushOne(chain.push(chain.next())), PushCode::Ok);
    ChainBuilder clone = chain;
    QCOMPARE(coordinator.pushOne(chain.push(chain.next())), PushCode::Ok);
    QCOMPARE(coordinator.pushOne(clone.push(clone.next())), PushCode::Fork);
    QCOMPARE(coordinator.pushOne(clone.push(clone.next())), PushCode::Ok); // no other third change
    QCOMPARE(coordinator.pushOne(chain.push(chain.next())), PushCode::Fork);
    const sync::HelloAnswer hello = coordinator.hello();
    QCOMPARE(hello.heads.size(), 2u);
    const sync::PullAnswer pulled = coordinator.pull(hub.programme.table(), hub.epoch());
    QCOMPARE(envelopesIn(pulled).size(), 5u);
    QCOMPARE(pulled.seals.size(), 2u);
    QSet<QByteArray> hashes;
    for (const sync::Envelope &envelope : envelopesIn(pulled))
        hashes << QByteArray(envelope.hash().hex().c_str());
    QCOMPARE(hashes.size(), 5);
    QVERIFY(hashes.contains(QByteArray(clone.head().hex().c_str())));
    QVERIFY(hashes.contains(QByteArray(chain.head().hex().c_str())));
}

void HubPushTest::aGapIsNamedAndFilledLater()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const sync::Envelope first = chain.next();
    const sync::Envelope second = chain.next();
    QCOMPARE(coordinator.pushOne(chain.push(second)), PushCode::Gap);
    QCOMPARE(coordinator.pushOne(chain.push(first)), PushCode::Ok);
    sync::Envelope wrong = second;
    wrong.previous.octets[0] ^= 1;
    QCOMPARE(coordinator.pushOne(chain.push(wrong)), PushCode::Gap); // attack 5: another predecessor
    QCOMPARE(coordinator.pushOne(chain.push(second)), PushCode::Ok);
}

void HubPushTest::aBadChangeStandsAlone()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder good = hub.chain(hub.programme.coordinator(), hub.programme.table());
    ChainBuilder bad = hub.chain(hub.programme.coordinator(), hub.programme.office());
    sync::PushRequest push = good.push({good.nextRun(2)});
    push.certificates.push_back(bad.certificate());
    sync::Run tooLarge = sync::Run::startingWith(bad.next({}, sync::kChangeOctets));
    sync::Run unknownSuite = good.nextRun(1);
    unknownSuite.items[0].suite = sync::Suite{9};
    push.runs.push_back(tooLarge);
    push.runs.push_back(unknownSuite);
    push.runs.push_back(good.nextRun(1));
    const sync::PushAnswer answer = coordinator.push(push);
    QCOMPARE(answer.codes, (std::vector<std::vector<PushCode>>{
                               {PushCode::Ok, PushCode::Ok}, {PushCode::Bad}, {PushCode::Bad}, {PushCode::Gap}}));
}

void HubPushTest::badCertificateOrSealMakesItsRunBad()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member stranger = Member::make(hub.random);
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    ChainBuilder foreign = hub.chain(stranger, hub.programme.table());
    QCOMPARE(coordinator.pushOne(foreign.push(foreign.next())), PushCode::Bad);
    sync::PushRequest without = chain.push(chain.next());
    without.certificates.clear();
    QCOMPARE(coordinator.pushOne(without), PushCode::Bad);
    sync::PushRequest forged = without; // attack 9: sealed by another key
    forged.certificates = {chain.certificate()};
    forged.seals = {sync::Seal::make(hub.programme.table(), chain.replica(), 1, chain.head(), {}, stranger.endpoint)};
    QCOMPARE(coordinator.pushOne(forged), PushCode::Bad);
    forged.seals = {chain.seal()};
    QCOMPARE(coordinator.pushOne(forged), PushCode::Ok);
}

void HubPushTest::writersWriteWhereTheyMayAndNowhereElse()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member writer = hub.programme.addWriter();
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(writer);
    ChainBuilder office = hub.chain(writer, hub.programme.office());
    QCOMPARE(client.pushOne(office.push(office.next())), PushCode::Ok);
    QCOMPARE(test::codeOf(client.pullRaw(hub.programme.office(), hub.epoch(), 0)), std::string("not_member"));
    HubClient other = hub.client(reader);
    ChainBuilder refused = hub.chain(reader, hub.programme.office()); // a circle without grant
    QCOMPARE(other.pushOne(refused.push(refused.next())), PushCode::Refused);
    sync::PushRequest unsealed = office.push(office.next()); // a writer's change, by one who reads elsewhere
    unsealed.seals.clear();
    QCOMPARE(other.pushOne(unsealed), PushCode::Refused);
    ChainBuilder nowhere = hub.chain(reader, hub.random.make<CircleId>());
    QCOMPARE(other.pushOne(nowhere.push(nowhere.next())), PushCode::Refused);
    ChainBuilder readers = hub.chain(reader, hub.programme.table());
    sync::PushRequest offered = readers.push(readers.next()); // and the other way round
    offered.seals.clear();
    QCOMPARE(client.pushOne(offered), PushCode::Refused);
}

// What came on a stick for a circle that its carrier cannot read: nobody but its writer can have made it.
void HubPushTest::anybodyHandsInWhatItsWriterSealed()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member writer = hub.programme.addWriter();
    const Member carrier = hub.programme.addReader(); // not of the office
    const Member gone = hub.programme.addReader();
    hub.programme.revokeEndpoint(gone, sync::LeaveReason::Left);
    QCOMPARE(hub.share().status, 200u);
    ChainBuilder chain = hub.chain(writer, hub.programme.office());
    const sync::Run first = chain.nextRun(2);
    const sync::Run second = chain.nextRun(1);
    sync::PushRequest carried = chain.push({first, second});
    QCOMPARE(hub.client(gone).push(carried).codes, (std::vector<std::vector<PushCode>>{{PushCode::Refused, PushCode::Refused}, {PushCode::Refused}}));
    QCOMPARE(hub.client(carrier).push(carried).codes, (std::vector<std::vector<PushCode>>{{PushCode::Ok, PushCode::Ok}, {PushCode::Ok}}));
    // The seal of one branch says nothing about another that somebody puts beside it.
    ChainBuilder twin = hub.chain(writer, hub.programme.office());
    sync::PushRequest beside = chain.push(chain.next());
    beside.certificates.push_back(twin.certificate());
    beside.runs.push_back(twin.nextRun(1));
    QCOMPARE(hub.client(carrier).push(beside).codes, (std::vector<std::vector<PushCode>>{{PushCode::Ok}, {PushCode::Refused}}));
}

void HubPushTest::readersOfferAnybodysChanges()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member writer = hub.programme.addWriter();
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    ChainBuilder chain = hub.chain(writer, hub.programme.table());
    HubClient offering = hub.client(reader);
    QCOMPARE(offering.pushOne(chain.push(chain.next())), PushCode::Ok);
    // Also what somebody wrote who is gone by now, up to where they were switched off.
    hub.programme.revokeDevice(writer, sync::LeaveReason::Lost, {{hub.programme.table(), chain.replica(), 2}});
    QCOMPARE(hub.share().status, 200u);
    const sync::PushAnswer answer = offering.push(chain.push({chain.nextRun(2)}));
    QCOMPARE(answer.codes, (std::vector<std::vector<PushCode>>{{PushCode::Ok, PushCode::Refused}}));
}

void HubPushTest::anErasedRecordLosesItsWordsForGood()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const RecordId record = hub.random.make<RecordId>();
    const sync::Envelope words = chain.next(record);
    QCOMPARE(coordinator.pushOne(chain.push(words)), PushCode::Ok);
    QCOMPARE(coordinator.pushOne(chain.push(chain.nextErase(record))), PushCode::Ok);
    QCOMPARE(coordinator.pushOne(chain.push(words)), PushCode::Dup);
    QCOMPARE(coordinator.pushOne(chain.push(chain.next(record))), PushCode::Erased);
    const std::vector<sync::Envelope> pulled = envelopesIn(coordinator.pull(hub.programme.table(), hub.epoch()));
    QCOMPARE(pulled.size(), 3u);
    QVERIFY(!pulled[0].ciphertext && pulled[1].ciphertext && !pulled[2].ciphertext);
    QCOMPARE(pulled[2].hash(), chain.head()); // the chain still verifies
    // I6: the words are in no file of the hub.
    for (const char *name : {"hub.db", "hub.db-wal"}) {
        const Bytes file = test::octetsOfFile(hub.folder.file(name));
        QVERIFY(std::search(file.begin(), file.end(), words.ciphertext->begin(), words.ciphertext->end()) == file.end());
    }
}

void HubPushTest::whoMayErase()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member writer = hub.programme.addWriter();
    const Member other = hub.programme.addWriter();
    QCOMPARE(hub.share().status, 200u);
    HubClient mine = hub.client(writer);
    HubClient theirs = hub.client(other);
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(writer, hub.programme.office());
    ChainBuilder foreign = hub.chain(other, hub.programme.office());
    ChainBuilder readers = hub.chain(hub.programme.coordinator(), hub.programme.office());
    const RecordId record = hub.random.make<RecordId>();
    const RecordId second = hub.random.make<RecordId>();
    QCOMPARE(mine.pushOne(chain.push(chain.next(record))), PushCode::Ok);
    QCOMPARE(mine.pushOne(chain.push(chain.next(second))), PushCode::Ok);
    ChainBuilder attempt = foreign;
    QCOMPARE(theirs.pushOne(attempt.push(attempt.nextErase(record))), PushCode::Refused);
    QCOMPARE(mine.pushOne(chain.push(chain.nextErase(record))), PushCode::Ok);
    QCOMPARE(coordinator.pushOne(readers.push(readers.nextErase(second))), PushCode::Ok);
}

void HubPushTest::atMostTwentyErasuresADay()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(coordinator.pushOne(chain.push(chain.nextErase(hub.random.make<RecordId>()))), PushCode::Ok);
    const sync::Envelope oneMore = chain.nextErase(hub.random.make<RecordId>());
    QCOMPARE(coordinator.pushOne(chain.push(oneMore)), PushCode::Refused);
    hub.clock.advanceSeconds(25 * 3600);
    HubClient tomorrow = hub.client(hub.programme.coordinator());
    QCOMPARE(tomorrow.pushOne(chain.push(oneMore)), PushCode::Ok);
}

void HubPushTest::aChangeWithoutWordsGetsThemLater()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const sync::Envelope whole = chain.next();
    sync::Envelope stub = whole;
    stub.ciphertext.reset();
    QCOMPARE(coordinator.pushOne(chain.push(stub)), PushCode::Erased);
    QVERIFY(!envelopesIn(coordinator.pull(hub.programme.table(), hub.epoch()))[0].ciphertext);
    QCOMPARE(coordinator.pushOne(chain.push(whole)), PushCode::Dup);
    QCOMPARE(envelopesIn(coordinator.pull(hub.programme.table(), hub.epoch()))[0].ciphertext, whole.ciphertext);
}

void HubPushTest::onlyTheNewestSealIsKept()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const sync::PushRequest first = chain.push({chain.nextRun(2)});
    QCOMPARE(coordinator.pushOne(first), PushCode::Ok);
    QCOMPARE(coordinator.pushOne(chain.push({chain.nextRun(2)})), PushCode::Ok);
    QCOMPARE(coordinator.pushOne(first), PushCode::Dup); // an older seal comes late
    const sync::PullAnswer pulled = coordinator.pull(hub.programme.table(), hub.epoch());
    QCOMPARE(pulled.seals.size(), 1u);
    QCOMPARE(pulled.seals[0].seq, 4u);
    QVERIFY(pulled.seals[0].verify(hub.programme.coordinator().endpoint.verifyKey));
}

void HubPushTest::pagesStayUnderAMebibyte()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    for (int i = 0; i < 4; ++i)
        QCOMPARE(coordinator.pushOne(chain.push({chain.nextRun(15, 60'000)})), PushCode::Ok);
    const HubEpoch epoch = hub.epoch();
    std::uint64_t after = 0;
    std::size_t changes = 0;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const hub::HttpAnswer answer = coordinator.pullRaw(hub.programme.table(), epoch, after);
        QVERIFY(answer.body.size() <= sync::kPullOctets);
        const sync::PullAnswer page = coordinator.pull(hub.programme.table(), epoch, after);
        QVERIFY(page.encoded().size() <= sync::kPullOctets);
        changes += envelopesIn(page).size();
        more = page.more;
        after = page.next;
    }
    QCOMPARE(changes, 60u);
    QCOMPARE(pages, 4);
}

void HubPushTest::ownChangesAreLeftOutUnlessAskedFor()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient coordinator = hub.client(hub.programme.coordinator());
    HubClient client = hub.client(reader);
    ChainBuilder mine = hub.chain(reader, hub.programme.table());
    ChainBuilder theirs = hub.chain(hub.programme.coordinator(), hub.programme.table());
    QCOMPARE(client.pushOne(mine.push(mine.next())), PushCode::Ok);
    QCOMPARE(coordinator.pushOne(theirs.push(theirs.next())), PushCode::Ok);
    QCOMPARE(client.pushOne(mine.push(mine.next())), PushCode::Ok);
    const sync::PullAnswer others = client.pull(hub.programme.table(), hub.epoch(), 0, false);
    QCOMPARE(envelopesIn(others).size(), 1u);
    QCOMPARE(others.next, 3u);
    QCOMPARE(envelopesIn(client.pull(hub.programme.table(), hub.epoch())).size(), 3u);
}

void HubPushTest::restoredHubAnswers410()
{
    HubHarness hub;
    QVERIFY(hub.start());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const sync::PushRequest push = chain.push({chain.nextRun(5)});
    const HubEpoch before = hub.epoch();
    hub.service.reset(); // closing moves the journal into the file
    const Bytes backup = test::octetsOfFile(hub.settings.databasePath);
    QVERIFY(hub.reopen());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    QCOMPARE(coordinator.pushOne(push), PushCode::Ok);
    QCOMPARE(test::codeOf(coordinator.pullRaw(hub.programme.table(), before, 6)), std::string("hub_changed")); // beyond head
    hub.service.reset();
    test::overwriteFile(hub.settings.databasePath, backup);
    QVERIFY(hub::HubService::markRestored(hub.settings, hub.random));
    QVERIFY(hub.reopen());
    HubClient again = hub.client(hub.programme.coordinator());
    const hub::HttpAnswer answer = again.pullRaw(hub.programme.table(), before, 0);
    QCOMPARE(answer.status, 410u);
    QCOMPARE(sync::Refusal::decode(answer.body)->octets, toBytes(again.hello().hubEpoch.view()));
    QCOMPARE(again.pushOne(push), PushCode::Ok); // and what it lost comes back
}

void HubPushTest::limits()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const hub::HttpAnswer many = coordinator.send("POST", "/v1/push", chain.push({chain.nextRun(501)}).encoded());
    QCOMPARE(many.status, 413u);
    QCOMPARE(sync::Refusal::decode(many.body)->number, 500);
    QCOMPARE(coordinator.send("POST", "/v1/push", Bytes(sync::kPushOctets + 1)).status, 413u); // attack 61
    QCOMPARE(coordinator.send("POST", "/v1/push", toBytes("no cbor")).status, 400u);
    QCOMPARE(hub.service->bodyLimit("POST", "/v1/push"), sync::kPushOctets);
    QCOMPARE(hub.service->bodyLimit("GET", "/v1/pull?c=1"), 0u);
}

void HubPushTest::attack26_floodOfChangesIsLimited()
{
    HubHarness hub;
    hub.settings.limits.changesPerDay = 10;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient flooding = hub.client(reader);
    ChainBuilder chain = hub.chain(reader, hub.programme.table());
    const sync::PushRequest first = chain.push({chain.nextRun(10)});
    QCOMPARE(flooding.pushOne(first), PushCode::Ok);
    const hub::HttpAnswer answer = flooding.send("POST", "/v1/push", chain.push(chain.next()).encoded());
    QCOMPARE(answer.status, 429u);
    QVERIFY(answer.retryAfter > 0);
    HubClient coordinator = hub.client(hub.programme.coordinator()); // nobody else is held up
    ChainBuilder other = hub.chain(hub.programme.coordinator(), hub.programme.table());
    QCOMPARE(coordinator.pushOne(other.push(other.next())), PushCode::Ok);
    hub.clock.advanceSeconds(24 * 3600 + 1);
    HubClient tomorrow = hub.client(reader);
    QCOMPARE(tomorrow.pushOne(first), PushCode::Dup);
}

void HubPushTest::attack73_sqlMetacharactersAreOctets()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const auto record = RecordId::from(viewOf("'; DROP TABLE op"));
    sync::Envelope change = chain.next(*record);
    QCOMPARE(coordinator.pushOne(chain.push(change)), PushCode::Ok);
    const std::vector<sync::Envelope> pulled = envelopesIn(coordinator.pull(hub.programme.table(), hub.epoch()));
    QCOMPARE(pulled.size(), 1u);
    QCOMPARE(pulled[0].record, *record);
    for (const char *target : {"/v1/pull?c='%20OR%201=1--&e=1&after=0", "/v1/invite/' OR '1'='1", "/v1/wait?t=\";--"})
        QCOMPARE(coordinator.send("GET", target).status, 404u);
    QCOMPARE(coordinator.send("GET", "/v1/directory?after=1OR1=1").status, 400u);
    QCOMPARE(hub.service->status()->changes, 1u);
}

void HubPushTest::versionVectorsTellWritersOfTheirOwnOnly()
{
    HubHarness hub;
    QVERIFY(hub.start());
    const Member writer = hub.programme.addWriter();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(writer);
    HubClient coordinator = hub.client(hub.programme.coordinator());
    ChainBuilder mine = hub.chain(writer, hub.programme.office());
    ChainBuilder theirs = hub.chain(hub.programme.coordinator(), hub.programme.office());
    QCOMPARE(client.pushOne(mine.push({mine.nextRun(2)})), PushCode::Ok);
    QCOMPARE(coordinator.pushOne(theirs.push(theirs.next())), PushCode::Ok);
    const Bytes asked = sync::HeadsMessage{hub.programme.office(), {}}.encoded();
    const auto told = sync::HeadsMessage::decode(client.send("POST", "/v1/vv", asked).body);
    QCOMPARE(told->heads.size(), 1u);
    QCOMPARE(told->heads[0].replica, mine.replica());
    QCOMPARE(told->heads[0].seq, 2u);
    QCOMPARE(sync::HeadsMessage::decode(coordinator.send("POST", "/v1/vv", asked).body)->heads.size(), 2u);
    const Bytes elsewhere = sync::HeadsMessage{hub.random.make<CircleId>(), {}}.encoded();
    QCOMPARE(test::codeOf(client.send("POST", "/v1/vv", elsewhere)), std::string("not_member"));
}

void HubPushTest::i8_replayingTheRequestLogChangesNothing()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient coordinator = hub.client(hub.programme.coordinator());
    const Member reader = hub.programme.addReader();
    const Bytes append = hub.programme.takeAppend().encoded();
    QCOMPARE(coordinator.send("POST", "/v1/directory", append).status, 200u);
    HubClient client = hub.client(reader);
    ChainBuilder chain = hub.chain(reader, hub.programme.table());
    const RecordId record = hub.random.make<RecordId>();
    std::vector<Bytes> pushes;
    for (int i = 0; i < 10; ++i)
        pushes.push_back(chain.push({chain.nextRun(7)}).encoded());
    pushes.push_back(chain.push(chain.next(record)).encoded());
    pushes.push_back(chain.push(chain.nextErase(record)).encoded());
    for (const Bytes &push : pushes)
        QCOMPARE(client.send("POST", "/v1/push", push).status, 200u);
    const sync::HelloAnswer before = coordinator.hello();
    const Bytes pulled = coordinator.pull(hub.programme.table(), before.hubEpoch).encoded();
    QCOMPARE(coordinator.send("POST", "/v1/directory", append).status, 409u);
    for (const Bytes &push : pushes)
        QCOMPARE(client.send("POST", "/v1/push", push).status, 200u);
    QCOMPARE(coordinator.hello().encoded(), before.encoded());
    QCOMPARE(coordinator.pull(hub.programme.table(), before.hubEpoch).encoded(), pulled);
}

QTEST_GUILESS_MAIN(HubPushTest)
#include "tst_hubpush.moc"
