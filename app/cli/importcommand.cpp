#include <filesystem>

#include "app/cli/commands.h"
#include "app/cli/errorwords.h"
#include "app/cli/process.h"
#include "app/cli/texts.h"
#include "core/support/civiltime.h"
#include "core/support/files.h"
#include "core/usecases/interchange/csvexport.h"
#include "core/usecases/interchange/demoreader.h"
#include "core/usecases/interchange/jsonexport.h"
#include "core/usecases/transferring.h"

namespace ourtable::cli {
namespace {

constexpr std::size_t kMostShown = 10;

// One thing that is wrong with the file, as a report: a whole programme stops at the first.
usecases::ImportReport reportOf(Result<std::vector<usecases::InterchangeRecord>> read)
{
    usecases::ImportReport report;
    if (read)
        report.records = std::move(*read);
    else
        report.note(read.error().detail.empty() ? "file" : read.error().detail, read.error());
    return report;
}

Result<std::int64_t> shiftOf(const CommandLine &line, const Json &document, std::int64_t now)
{
    const std::string given = line.value("shift-days").value_or("0");
    const std::optional<std::int64_t> days =
        given == "today" ? usecases::daysToShift(document, dateOfMilliseconds(now)) : numberOf(given);
    if (!days)
        return Error{ErrorCode::InvalidInput, "--shift-days"};
    return *days;
}

Result<usecases::ImportReport> readJson(const CommandLine &line, std::string_view text, usecases::Workspace &workspace)
{
    const Result<Json> document = parseJson(text);
    if (!document)
        return reportOf(document.error());
    const ProgrammeId programme = workspace.directory().root().programme;
    if (document->is_object() && document->contains("format"))
        return usecases::importRecords(*document, workspace.catalogue(), programme);
    OURTABLE_ASSIGN(const std::int64_t days, shiftOf(line, *document, workspace.now()));
    return reportOf(usecases::readProgramme(*document, workspace.catalogue(), programme, {days}));
}

Result<usecases::ImportReport> readFile(const CommandLine &line, usecases::Workspace &workspace)
{
    const std::filesystem::path path = line.words().front();
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return Error{ErrorCode::NotFound, "file"};
    OURTABLE_ASSIGN(const Bytes octets, files::readWhole(path.string()));
    if (path.extension() != ".csv")
        return readJson(line, textOf(octets), workspace);
    const std::string name = line.value("kind").value_or(path.stem().string());
    const catalogue::Kind *kind = workspace.catalogue().kind(name);
    if (!kind)
        return Error{ErrorCode::UnknownKind, "--kind"};
    return usecases::importCsv(textOf(octets), *kind, workspace.directory().root().programme);
}

Answer complain(const usecases::ImportReport &report, const catalogue::Catalogue &catalogue)
{
    Json issues = Json::array();
    std::string words = "That file can't be brought in yet. Nothing was changed.";
    for (const usecases::ImportIssue &issue : report.issues) {
        const std::string said = wordsFor(issue.error, catalogue);
        issues.push_back({{"place", issue.place}, {"error", nameOf(issue.error.code)}, {"detail", issue.error.detail}, {"words", said}});
        if (issues.size() <= kMostShown)
            words += "\n  " + shown(issue.place) + ": " + said;
    }
    if (issues.size() > kMostShown || report.more)
        words += "\n  and more.";
    Answer answer(Error{ErrorCode::Malformed, report.issues.front().place}, words, Exit::BadFile);
    answer.json["issues"] = std::move(issues);
    return answer;
}

} // namespace

Answer runImport(const CommandLine &line, Device &device)
{
    OURTABLE_ASSIGN(usecases::Workspace * workspace, device.workspace());
    const Result<usecases::ImportReport> report = readFile(line, *workspace);
    if (!report && report.error().code == ErrorCode::NotFound)
        return Answer(Error{ErrorCode::NotFound, "file"}, wordsFor({ErrorCode::NotFound, "file"}, workspace->catalogue()), Exit::BadFile);
    if (!report)
        return report.error();
    if (!report->ok())
        return complain(*report, workspace->catalogue());
    if (report->records.empty())
        return Answer(Error{ErrorCode::Malformed, "file"}, "There are no records in that file. Nothing was changed.", Exit::BadFile);
    Json json;
    json["records"] = report->records.size();
    if (line.has("dry-run"))
        return {json, "The file is fine: " + counted(report->records.size(), "record", "records") + ". Nothing was written."};
    const auto progress = [&device](std::size_t done, std::size_t all) {
        device.console().progress("Bringing in", done, all);
        return !stopWanted();
    };
    OURTABLE_ASSIGN(const usecases::TransferReport done, usecases::importRecords(*workspace, report->records, progress));
    json["written"] = done.written;
    json["unchanged"] = done.unchanged;
    json["sealed"] = done.sealed;
    std::string words = counted(done.written, "record", "records") + " brought in, " + counted(done.unchanged, "record was", "records were") + " here already.";
    words = capital(std::move(words));
    if (done.sealed > 0)
        words += " " + capital(counted(done.sealed, "record is", "records are")) + " sealed for others: only they can open them.";
    return {json, words};
}

} // namespace ourtable::cli
