// Threads and faults: order under load (I7), commits that fail (attack 68), a full disk (attack 69), long polls.
#include <QTest>

#include <atomic>
#include <future>
#include <thread>

#include "core/hub/sqlitehubstore.h"
#include "core/hub/waiters.h"
#include "core/hub/worker.h"
#include "core/hub/writer.h"
#include "tests/core/hub/support/hubharness.h"

using namespace ourtable;
using sync::PushCode;
using test::ChainBuilder;
using test::HubClient;
using test::HubHarness;
using test::Member;

class HubConcurrencyTest : public QObject {
    Q_OBJECT

private slots:
    void i7_orderIsGapFreeUnderLoad();
    void attack68_failedCommitIsNotAcknowledged();
    void attack69_fullDiskIsReadOnly();
    void aFailedGroupTakesItsDirectoryAlong();
    void groupsAreBoundedAndTheQueueToo();
    void stopFinishesWhatWasQueued();
    void revocationHoldsFromTheNextRequestOn();
    void whoWaitsIsWokenBeforeTheAnswer();
    void waitWakesOnCommit();
    void waitWakesOnStop();
    void waitEndsAfterItsTime();
    void waitsAreLimited();
};

namespace {

// A commit that fails when the test says so.
class FailingStore final : public hub::SqliteHubStore {
public:
    static std::unique_ptr<FailingStore> open(const std::string &path)
    {
        Result<store::Database> database = store::Database::open(path, {false});
        auto made = std::unique_ptr<FailingStore>(new FailingStore(std::move(*database)));
        return made->refresh() ? std::move(made) : nullptr;
    }
    Result<void> commit() override
    {
        if (!fail)
            return SqliteHubStore::commit();
        rollback();
        return ErrorCode::StorageFailed;
    }
    std::atomic<bool> fail{false};

private:
    explicit FailingStore(store::Database database) : SqliteHubStore(std::move(database)) { rememberChains(); }
};

// The store of a hub that was founded and serves no more; nullptr when that failed.
std::unique_ptr<FailingStore> storeOf(HubHarness &hub)
{
    if (!hub.start())
        return nullptr;
    hub.service.reset();
    return FailingStore::open(hub.settings.databasePath);
}

// A request that is answered later.
std::future<hub::HttpAnswer> begin(hub::HubService &service, hub::HttpRequest request)
{
    auto answer = std::make_shared<std::promise<hub::HttpAnswer>>();
    service.handle(std::move(request), [answer](hub::HttpAnswer made) { answer->set_value(std::move(made)); });
    return answer->get_future();
}

bool ready(std::future<hub::HttpAnswer> &answer, int milliseconds = 0)
{
    return answer.wait_for(std::chrono::milliseconds(milliseconds)) == std::future_status::ready;
}

std::string waitTarget(const sync::StateTag &tag) { return "/v1/wait?t=" + tag.hex(); }

} // namespace

void HubConcurrencyTest::i7_orderIsGapFreeUnderLoad()
{
    static constexpr int kThreads = 8;
    static constexpr int kPushes = 25;
    static constexpr int kChanges = 4;
    HubHarness hub;
    QVERIFY(hub.start(true));
    std::vector<Member> members;
    for (int i = 0; i < kThreads; ++i)
        members.push_back(hub.programme.addReader());
    QCOMPARE(hub.share().status, 200u);
    const HubEpoch epoch = hub.epoch();
    std::vector<std::vector<sync::PushRequest>> pushes(kThreads);
    for (int i = 0; i < kThreads; ++i) {
        ChainBuilder chain = hub.chain(members[static_cast<std::size_t>(i)], hub.programme.table());
        for (int k = 0; k < kPushes; ++k)
            pushes[static_cast<std::size_t>(i)].push_back(chain.push({chain.nextRun(kChanges)}));
    }
    std::atomic<int> failed{0};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < kThreads; ++i) {
        threads.emplace_back([&, i] {
            HubClient client = hub.client(members[i]);
            for (const sync::PushRequest &push : pushes[i])
                failed += client.pushOne(push) == PushCode::Ok ? 0 : 1;
        });
    }
    // A reader with a cursor, meanwhile: what it has passed never grows a new change.
    std::size_t seen = 0;
    std::uint64_t after = 0;
    HubClient reader = hub.client(hub.programme.coordinator());
    while (seen < kThreads * kPushes * kChanges && failed == 0) {
        const sync::PullAnswer page = reader.pull(hub.programme.table(), epoch, after);
        for (const sync::Run &run : page.runs)
            seen += run.items.size();
        QCOMPARE(page.next, seen); // hub numbers are the count
        after = page.next;
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(seen, static_cast<std::size_t>(kThreads * kPushes * kChanges));
    QCOMPARE(hub.service->status()->changes, static_cast<std::uint64_t>(seen));
}

