// Our own interchange format, "ourtable.export.v1": JSON that people can read, with kinds and fields by name.
//
//   {"format": "ourtable.export.v1", "programme": "<hex>", "catalogue": 1, "records": [
//     {"kind": "contribution", "id": "<hex>", "source_id": "c-001", "state": "checked", "when": 1765411200000,
//      "fields": {"text": "…", "theme": ["money"], "gathering": "<hex>", "echoes": 6}}]}
//
// Sets are arrays, maps and list elements objects, ids hexadecimal, times milliseconds, money pence. `source_id`,
// `state` and `when` are left out where there is none. Pure functions.
#pragma once

#include <span>

#include "core/support/json.h"
#include "core/usecases/interchange/importreport.h"

namespace ourtable::usecases {

inline constexpr std::string_view kExportFormat = "ourtable.export.v1";

// Errors: UnknownKind and UnknownField when the catalogue is not the one that the records were made with, so that
// nothing is left out without a word; detail is the number.
[[nodiscard]] Result<Json> exportRecords(std::span<const InterchangeRecord> records,
                                         const catalogue::Catalogue &catalogue, const ProgrammeId &programme);

// Reads what exportRecords wrote, and files that others wrote in this format; parse them with parseJson, which refuses
// duplicate keys. An export read again gives equal records. A record without `id` gets the id of an import from its
// `source_id`. The ids of another programme's export are kept, so that its references hold.
// References are checked for shape only: the file may hold less than the programme.
// Issues: Unsupported (format), NewerVersion (catalogue), UnknownKind, UnknownField, UnknownCode, InvalidInput,
// TooLong, RequiredMissing (neither id nor source_id), AlreadyExists (an id twice).
[[nodiscard]] ImportReport importRecords(const Json &document, const catalogue::Catalogue &catalogue,
                                         const ProgrammeId &programme);

} // namespace ourtable::usecases
