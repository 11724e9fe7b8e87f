#include "core/store/logstore.h"

#include <algorithm>

#include "core/crypto/hashing.h"
#include "core/store/logschema.h"

namespace ourtable::store {
namespace {

constexpr char kLastClock[] = "clock";
constexpr char kOffset[] = "hub-offset";
constexpr int kCacheKibibytes = 16 << 10; // an answer of the hub, taken in at once, touches more than a small cache holds

} // namespace

Result<std::unique_ptr<LogStore>> LogStore::open(const std::string &path, const OpenOptions &options)
{
    OpenOptions all = options;
    all.applicationId = kLogApplicationId;
    all.newestVersion = kLogVersion;
    all.cacheKibibytes = std::max(options.cacheKibibytes, kCacheKibibytes);
    OURTABLE_ASSIGN(Database database, Database::open(path, all));
    // Every so many pages a save also moves the write-ahead log into the file, and somebody waits for it: seldom, then, and
    // otherwise when idle (truncateWriteAheadLog).
    OURTABLE_TRY(database.execute("PRAGMA wal_autocheckpoint=8000"));
    OURTABLE_ASSIGN(std::unique_ptr<LogStore> made, prepared(std::move(database)));
    made->m_waitsForDisk = options.synchronous == Synchronous::Full;
    return made;
}

Result<std::unique_ptr<LogStore>> LogStore::openMemory(const std::string &name)
{
    OpenOptions options;
    options.applicationId = kLogApplicationId;
    options.newestVersion = kLogVersion;
    options.journal = Journal::Memory;
    OURTABLE_ASSIGN(Database database, Database::openMemory(name, options));
    return prepared(std::move(database));
}

Result<std::unique_ptr<LogStore>> LogStore::prepared(Database database)
{
    OURTABLE_TRY(prepareLog(database));
    std::unique_ptr<LogStore> made(new LogStore(std::move(database)));
    OURTABLE_TRY(made->load());
    return made;
}

Result<void> LogStore::load()
{
    {
        OURTABLE_ASSIGN(Statement entries, m_database.prepare("SELECT entry FROM directory ORDER BY seq"));
        for (;;) {
            OURTABLE_ASSIGN(const bool row, entries.step());
            if (!row)
                break;
            OURTABLE_TRY(m_directory.append(entries.octets(0)));
        }
        OURTABLE_ASSIGN(Statement endpoints, m_database.prepare("SELECT id FROM endpoint"));
        for (;;) {
            OURTABLE_ASSIGN(const bool row, endpoints.step());
            if (!row)
                break;
            m_localEndpoints.push_back(endpoints.id<EndpointId>(0).value_or(EndpointId{}));
        }
    }
    OURTABLE_ASSIGN(Statement newest, m_database.prepare("SELECT coalesce(max(ready), 0) FROM change"));
    OURTABLE_TRY(newest.step());
    m_mark = newest.integer(0);
    newest.reset();
    if (const Result<Bytes> hash = meta("ready-hash"); hash)
        m_readyHash = Hash::from(*hash).value_or(Hash{});
    return {};
}

Result<void> LogStore::inTransaction(const std::function<Result<void>()> &work, Synchronous level)
{
    const bool relaxed = level == Synchronous::Normal && m_waitsForDisk;
    if (relaxed)
        OURTABLE_TRY(m_database.execute("PRAGMA synchronous=NORMAL"));
    const std::int64_t markBefore = m_mark;
    const Hash hashBefore = m_readyHash;
    const Result<void> done = [&]() -> Result<void> {
        OURTABLE_ASSIGN(Transaction transaction, Transaction::begin(m_database));
        OURTABLE_TRY(work());
        if (m_mark != markBefore)
            OURTABLE_TRY(setMeta("ready-hash", m_readyHash.view()));
        return transaction.commit();
    }();
    const Result<void> strict = relaxed ? m_database.execute("PRAGMA synchronous=FULL") : Result<void>();
    if (!done) {
        m_mark = markBefore;
        m_readyHash = hashBefore;
        m_circles.clear(); // numbers given inside the transaction are gone with it
        m_replicas.clear();
        m_erasedSomething = false;
        m_tookBack = false;
        return done;
    }
    finishErases();
    return strict;
}

Result<Bytes> LogStore::meta(const std::string &name)
{
    OURTABLE_ASSIGN(Statement read, m_database.prepare("SELECT value FROM meta WHERE name = ?"));
    OURTABLE_ASSIGN(const bool row, read.bind(1, name).step());
    if (!row)
        return ErrorCode::NotFound;
    return toBytes(read.octets(0));
}

Result<void> LogStore::setMeta(const std::string &name, ByteView value)
{
    OURTABLE_ASSIGN(Statement write, m_database.prepare("INSERT INTO meta (name, value) VALUES (?, ?) "
                                                        "ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
    return write.bindAll(name, value).run();
}

Result<void> LogStore::dropMeta(const std::string &name)
{
    OURTABLE_ASSIGN(Statement drop, m_database.prepare("DELETE FROM meta WHERE name = ?"));
    return drop.bind(1, name).run();
}

Result<std::int64_t> LogStore::circleNumber(const CircleId &circle)
{
    if (const auto known = m_circles.find(circle); known != m_circles.end())
        return known->second;
    OURTABLE_ASSIGN(Statement add, m_database.prepare("INSERT INTO circle (id) VALUES (?) ON CONFLICT (id) DO NOTHING"));
    OURTABLE_TRY(add.bind(1, circle).run());
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT number FROM circle WHERE id = ?"));
    OURTABLE_TRY(find.bind(1, circle).step());
    return m_circles.emplace(circle, find.integer(0)).first->second;
}

Result<std::int64_t> LogStore::replicaNumber(const ReplicaId &replica)
{
    if (const auto known = m_replicas.find(replica); known != m_replicas.end())
        return known->second;
    OURTABLE_ASSIGN(Statement add, m_database.prepare("INSERT INTO replica (id) VALUES (?) ON CONFLICT (id) DO NOTHING"));
    OURTABLE_TRY(add.bind(1, replica).run());
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT number FROM replica WHERE id = ?"));
    OURTABLE_TRY(find.bind(1, replica).step());
    return m_replicas.emplace(replica, find.integer(0)).first->second;
}

Result<void> LogStore::addLocalEndpoint(const EndpointId &endpoint)
{
    OURTABLE_ASSIGN(Statement add, m_database.prepare("INSERT INTO endpoint (id) VALUES (?) ON CONFLICT (id) DO NOTHING"));
    OURTABLE_TRY(add.bind(1, endpoint).run());
    if (std::find(m_localEndpoints.begin(), m_localEndpoints.end(), endpoint) == m_localEndpoints.end())
        m_localEndpoints.push_back(endpoint);
    return {};
}

Result<ReplicaId> LogStore::activeReplica(const EndpointId &endpoint)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT id FROM replica WHERE endpoint = ? AND own = 1 AND spent = 0 "
                                                       "ORDER BY number DESC LIMIT 1"));
    OURTABLE_ASSIGN(const bool row, find.bind(1, endpoint).step());
    if (!row)
        return ErrorCode::NotFound;
    return find.id<ReplicaId>(0).value_or(ReplicaId{});
}

