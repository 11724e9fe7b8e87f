// One kind as a spreadsheet: a header and a row a record. Pure functions; nothing here opens a file.
//
// Columns: `id`, `source_id` (where the kind keeps it), `state` (where the kind has states), `when`, then every field
// of the kind by name.
#pragma once

#include <span>

#include "core/usecases/interchange/importreport.h"

namespace ourtable::usecases {

// "contribution.csv": made of the catalogue's name alone, never of anything that a record says.
[[nodiscard]] std::string csvFileName(const catalogue::Kind &kind);

// The records of that kind; those of other kinds are passed over. Begins with a byte order mark, so that spreadsheets
// read it as UTF-8. importCsv of it gives equal records.
// Errors: UnknownField; TooLarge when there is more than importCsv reads (rows, columns, a cell, the whole).
[[nodiscard]] Result<std::string> exportCsv(std::span<const InterchangeRecord> records, const catalogue::Kind &kind);

// Reads a spreadsheet of one kind, within the limits of csv.h and cells as long as their fields allow. The header names
// some of the columns above in any order, `id` or `source_id` among them; a row without id gets the id of an import.
// Issues of the file: those of CsvReader::open at "file"; of the header at "row 1": UnknownField, AlreadyExists,
// RequiredMissing, and what a row can have; of a row at "row n" or "row n.field": TooLarge, TooLong, Malformed,
// InvalidInput (cells missing or too many, a value), UnknownCode, RequiredMissing (no id), AlreadyExists (an id twice).
[[nodiscard]] ImportReport importCsv(std::string_view text, const catalogue::Kind &kind, const ProgrammeId &programme);

} // namespace ourtable::usecases
