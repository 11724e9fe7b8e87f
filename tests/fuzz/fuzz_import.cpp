#include "core/usecases/interchange/csvexport.h"
#include "core/usecases/interchange/jsonexport.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {

using namespace usecases;

void once(ByteView octets)
{
    const Result<Json> document = parseJson(textOf(octets));
    if (!document)
        return mustBeOneOf(document, {ErrorCode::Malformed, ErrorCode::TooLarge});
    const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn();
    const ImportReport report = importRecords(*document, catalogue, {});
    must(report.issues.size() <= kMostIssues);
    for (const ImportIssue &issue : report.issues)
        must(issue.place.size() <= 200 && issue.error.detail.size() <= 200);
    if (report.records.empty())
        return;
    // What was read, written again, reads the same, as JSON and as spreadsheets.
    const Result<Json> written = exportRecords(report.records, catalogue, {});
    must(written.ok());
    const Result<Json> parsed = parseJson(written->dump());
    must(parsed.ok());
    const ImportReport again = importRecords(*parsed, catalogue, {});
    must(again.ok() && again.records == report.records);
    for (const InterchangeRecord &record : report.records) {
        const catalogue::Kind &kind = *catalogue.kind(record.kind);
        const Result<std::string> sheet = exportCsv({&record, 1}, kind);
        if (!sheet) {
            mustBeOneOf(sheet, {ErrorCode::TooLarge});
            continue;
        }
        const ImportReport read = importCsv(*sheet, kind, {});
        must(read.ok() && read.records.size() == 1 && read.records.front() == record);
    }
}

} // namespace ourtable::fuzz