Result<ReplicaId> LogStore::newestReplica(const EndpointId &endpoint)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT id FROM replica WHERE endpoint = ? AND own = 1 "
                                                       "ORDER BY number DESC LIMIT 1"));
    OURTABLE_ASSIGN(const bool row, find.bind(1, endpoint).step());
    return row ? find.id<ReplicaId>(0).value_or(ReplicaId{}) : ReplicaId{};
}

Result<void> LogStore::storeCertificate(const sync::ReplicaCertificate &certificate, bool own)
{
    cbor::Writer encoded;
    certificate.encode(encoded);
    OURTABLE_ASSIGN(const std::int64_t number, replicaNumber(certificate.replica()));
    OURTABLE_ASSIGN(Statement keep, m_database.prepare("UPDATE replica SET endpoint = ?, certificate = ?, own = max(own, ?) "
                                                       "WHERE number = ? AND (certificate IS NULL OR own < ?)"));
    return keep.bindAll(certificate.endpoint, encoded.bytes(), own, number, own).run();
}

Result<void> LogStore::addReplica(const sync::ReplicaCertificate &certificate)
{
    return inTransaction([&] { return storeCertificate(certificate, true); });
}

Result<ChainHead> LogStore::chainHead(const CircleId &circle, const ReplicaId &replica)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT c.seq, c.hash FROM change c WHERE c.circle = (SELECT number FROM circle WHERE id = ?) "
                                                       "AND c.replica = (SELECT number FROM replica WHERE id = ?) ORDER BY c.seq DESC LIMIT 1"));
    OURTABLE_ASSIGN(const bool row, find.bindAll(circle, replica).step());
    if (!row)
        return ChainHead{};
    return ChainHead{static_cast<std::uint64_t>(find.integer(0)), find.id<Hash>(1).value_or(Hash{})};
}

