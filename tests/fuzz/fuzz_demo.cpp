#include <set>

#include "core/usecases/interchange/demoreader.h"
#include "core/usecases/interchange/jsonexport.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {

using namespace usecases;

void once(ByteView octets)
{
    const Result<Json> document = parseJson(textOf(octets));
    if (!document)
        return mustBeOneOf(document, {ErrorCode::Malformed, ErrorCode::TooLarge});
    const auto shift = daysToShift(*document, "2026-11-22");
    const catalogue::Catalogue &catalogue = catalogue::Catalogue::builtIn();
    const auto records = readProgramme(*document, catalogue, {}, {.shiftDays = shift.value_or(0)});
    if (!records)
        return mustBeOneOf(records, {ErrorCode::UnknownKind, ErrorCode::UnknownField, ErrorCode::UnknownCode, ErrorCode::NotFound,
                                     ErrorCode::Conflict, ErrorCode::AlreadyExists, ErrorCode::NotPermitted,
                                     ErrorCode::RequiredMissing, ErrorCode::InvalidInput, ErrorCode::TooLong});
    std::set<std::pair<catalogue::KindNumber, RecordId>> ids;
    for (const InterchangeRecord &record : *records)
        must(ids.insert({record.kind, record.id}).second && catalogue.kind(record.kind) != nullptr);
    const Result<Json> written = exportRecords(*records, catalogue, {});
    must(written.ok());
    const ImportReport again = importRecords(*written, catalogue, {});
    must(again.ok() && again.records == *records);
}

} // namespace ourtable::fuzz
