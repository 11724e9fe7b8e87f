#include "core/usecases/interchange/csvexport.h"

#include <algorithm>

#include "core/usecases/interchange/csvcells.h"
#include "core/usecases/interchange/csvcolumns.h"

namespace ourtable::usecases {

using catalogue::Field;
using catalogue::Kind;
using Holds = CsvColumn::Holds;

std::size_t CsvColumn::limit() const { return field != nullptr ? cellLimitOf(*field) : CsvLimits().cellOctets; }

std::vector<CsvColumn> csvColumnsOf(const Kind &kind)
{
    std::vector<CsvColumn> columns{{Holds::Id, "id"}};
    if (keepsSourceId(kind))
        columns.push_back({Holds::SourceId, "source_id"});
    if (!kind.states.empty())
        columns.push_back({Holds::State, "state"});
    columns.push_back({Holds::When, "when"});
    for (const Field &field : kind.fields) {
        if (field.name != "source_id")
            columns.push_back({Holds::Field, field.name, &field});
    }
    return columns;
}

CsvLimits csvLimitsOf(const std::vector<CsvColumn> &columns)
{
    CsvLimits limits;
    for (const CsvColumn &column : columns)
        limits.cellOctets = std::max(limits.cellOctets, column.limit());
    return limits;
}

namespace {

std::string cellOf(const InterchangeRecord &record, const CsvColumn &column)
{
    std::vector<Value> values;
    switch (column.holds) {
    case Holds::Id: return record.id.hex();
    case Holds::SourceId: return record.sourceId;
    case Holds::State: return record.state;
    case Holds::When: return record.when != 0 ? cellOfMilliseconds(record.when) : std::string();
    case Holds::Field: break;
    }
    for (const FieldValue &held : record.fields) {
        if (held.field == column.field->number)
            values.push_back(held.value);
    }
    return usecases::cellOf(*column.field, values);
}

Result<std::vector<std::string>> rowOf(const InterchangeRecord &record, const Kind &kind,
                                       const std::vector<CsvColumn> &columns)
{
    for (const FieldValue &held : record.fields) {
        if (kind.field(held.field) == nullptr)
            return Error{ErrorCode::UnknownField, kind.name + "." + std::to_string(held.field)};
    }
    std::vector<std::string> cells;
    for (const CsvColumn &column : columns) {
        cells.push_back(cellOf(record, column));
        // One octet is kept free for the apostrophe of the formula guard.
        if (cells.back().size() >= column.limit())
            return Error{ErrorCode::TooLarge, kind.name + "." + std::string(column.name)};
    }
    return cells;
}

} // namespace

std::string csvFileName(const Kind &kind) { return kind.name + ".csv"; }

Result<std::string> exportCsv(std::span<const InterchangeRecord> records, const Kind &kind)
{
    const std::vector<CsvColumn> columns = csvColumnsOf(kind);
    const CsvLimits limits = csvLimitsOf(columns);
    if (columns.size() > limits.columns)
        return Error{ErrorCode::TooLarge, "columns"};
    std::vector<std::string> names;
    for (const CsvColumn &column : columns)
        names.emplace_back(column.name);
    std::string text = "\xef\xbb\xbf";
    appendCsvRow(text, names);
    std::size_t rows = 0;
    for (const InterchangeRecord &record : records) {
        if (record.kind != kind.number)
            continue;
        OURTABLE_ASSIGN(const std::vector<std::string> cells, rowOf(record, kind, columns));
        appendCsvRow(text, cells);
        if (++rows > limits.rows || text.size() > limits.octets)
            return Error{ErrorCode::TooLarge, rows > limits.rows ? "rows" : "file"};
    }
    return text;
}

} // namespace ourtable::usecases
