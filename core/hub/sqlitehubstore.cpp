#include "core/hub/sqlitehubstore.h"

#include <unistd.h>

#include "core/hub/sqlitehubschema.h"
#include "core/hub/sqlitequeries.h"
#include "core/support/files.h"

namespace ourtable::hub {
namespace {

constexpr std::size_t kEpochFileOctets = 64;

// The pages that many groups write again and again reach the database once a checkpoint, not once a group.
constexpr store::SqlText kCheckpointRarely("PRAGMA wal_autocheckpoint=4000");
constexpr int kReadingCacheKibibytes = 4 << 10;
constexpr int kWritingCacheKibibytes = 32 << 10; // the inner pages and the ends of every index of half a million changes

store::OpenOptions optionsFor(bool create, int cacheKibibytes)
{
    store::OpenOptions options;
    options.create = create;
    options.applicationId = kHubApplicationId;
    options.newestVersion = kHubSchemaVersion;
    options.lengthLimit = 2 << 20;
    options.cacheKibibytes = cacheKibibytes;
    return options;
}

bool exists(const std::string &path) { return ::access(path.c_str(), F_OK) == 0; }

Result<void> writeEpochFile(const std::string &path, const HubEpoch &epoch)
{
    return files::writeWhole(path, viewOf(epoch.hex() + "\n"));
}

// HubChanged when the file is missing or holds something else than an epoch.
Result<HubEpoch> readEpochFile(const std::string &path)
{
    const Result<Bytes> held = files::readWhole(path, kEpochFileOctets);
    std::string_view text = held ? textOf(*held) : std::string_view();
    while (text.ends_with('\n'))
        text.remove_suffix(1);
    const auto epoch = HubEpoch::fromHexText(text);
    return epoch ? Result<HubEpoch>(*epoch) : Error{ErrorCode::HubChanged, "epoch file"};
}

} // namespace

Result<void> SqliteHubStore::create(const std::string &path, const std::string &epochPath, Random &random)
{
    if (exists(path) || exists(epochPath))
        return Error{ErrorCode::AlreadyExists, "hub database"};
    const HubEpoch epoch = random.make<HubEpoch>();
    OURTABLE_TRY(writeEpochFile(epochPath, epoch));
    OURTABLE_ASSIGN(store::Database database, store::Database::open(path, optionsFor(true, kReadingCacheKibibytes)));
    OURTABLE_ASSIGN(store::Transaction transaction, store::Transaction::begin(database));
    OURTABLE_TRY(database.execute(kHubSchema));
    {
        OURTABLE_ASSIGN(store::Statement insert, database.prepare("INSERT INTO hub_meta (k, v) VALUES ('hub_epoch', ?1)"));
        OURTABLE_TRY(insert.bindAll(epoch).run());
    }
    OURTABLE_TRY(database.setUserVersion(kHubSchemaVersion));
    return transaction.commit();
}

Result<void> SqliteHubStore::renewEpoch(const std::string &path, const std::string &epochPath, Random &random)
{
    OURTABLE_ASSIGN(const std::unique_ptr<SqliteHubStore> store, openAnother(path));
    const HubEpoch epoch = random.make<HubEpoch>();
    OURTABLE_TRY(store->begin());
    OURTABLE_TRY(store->run("UPDATE hub_meta SET v = ?1 WHERE k = 'hub_epoch'", epoch));
    OURTABLE_TRY(store->commit());
    return writeEpochFile(epochPath, epoch);
}

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::open(const std::string &path, const std::string &epochPath,
                                                             std::int64_t pages)
{
    OURTABLE_ASSIGN(std::unique_ptr<SqliteHubStore> store, openWith(path, kWritingCacheKibibytes));
    OURTABLE_TRY(store->m_database.execute(kCheckpointRarely));
    OURTABLE_TRY(store->m_database.integrityCheck());
    OURTABLE_ASSIGN(const HubEpoch beside, readEpochFile(epochPath));
    if (beside != store->m_epoch)
        return Error{ErrorCode::HubChanged, "hub epoch"};
    if (pages > 0)
        OURTABLE_TRY(store->pageLimit(pages));
    store->rememberChains();
    return store;
}

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::openAnother(const std::string &path)
{
    return openWith(path, kReadingCacheKibibytes);
}

Result<std::unique_ptr<SqliteHubStore>> SqliteHubStore::openWith(const std::string &path, int cacheKibibytes)
{
    OURTABLE_ASSIGN(store::Database database, store::Database::open(path, optionsFor(false, cacheKibibytes)));
    std::unique_ptr<SqliteHubStore> store(new SqliteHubStore(std::move(database)));
    OURTABLE_TRY(store->checkSchema());
    OURTABLE_TRY(store->readEpoch());
    OURTABLE_TRY(store->refresh());
    return store;
}

Result<void> SqliteHubStore::checkSchema()
{
    OURTABLE_ASSIGN(const std::int64_t version, m_database.userVersion());
    return version == kHubSchemaVersion ? Result<void>() : Error{ErrorCode::Corrupt, "schema version"};
}

Result<void> SqliteHubStore::readEpoch()
{
    OURTABLE_ASSIGN(store::Statement epoch, query("SELECT v FROM hub_meta WHERE k = 'hub_epoch'"));
    OURTABLE_ASSIGN(const bool row, epoch.step());
    const std::optional<HubEpoch> found = row ? epoch.id<HubEpoch>(0) : std::nullopt;
    if (!found)
        return Error{ErrorCode::Corrupt, "hub epoch"};
    m_epoch = *found;
    return {};
}

Result<void> SqliteHubStore::refresh()
{
    OURTABLE_ASSIGN(store::Statement programme, query("SELECT programme_id FROM programme LIMIT 1"));
    OURTABLE_ASSIGN(const bool row, programme.step());
    m_programme = row ? idIn<ProgrammeId>(programme, 0) : ProgrammeId{};
    return {};
}

Result<void> SqliteHubStore::begin()
{
    OURTABLE_ASSIGN(store::Transaction transaction, store::Transaction::begin(m_database));
    m_transaction.emplace(std::move(transaction));
    return {};
}

Result<void> SqliteHubStore::commit()
{
    const Result<void> committed = m_transaction->commit();
    m_transaction.reset();
    if (!committed)
        forget();
    return committed;
}

void SqliteHubStore::rollback()
{
    m_transaction.reset();
    forget();
}

// What a transaction said that is not kept: a founding, chains.
void SqliteHubStore::forget()
{
    m_memory = ChainMemory(m_memory.kept());
    (void)refresh();
}

Result<void> SqliteHubStore::founded(const ProgrammeId &programme, std::int64_t at)
{
    OURTABLE_TRY(run("INSERT INTO programme (programme_id, founded_at) VALUES (?1, ?2)", programme, at));
    m_programme = programme;
    return {};
}

Result<HubStore::Totals> SqliteHubStore::totals()
{
    OURTABLE_ASSIGN(store::Statement sums, query("SELECT COALESCE(SUM(head_seq), 0), COUNT(*), COALESCE(SUM(bytes), 0)"
                                                 " FROM circle WHERE programme_id = ?1", m_programme));
    OURTABLE_ASSIGN(const bool row, sums.step());
    if (!row)
        return Error{ErrorCode::Internal, "no sums"};
    return Totals{static_cast<std::uint64_t>(sums.integer(0)), static_cast<std::uint64_t>(sums.integer(1)),
                  static_cast<std::uint64_t>(sums.integer(2))};
}

} // namespace ourtable::hub