void HubConcurrencyTest::attack68_failedCommitIsNotAcknowledged()
{
    HubHarness hub;
    std::unique_ptr<FailingStore> store = storeOf(hub);
    QVERIFY(store);
    FailingStore &failing = *store;
    Result<std::unique_ptr<hub::SqliteHubStore>> reading = hub::SqliteHubStore::openAnother(hub.settings.databasePath);
    QVERIFY(store && reading);
    hub::HubStores readers;
    readers.push_back(std::move(*reading));
    hub.service = *hub::HubService::openOn(std::move(store), std::move(readers), hub.settings, hub.clock, hub.random);
    HubClient client = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    const sync::PushRequest push = chain.push({chain.nextRun(3)});
    failing.fail = true;
    const hub::HttpAnswer answer = client.send("POST", "/v1/push", push.encoded());
    QCOMPARE(answer.status, 503u);
    QVERIFY(answer.retryAfter > 0);
    QCOMPARE(hub.service->status()->changes, 0u);
    QVERIFY(client.hello().heads.empty());
    failing.fail = false;
    QCOMPARE(client.pushOne(push), PushCode::Ok);
    QCOMPARE(hub.service->status()->changes, 3u);
}

void HubConcurrencyTest::attack69_fullDiskIsReadOnly()
{
    HubHarness hub;
    hub.settings.limits.databasePages = 120;
    QVERIFY(hub.start(true));
    HubClient client = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    std::uint64_t stored = 0;
    hub::HttpAnswer answer;
    sync::PushRequest last;
    for (int i = 0; i < 50 && answer.status == 200; ++i) {
        stored = hub.service->status()->changes;
        last = chain.push({chain.nextRun(2, 20'000)});
        answer = client.send("POST", "/v1/push", last.encoded());
    }
    QCOMPARE(answer.status, 503u);
    QCOMPARE(test::codeOf(answer), std::string("storage_full"));
    QVERIFY(stored > 0);
    QCOMPARE(hub.service->status()->changes, stored);
    QVERIFY(!client.pull(hub.programme.table(), hub.epoch()).runs.empty()); // reading goes on
    QCOMPARE(test::ask(*hub.service, "GET", "/healthz").status, 200u);
    hub.settings.limits.databasePages = 0; // somebody made room
    QVERIFY(hub.reopen());
    HubClient again = hub.client(hub.programme.coordinator());
    QCOMPARE(again.pushOne(last), PushCode::Ok);
    QCOMPARE(hub.service->status()->changes, stored + 2);
}

void HubConcurrencyTest::aFailedGroupTakesItsDirectoryAlong()
{
    HubHarness hub;
    std::unique_ptr<FailingStore> store = storeOf(hub);
    QVERIFY(store);
    FailingStore &failing = *store;
    hub.service = *hub::HubService::openOn(std::move(store), {}, hub.settings, hub.clock, hub.random);
    const Member reader = hub.programme.addReader();
    const Bytes append = hub.programme.takeAppend().encoded();
    HubClient coordinator = hub.client(hub.programme.coordinator());
    failing.fail = true;
    QCOMPARE(coordinator.send("POST", "/v1/directory", append).status, 503u);
    QCOMPARE(hub.client(reader).send("GET", "/v1/keybag").status, 401u);
    failing.fail = false;
    QCOMPARE(coordinator.send("POST", "/v1/directory", append).status, 200u);
    QCOMPARE(hub.client(reader).send("GET", "/v1/keybag").status, 200u);
}

void HubConcurrencyTest::groupsAreBoundedAndTheQueueToo()
{
    HubHarness hub;
    std::unique_ptr<FailingStore> store = storeOf(hub);
    QVERIFY(store);
    hub::DirectoryState directory;
    hub::HubLimits limits;
    limits.queueOctets = 1000;
    limits.groupChanges = 10;
    std::atomic<int> groups{0};
    std::atomic<int> done{0};
    hub::Writer writer(*store, directory, hub.clock, limits, [&](const hub::Touched &) { ++groups; });
    std::promise<void> go;
    std::shared_future<void> gate = go.get_future().share();
    const auto task = [&](std::size_t octets, std::size_t changes) {
        hub::WriteTask made;
        made.octets = octets;
        made.changes = changes;
        made.work = [gate](hub::GroupContext &) {
            gate.wait();
            return Result<void>();
        };
        made.done = [&done](const Result<void> &kept) { done += kept ? 1 : 0; };
        return made;
    };
    writer.startThread();
    hub::WriteTask first = task(1, 1);
    QVERIFY(writer.submit(first));
    int taken = 0;
    for (int i = 0; i < 20; ++i) {
        hub::WriteTask more = task(100, 4);
        taken += writer.submit(more) ? 1 : 0;
    }
    QVERIFY(taken >= 9 && taken <= 12); // 1,000 octets, and what was in the first group
    go.set_value();
    writer.stop();
    QCOMPARE(done.load(), taken + 1);
    QVERIFY(groups.load() >= taken / 2); // two tasks of four changes fit into a group of ten
    hub::WriteTask late = task(1, 1);
    QVERIFY(!writer.submit(late));
}

// Whoever has the answer and waits for news then is not woken by what it was an answer to.
void HubConcurrencyTest::whoWaitsIsWokenBeforeTheAnswer()
{
    HubHarness hub;
    std::unique_ptr<FailingStore> store = storeOf(hub);
    QVERIFY(store);
    hub::DirectoryState directory;
    std::vector<std::string> happened;
    hub::Writer writer(*store, directory, hub.clock, {}, [&](const hub::Touched &) { happened.push_back("woken"); });
    const auto push = [&] {
        hub::WriteTask task;
        task.work = [](hub::GroupContext &) { return Result<void>(); };
        task.done = [&](const Result<void> &kept) { happened.push_back(kept ? "answered" : "refused"); };
        return writer.submit(task);
    };
    QVERIFY(push());
    QCOMPARE(happened, (std::vector<std::string>{"woken", "answered"}));
    store->fail = true;
    QVERIFY(push());
    QCOMPARE(happened, (std::vector<std::string>{"woken", "answered", "refused"}));
}

void HubConcurrencyTest::stopFinishesWhatWasQueued()
{
    HubHarness hub;
    QVERIFY(hub.start(true));
    HubClient client = hub.client(hub.programme.coordinator());
    ChainBuilder chain = hub.chain(hub.programme.coordinator(), hub.programme.table());
    std::vector<std::future<hub::HttpAnswer>> answers;
    for (int i = 0; i < 40; ++i)
        answers.push_back(begin(*hub.service, client.signedRequest("POST", "/v1/push", chain.push(chain.next()).encoded())));
    hub.service.reset();
    std::uint64_t acknowledged = 0;
    for (std::future<hub::HttpAnswer> &answer : answers) {
        QVERIFY(ready(answer));
        const hub::HttpAnswer made = answer.get();
        if (made.status != 200)
            continue;
        // Two workers may hand the writer the second before the first, which is then told of the gap.
        const auto push = sync::PushAnswer::decode(made.body);
        QVERIFY(push);
        acknowledged += push->codes[0][0] == PushCode::Ok ? 1 : 0;
    }
    QVERIFY(hub.reopen());
    QCOMPARE(hub.service->status()->changes, acknowledged);
}

void HubConcurrencyTest::revocationHoldsFromTheNextRequestOn()
{
    HubHarness hub;
    QVERIFY(hub.start(true));
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(reader);
    ChainBuilder chain = hub.chain(reader, hub.programme.table());
    std::atomic<bool> revoked{false};
    std::atomic<bool> stop{false};
    std::atomic<int> slipped{0};
    std::vector<Bytes> pushes;
    for (int i = 0; i < 200; ++i)
        pushes.push_back(chain.push(chain.next()).encoded());
    std::thread pushing([&] {
        for (std::size_t i = 0; i < pushes.size() && !stop; ++i) {
            const bool afterwards = revoked;
            const unsigned status = client.send("POST", "/v1/push", pushes[i]).status;
            slipped += afterwards && status == 200 ? 1 : 0;
            stop = status == 403;
        }
    });
    hub.programme.revokeDevice(reader, sync::LeaveReason::Lost);
    const unsigned shared = hub.share().status;
    revoked = true;
    pushing.join();
    QCOMPARE(shared, 200u);
    QCOMPARE(slipped.load(), 0);
}

void HubConcurrencyTest::waitWakesOnCommit()
{
    HubHarness hub;
    QVERIFY(hub.start(true));
    const Member reader = hub.programme.addReader();
    const Member writer = hub.programme.addWriter();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(reader);
    const sync::HelloAnswer told = client.hello();
    std::future<hub::HttpAnswer> waiting = begin(*hub.service, client.signedRequest("GET", waitTarget(told.tag)));
    HubClient other = hub.client(writer);
    ChainBuilder elsewhere = hub.chain(writer, hub.programme.office());
    QCOMPARE(other.pushOne(elsewhere.push(elsewhere.next())), PushCode::Ok);
    QVERIFY(!ready(waiting, 50)); // nothing that concerns it
    ChainBuilder chain = hub.chain(writer, hub.programme.table());
    QCOMPARE(other.pushOne(chain.push(chain.next())), PushCode::Ok);
    QVERIFY(ready(waiting, 10'000));
    const auto answer = sync::WaitAnswer::decode(waiting.get().body);
    QVERIFY(answer->changed);
    QCOMPARE(answer->tag, client.hello().tag);
    // With an old tag it does not wait at all.
    QVERIFY(sync::WaitAnswer::decode(client.send("GET", waitTarget(told.tag)).body)->changed);
}

void HubConcurrencyTest::waitWakesOnStop()
{
    HubHarness hub;
    QVERIFY(hub.start(true));
    HubClient client = hub.client(hub.programme.coordinator());
    const sync::StateTag tag = client.hello().tag;
    std::future<hub::HttpAnswer> waiting = begin(*hub.service, client.signedRequest("GET", waitTarget(tag)));
    QVERIFY(!ready(waiting, 20));
    hub.service->cancelWaiting();
    QVERIFY(ready(waiting, 10'000));
    QVERIFY(!sync::WaitAnswer::decode(waiting.get().body)->changed);
    std::future<hub::HttpAnswer> late = begin(*hub.service, client.signedRequest("GET", waitTarget(tag)));
    QVERIFY(ready(late, 10'000));
}

void HubConcurrencyTest::waitEndsAfterItsTime()
{
    HubHarness hub;
    QVERIFY(hub.start());
    HubClient client = hub.client(hub.programme.coordinator());
    const sync::StateTag tag = client.hello().tag;
    std::future<hub::HttpAnswer> waiting = begin(*hub.service, client.signedRequest("GET", waitTarget(tag)));
    hub.clock.advanceSeconds(24);
    hub.service->tick();
    QVERIFY(!ready(waiting));
    hub.clock.advanceSeconds(1);
    hub.service->tick();
    QVERIFY(ready(waiting));
    QVERIFY(!sync::WaitAnswer::decode(waiting.get().body)->changed);
    QCOMPARE(client.send("GET", "/v1/wait?t=zz").status, 400u);
}

void HubConcurrencyTest::waitsAreLimited()
{
    HubHarness hub;
    hub.settings.limits.waitingInAll = 6;
    QVERIFY(hub.start());
    const Member reader = hub.programme.addReader();
    QCOMPARE(hub.share().status, 200u);
    HubClient client = hub.client(hub.programme.coordinator());
    HubClient other = hub.client(reader);
    const sync::StateTag tag = client.hello().tag;
    const sync::StateTag otherTag = other.hello().tag;
    std::vector<std::future<hub::HttpAnswer>> mine;
    for (int i = 0; i < 5; ++i)
        mine.push_back(begin(*hub.service, client.signedRequest("GET", waitTarget(tag))));
    QVERIFY(ready(mine[0])); // a device has four; its oldest makes room
    QVERIFY(!ready(mine[1]) && !ready(mine[4]));
    std::vector<std::future<hub::HttpAnswer>> others;
    for (int i = 0; i < 3; ++i)
        others.push_back(begin(*hub.service, other.signedRequest("GET", waitTarget(otherTag))));
    QVERIFY(ready(others[2]));
    QCOMPARE(others[2].get().status, 503u);
    hub.service->cancelWaiting();
    QVERIFY(ready(mine[4]) && ready(others[1]));
}

QTEST_GUILESS_MAIN(HubConcurrencyTest)
#include "tst_hubconcurrency.moc"