Result<std::uint64_t> LogStore::lastClock()
{
    const Result<Bytes> held = meta(kLastClock);
    if (!held && held.error().code != ErrorCode::NotFound)
        return held.error();
    if (!held || held->size() != 8)
        return std::uint64_t{0};
    std::uint64_t clock = 0;
    for (int i = 7; i >= 0; --i)
        clock = clock << 8 | (*held)[static_cast<std::size_t>(i)];
    return clock;
}

Result<sync::HubOffset> LogStore::hubOffset()
{
    const Result<Bytes> held = meta(kOffset);
    if (!held)
        return held.error().code == ErrorCode::NotFound ? Result<sync::HubOffset>(sync::HubOffset{}) : held.error();
    cbor::Reader in(*held);
    sync::HubOffset offset;
    if (in.array() == 2) {
        offset.offsetMilliseconds = in.integer();
        offset.learntAtMonotonic = in.integer();
    }
    offset.known = in.finished();
    return offset;
}

Result<void> LogStore::rememberOffset(const sync::HubOffset &offset)
{
    // A greeting is often all there is to say: it does not wait for the disk while what is kept is as good.
    OURTABLE_ASSIGN(const sync::HubOffset kept, hubOffset());
    if (kept.isAsGoodAs(offset))
        return {};
    cbor::Writer out;
    out.array(2);
    out.integer(offset.offsetMilliseconds);
    out.integer(offset.learntAtMonotonic);
    return setMeta(kOffset, out.bytes());
}

Result<bool> LogStore::isKnown(const RecordId &record)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT 1 FROM change WHERE record = ? LIMIT 1"));
    return find.bind(1, record).step();
}

Result<bool> LogStore::isErased(std::int64_t circle, const RecordId &record)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT 1 FROM erased WHERE circle = ? AND record = ?"));
    return find.bindAll(circle, record).step();
}

Result<LogCounts> LogStore::counts()
{
    OURTABLE_ASSIGN(Statement count, m_database.prepare("SELECT (SELECT count(*) FROM change), (SELECT count(*) FROM outbox), "
                                                        "(SELECT count(*) FROM change WHERE state IN (0, 2)), "
                                                        "(SELECT count(*) FROM change WHERE state = 3)"));
    OURTABLE_TRY(count.step());
    return LogCounts{count.integer(0), count.integer(1), count.integer(2), count.integer(3)};
}

Result<bool> LogStore::isAcknowledged(const RecordId &record)
{
    OURTABLE_ASSIGN(Statement find, m_database.prepare("SELECT count(*), sum(acknowledged) FROM change WHERE record = ?"));
    OURTABLE_TRY(find.bind(1, record).step());
    return find.integer(0) > 0 && find.integer(0) == find.integer(1);
}

} // namespace ourtable::store
