// The tables of store.db. Rows hold opaque octets, sizes and numbers only.
#pragma once

#include "core/store/sqlite/database.h"

namespace ourtable::store {

inline constexpr std::int32_t kLogApplicationId = 0x4f54424c; // "OTBL"
inline constexpr std::int32_t kLogVersion = 1;

// Makes the tables in a new file. A file of this version is left as it is.
[[nodiscard]] Result<void> prepareLog(Database &database);

} // namespace ourtable::store
