#include "app/cli/commands.h"
#include "app/cli/errorwords.h"

namespace ourtable::cli {

Answer runWords(const CommandLine &, Device &)
{
    Json rows = Json::array();
    for (const std::span<const ErrorWords> table : {words::guardWordsTable(), errorWordsTable()})
        for (const ErrorWords &row : table) {
            Json one;
            one["code"] = nameOf(row.code);
            one["detail"] = row.detail;
            one["words"] = row.words;
            one["exit"] = static_cast<int>(exitOf(row.code));
            rows.push_back(std::move(one));
        }
    Json json;
    json["messages"] = rows;
    return {json, rows.dump(1)};
}

} // namespace ourtable::cli
