#include "core/store/logschema.h"

namespace ourtable::store {
namespace {

Result<void> makeTables(Database &database)
{
    return database.execute(R"sql(
        CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
        CREATE TABLE endpoint (id BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;
        CREATE TABLE circle (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, cursor INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE TABLE replica (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, endpoint BLOB, certificate BLOB,
                              own INTEGER NOT NULL DEFAULT 0, spent INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE TABLE change (row INTEGER PRIMARY KEY, circle INTEGER NOT NULL, replica INTEGER NOT NULL,
                             seq INTEGER NOT NULL, hash BLOB NOT NULL UNIQUE, previous BLOB NOT NULL,
                             suite INTEGER NOT NULL, kind INTEGER NOT NULL, record BLOB NOT NULL, epoch INTEGER NOT NULL,
                             head BLOB NOT NULL, nonce BLOB NOT NULL, sealed_key BLOB NOT NULL, ciphertext BLOB,
                             ciphertext_hash BLOB, state INTEGER NOT NULL, reason INTEGER NOT NULL DEFAULT 0,
                             ready INTEGER, acknowledged INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX change_chain ON change (circle, replica, seq);
        CREATE INDEX change_record ON change (record);
        CREATE UNIQUE INDEX change_ready ON change (ready) WHERE ready IS NOT NULL;
        CREATE INDEX change_waiting ON change (state) WHERE state <> 1;
        CREATE TABLE outbox (row INTEGER PRIMARY KEY, urgency INTEGER NOT NULL) STRICT;
        CREATE INDEX outbox_order ON outbox (urgency, row);
        CREATE TABLE seal (circle INTEGER NOT NULL, replica INTEGER NOT NULL, seq INTEGER NOT NULL, hash BLOB NOT NULL,
                           seal BLOB NOT NULL, verified INTEGER NOT NULL, covered INTEGER NOT NULL,
                           PRIMARY KEY (circle, replica, hash)) STRICT, WITHOUT ROWID;
        CREATE TABLE directory (seq INTEGER PRIMARY KEY, entry BLOB NOT NULL) STRICT;
        CREATE TABLE package (circle BLOB, epoch INTEGER, endpoint BLOB, sealed BLOB NOT NULL,
                              PRIMARY KEY (circle, epoch, endpoint)) STRICT, WITHOUT ROWID;
        CREATE TABLE bag (circle BLOB, epoch INTEGER, bag BLOB NOT NULL, PRIMARY KEY (circle, epoch)) STRICT, WITHOUT ROWID;
        CREATE TABLE erased (circle INTEGER, record BLOB, PRIMARY KEY (circle, record)) STRICT, WITHOUT ROWID;
        CREATE TABLE draft (form TEXT, owner BLOB, sealed BLOB NOT NULL, at INTEGER NOT NULL,
                            PRIMARY KEY (form, owner)) STRICT, WITHOUT ROWID;
        CREATE TABLE edit_copy (record BLOB, owner BLOB, gathering BLOB NOT NULL, sealed BLOB NOT NULL, until INTEGER NOT NULL,
                                PRIMARY KEY (record, owner)) STRICT, WITHOUT ROWID;
        CREATE TABLE receipt (record BLOB PRIMARY KEY, kind INTEGER NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    )sql");
}

} // namespace

Result<void> prepareLog(Database &database)
{
    OURTABLE_ASSIGN(const std::int64_t version, database.userVersion());
    if (version == kLogVersion)
        return {};
    OURTABLE_ASSIGN(Transaction transaction, Transaction::begin(database));
    OURTABLE_TRY(makeTables(database));
    OURTABLE_TRY(database.setUserVersion(kLogVersion));
    return transaction.commit();
}

} // namespace ourtable::store
