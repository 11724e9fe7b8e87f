#include "core/store/logstore.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/smalldirectory.h"

namespace ourtable::fuzz {
namespace {

using namespace store;
using test::smallDirectory;

// A log of the coordinator, empty but for the directory. Made once: verifying the directory is most of the work.
std::unique_ptr<LogStore> made(const std::string &name)
{
    auto log = LogStore::openMemory(name).value();
    must(log->setRoot(smallDirectory().directory().root().rootKey).ok());
    must(log->appendDirectory(smallDirectory().entries()).ok());
    must(log->addLocalEndpoint(smallDirectory().people().front().endpoint).ok());
    return log;
}

// Everything that reads: good values or errors, and the same from both sides.
void readAll(LogStore &log)
{
    std::size_t ready = 0;
    const auto all = log.forEachReady([&](StoredChange &&) -> Result<void> {
        ++ready;
        return {};
    });
    std::size_t marked = 0;
    const auto marks = log.recordsReadyAfter(0, [&](const RecordId &) { ++marked; });
    const auto counts = log.counts();
    must(all.ok() && marks.ok() && counts.ok() && counts->changes >= 0);
    for (const CircleId &circle : log.readableCircles())
        (void)log.heads(circle);
    (void)log.quarantined();
    (void)log.outgoing({});
    (void)log.ownHeads();
    (void)log.packages(smallDirectory().people().front().endpoint);
    (void)log.bags();
    (void)log.lacksKeys();
    (void)log.receipts();
    (void)log.lastClock();
    (void)log.hubOffset();
    (void)log.hubMemory();
}

// Whatever is ready was vouched for by the key of whoever it is said to be from.
void mustBeSealed(LogStore &log, const sync::PullAnswer &pulled)
{
    const auto all = log.forEachReady([&](StoredChange &&change) -> Result<void> {
        const sync::EndpointState *author = log.directory().endpoint(change.author);
        must(author && std::any_of(pulled.seals.begin(), pulled.seals.end(), [&](const sync::Seal &seal) {
            return seal.circle == change.envelope.circle && seal.replica == change.envelope.replica
                && seal.seq >= change.envelope.seq && seal.verify(author->key);
        }));
        return {};
    });
    must(all.ok());
}

// What a hub sends, past its decoder.
void ingest(ByteView octets)
{
    static const std::unique_ptr<LogStore> log = made("ingest");
    must(log->database().execute("DELETE FROM change; DELETE FROM outbox; DELETE FROM seal; DELETE FROM erased;"
                                 "UPDATE replica SET certificate = NULL, endpoint = NULL, own = 0, spent = 0").ok());
    Input input(octets);
    const Result<sync::PullAnswer> pulled = sync::PullAnswer::decode(input.chunk());
    if (!pulled)
        return;
    const auto taken = log->ingest(*pulled);
    const auto twice = log->ingest(*pulled);
    must(taken.ok() == twice.ok() && (!twice || *twice == 0));
    mustBeSealed(*log, *pulled);
    readAll(*log);
    for (const CircleId &circle : log->circlesWithChanges().value())
        must(log->offerMissing(circle, {}).ok());
    const Result<sync::Outgoing> sent = log->outgoing({});
    const Result<sync::PushAnswer> answer = sync::PushAnswer::decode(input.rest());
    if (sent && answer) {
        (void)log->settle(*sent, *answer);
        (void)log->noticeOwnHeads(answer->heads);
    }
    readAll(*log);
}

// Rows that no program of ours wrote.
void rows(ByteView octets)
{
    static const std::unique_ptr<LogStore> log = made("rows");
    Input input(octets);
    Database &database = log->database();
    const Result<Transaction> undone = Transaction::begin(database);
    must(undone.ok());
    const auto run = [](Result<Statement> statement, const auto &...values) { must(statement.ok() && statement->bindAll(values...).run().ok()); };
    const auto number = [&] { return static_cast<std::int64_t>(input.octet() % 4 == 0 ? input.number(8) : input.octet()); };
    const auto some = [&] { return toBytes(input.take(input.octet())); };
    run(database.prepare("INSERT INTO circle (number, id) VALUES (1, ?)"), some());
    run(database.prepare("INSERT INTO replica (number, id, endpoint, certificate, own) VALUES (1, ?, ?, ?, 1)"), some(), some(), some());
    run(database.prepare("INSERT INTO change (row, circle, replica, seq, hash, previous, suite, kind, record, epoch, head, nonce, sealed_key,"
                         " ciphertext, ciphertext_hash, state, reason, ready, acknowledged)"
                         " VALUES (1, 1, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        number(), some(), some(), number(), number(), some(), number(), some(), some(), some(),
        input.octet() % 2 ? std::optional<Bytes>() : some(), some(), input.octet() % 4, number(), number(), input.octet() % 2);
    run(database.prepare("INSERT INTO outbox (row, urgency) VALUES (1, 1)"));
    run(database.prepare("INSERT INTO seal (circle, replica, seq, hash, seal, verified, covered) SELECT 1, 1, seq, hash, ?, 1, 1 FROM change"), some());
    run(database.prepare("INSERT INTO package (circle, epoch, endpoint, sealed) VALUES (?, ?, ?, ?)"), some(), number(), some(), some());
    run(database.prepare("INSERT INTO bag (circle, epoch, bag) VALUES (?, ?, ?)"), some(), number(), some());
    for (const char *name : {"hub", "hub-offset", "clock"})
        must(log->setMeta(name, input.chunk()).ok());
    readAll(*log);
}

} // namespace

// The first octet chooses.
void once(ByteView octets)
{
    Input input(octets);
    if (input.octet() % 2 == 0)
        ingest(input.rest());
    else
        rows(input.rest());
}

} // namespace ourtable::fuzz
