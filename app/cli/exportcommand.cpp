#include <algorithm>

#include "app/cli/commands.h"
#include "app/cli/texts.h"
#include "core/support/files.h"
#include "core/usecases/interchange/csvexport.h"
#include "core/usecases/interchange/jsonexport.h"
#include "core/usecases/transferring.h"

namespace ourtable::cli {
namespace {

using Records = std::vector<usecases::InterchangeRecord>;

Result<std::size_t> writeJson(const std::string &path, const Records &records, usecases::Workspace &workspace)
{
    OURTABLE_ASSIGN(const Json document,
                    usecases::exportRecords(records, workspace.catalogue(), workspace.directory().root().programme));
    OURTABLE_TRY(files::writeWhole(path, viewOf(document.dump(1) + "\n")));
    return std::size_t(1);
}

// A file for each kind that has records.
Result<std::size_t> writeCsv(const std::string &folder, const Records &records, usecases::Workspace &workspace)
{
    OURTABLE_TRY(files::makeFolder(folder));
    std::size_t written = 0;
    for (const catalogue::Kind &kind : workspace.catalogue().kinds()) {
        const auto ofKind = [&kind](const usecases::InterchangeRecord &record) { return record.kind == kind.number; };
        if (std::none_of(records.begin(), records.end(), ofKind))
            continue;
        OURTABLE_ASSIGN(const std::string text, usecases::exportCsv(records, kind));
        OURTABLE_TRY(files::writeWhole(folder + "/" + usecases::csvFileName(kind), viewOf(text)));
        ++written;
    }
    return written;
}

} // namespace

Answer runExport(const CommandLine &line, Device &device)
{
    const std::string format = line.value("format").value_or("json");
    const std::optional<std::string> out = line.value("out");
    if (!out || (format != "json" && format != "csv"))
        return misused("Say where to with --out, and json or csv with --format.");
    if (isThere(*out))
        return misused("There is something of that name already. Give another one with --out.");
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    OURTABLE_ASSIGN(const Records records, usecases::exportRecords(*workspace));
    OURTABLE_ASSIGN(const std::size_t written,
                    format == "json" ? writeJson(*out, records, *workspace) : writeCsv(*out, records, *workspace));
    Json json;
    json["records"] = records.size();
    json["files"] = written;
    return {json, capital(counted(records.size(), "record", "records") + " taken out into " + counted(written, "file", "files"))
                + ". Everybody who has them can read them, so keep them safe."};
}

} // namespace ourtable::cli
