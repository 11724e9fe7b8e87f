#include "core/store/sqlite/hardening.h"

#include <array>
#include <sqlite3.h>
#include <string_view>

#include "core/store/sqlite/connection.h"

namespace ourtable::store {
namespace {

struct Switch {
    int option;
    int value;
};
constexpr std::array kSwitches = {
    Switch{SQLITE_DBCONFIG_DEFENSIVE, 1},
    Switch{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    Switch{SQLITE_DBCONFIG_DQS_DML, 0},
    Switch{SQLITE_DBCONFIG_DQS_DDL, 0},
    Switch{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    Switch{SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0},
    Switch{SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0},
    Switch{SQLITE_DBCONFIG_ENABLE_FKEY, 1},
};
constexpr std::array kLimits = {
    Switch{SQLITE_LIMIT_ATTACHED, 0},
    Switch{SQLITE_LIMIT_SQL_LENGTH, 100'000},
    Switch{SQLITE_LIMIT_EXPR_DEPTH, 100},
    Switch{SQLITE_LIMIT_COMPOUND_SELECT, 10},
    Switch{SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200},
    Switch{SQLITE_LIMIT_VARIABLE_NUMBER, 999},
    Switch{SQLITE_LIMIT_WORKER_THREADS, 0},
};
constexpr std::array<std::string_view, 5> kDeniedFunctions = {"load_extension", "fts3_tokenizer", "readfile",
                                                              "writefile", "edit"};
constexpr std::array<std::string_view, 5> kDeniedPragmas = {"writable_schema", "trusted_schema", "temp_store_directory",
                                                            "data_store_directory", "key"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N> &names, const char *name)
{
    for (const std::string_view each : names)
        if (name && sqlite3_stricmp(each.data(), name) == 0)
            return true;
    return false;
}

int authorize(void *, int action, const char *first, const char *second, const char *, const char *)
{
    switch (action) {
    case SQLITE_ATTACH:
    case SQLITE_DETACH: return SQLITE_DENY;
    case SQLITE_FUNCTION: return contains(kDeniedFunctions, second) ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_PRAGMA: return contains(kDeniedPragmas, first) ? SQLITE_DENY : SQLITE_OK;
    default: return SQLITE_OK;
    }
}

} // namespace

Result<void> harden(sqlite3 *handle, int lengthLimit)
{
    for (const Switch &each : kSwitches) {
        int now = -1;
        const int code = sqlite3_db_config(handle, each.option, each.value, &now);
        if (code != SQLITE_OK)
            return errorOfSqlite(code);
        if (now != each.value)
            return Error{ErrorCode::Unsupported, "sqlite switch " + std::to_string(each.option)};
    }
    for (const Switch &each : kLimits)
        sqlite3_limit(handle, each.option, each.value);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, lengthLimit);
    return {};
}

Result<void> setAuthorizer(sqlite3 *handle)
{
    const int code = sqlite3_set_authorizer(handle, authorize, nullptr);
    if (code != SQLITE_OK)
        return errorOfSqlite(code);
    return {};
}

} // namespace ourtable::store
