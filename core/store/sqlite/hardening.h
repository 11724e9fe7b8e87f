// What every connection gets before anybody uses it (security.md 1.5). Only this folder includes it.
#pragma once

#include "core/support/result.h"

struct sqlite3;

namespace ourtable::store {

// Settings and limits. After these, journal_mode=OFF is no longer taken: set the journal first. With an untrusted schema
// a trigger cannot write into an FTS5 table (SQLite 3.40): feed it by hand.
[[nodiscard]] Result<void> harden(sqlite3 *handle, int lengthLimit);

// Denies ATTACH, DETACH and functions and pragmas that touch files or the schema's text. Comes last:
// sqlite3_deserialize prepares an ATTACH of its own.
[[nodiscard]] Result<void> setAuthorizer(sqlite3 *handle);

} // namespace ourtable::store
