// The tables of a SQLite hub (sync.md 8, as core/hub/README.md says where and why they differ).
#pragma once

#include <cstdint>

#include "core/store/sqlite/sqltext.h"

namespace ourtable::hub {

inline constexpr std::int32_t kHubApplicationId = 0x4f547548; // "OTuH"
inline constexpr std::int32_t kHubSchemaVersion = 2; // 1: changes named circle and replica by their ids

// Every table but hub_meta, ticket and op is led by programme_id. Times are milliseconds since 1970. A change names its
// circle and its replica by a small number of this database, because it and its two indexes would repeat 48 octets of ids
// otherwise; its place is kPlaceBits of its number in the circle under the circle's number, so that hub order is the order
// on the disk.
inline constexpr int kPlaceBits = 40;
inline constexpr store::SqlText kHubSchema(R"sql(
CREATE TABLE hub_meta (k TEXT PRIMARY KEY, v BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE ticket (slot INTEGER PRIMARY KEY CHECK (slot = 0), ticket_id BLOB NOT NULL, token_hash BLOB NOT NULL,
  expires_at INTEGER NOT NULL, wrong_tokens INTEGER NOT NULL, used INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE programme (programme_id BLOB PRIMARY KEY, founded_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE directory (programme_id BLOB NOT NULL, idx INTEGER NOT NULL, entry BLOB NOT NULL, hash BLOB NOT NULL,
  PRIMARY KEY (programme_id, idx)) STRICT, WITHOUT ROWID;
CREATE TABLE sealed_key (programme_id BLOB NOT NULL, endpoint_id BLOB NOT NULL, circle_id BLOB NOT NULL,
  epoch INTEGER NOT NULL, sealed BLOB NOT NULL,
  PRIMARY KEY (programme_id, endpoint_id, circle_id, epoch)) STRICT, WITHOUT ROWID;
CREATE TABLE key_bag (programme_id BLOB NOT NULL, circle_id BLOB NOT NULL, epoch INTEGER NOT NULL, bag BLOB NOT NULL,
  PRIMARY KEY (programme_id, circle_id, epoch)) STRICT, WITHOUT ROWID;
CREATE TABLE circle (programme_id BLOB NOT NULL, circle_id BLOB NOT NULL, circle_no INTEGER PRIMARY KEY,
  head_seq INTEGER NOT NULL, bytes INTEGER NOT NULL, UNIQUE (programme_id, circle_id)) STRICT;
CREATE TABLE replica (programme_id BLOB NOT NULL, replica_id BLOB NOT NULL, replica_no INTEGER PRIMARY KEY,
  endpoint_id BLOB NOT NULL, cert BLOB NOT NULL, UNIQUE (programme_id, replica_id)) STRICT;
CREATE INDEX replica_endpoint ON replica (programme_id, endpoint_id);
CREATE TABLE head (programme_id BLOB NOT NULL, replica_id BLOB NOT NULL, circle_id BLOB NOT NULL,
  branch INTEGER NOT NULL, seq INTEGER NOT NULL, h BLOB NOT NULL,
  PRIMARY KEY (programme_id, replica_id, circle_id, branch)) STRICT, WITHOUT ROWID;
CREATE INDEX head_circle ON head (programme_id, circle_id);
CREATE TABLE op (place INTEGER PRIMARY KEY, circle_no INTEGER NOT NULL, replica_no INTEGER NOT NULL,
  seq INTEGER NOT NULL, h BLOB NOT NULL, prev BLOB NOT NULL, record_id BLOB NOT NULL, kind INTEGER NOT NULL,
  suite INTEGER NOT NULL, epoch INTEGER NOT NULL, mhead BLOB NOT NULL, nonce BLOB NOT NULL, sealed_key BLOB NOT NULL,
  ct_hash BLOB NOT NULL, at INTEGER NOT NULL, ct BLOB,
  UNIQUE (circle_no, replica_no, seq, h), CHECK (place >> 40 = circle_no)) STRICT;
CREATE INDEX op_record ON op (circle_no, record_id);
CREATE TABLE seal (programme_id BLOB NOT NULL, circle_id BLOB NOT NULL, replica_id BLOB NOT NULL,
  branch INTEGER NOT NULL, seq INTEGER NOT NULL, h BLOB NOT NULL, mhead BLOB NOT NULL, sig BLOB NOT NULL,
  PRIMARY KEY (programme_id, circle_id, replica_id, branch)) STRICT, WITHOUT ROWID;
CREATE TABLE erasure (programme_id BLOB NOT NULL, circle_id BLOB NOT NULL, n INTEGER NOT NULL, record_id BLOB NOT NULL,
  op BLOB NOT NULL, endpoint_id BLOB NOT NULL, device_id BLOB NOT NULL, offered INTEGER NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (programme_id, circle_id, n)) STRICT, WITHOUT ROWID;
CREATE TABLE erased (programme_id BLOB NOT NULL, circle_id BLOB NOT NULL, record_id BLOB NOT NULL,
  PRIMARY KEY (programme_id, circle_id, record_id)) STRICT, WITHOUT ROWID;
CREATE TABLE invite (programme_id BLOB NOT NULL, invite_id BLOB NOT NULL, token_hash BLOB NOT NULL,
  expires_at INTEGER NOT NULL, wrong_tokens INTEGER NOT NULL, used INTEGER NOT NULL, root_key BLOB NOT NULL,
  voucher BLOB NOT NULL, PRIMARY KEY (programme_id, invite_id)) STRICT, WITHOUT ROWID;
CREATE TABLE enrolment (programme_id BLOB NOT NULL, invite_id BLOB NOT NULL, request BLOB NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (programme_id, invite_id)) STRICT, WITHOUT ROWID;
)sql");

} // namespace ourtable::hub
