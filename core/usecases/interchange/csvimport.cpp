#include <algorithm>
#include <set>

#include "core/usecases/interchange/csvcells.h"
#include "core/usecases/interchange/csvcolumns.h"
#include "core/usecases/interchange/csvexport.h"
#include "core/usecases/interchange/formulaguard.h"
#include "core/usecases/interchange/recordbuilder.h"

namespace ourtable::usecases {
namespace {

using catalogue::Kind;
using Holds = CsvColumn::Holds;

class CsvImport {
public:
    CsvImport(const Kind &kind, const ProgrammeId &programme) : m_kind(kind), m_programme(programme) {}
    ImportReport read(std::string_view text);

private:
    bool readHeader(const std::optional<CsvRow> &row, const std::vector<CsvColumn> &allowed);
    void readRow(const CsvRow &row);
    bool readCells(const CsvRow &row);
    std::optional<RecordId> readId();
    void readValues(RecordBuilder &builder);
    Result<void> readCell(const CsvColumn &column, std::string_view cell, RecordBuilder &builder) const;
    // The cell of a column that a header may have once; empty when it has it not.
    std::string_view cell(Holds holds) const;
    bool wrong(std::string_view column, ErrorCode code)
    {
        const std::string dot = column.empty() ? "" : ".";
        return m_report.note(m_place + dot + std::string(column), {code, m_kind.name + dot + std::string(column)});
    }

    const Kind &m_kind;
    const ProgrammeId &m_programme;
    ImportReport m_report;
    std::vector<CsvColumn> m_columns;
    std::vector<std::string_view> m_cells; // of the row at hand, without guards
    std::string m_place;
    std::set<RecordId> m_ids;
};

ImportReport CsvImport::read(std::string_view text)
{
    const std::vector<CsvColumn> allowed = csvColumnsOf(m_kind);
    auto reader = CsvReader::open(text, csvLimitsOf(allowed));
    if (!reader) {
        m_report.note("file", reader.error());
        return std::move(m_report);
    }
    if (!readHeader(reader->next(), allowed))
        return std::move(m_report);
    while (const std::optional<CsvRow> row = reader->next()) {
        readRow(*row);
        if (m_report.more)
            break;
    }
    return std::move(m_report);
}

bool CsvImport::readHeader(const std::optional<CsvRow> &row, const std::vector<CsvColumn> &allowed)
{
    m_place = "row 1";
    if (!row || row->fault)
        return wrong("", row ? row->fault->code : ErrorCode::RequiredMissing), false;
    for (const std::string &name : row->cells) {
        const auto column = std::ranges::find(allowed, std::string_view(name), &CsvColumn::name);
        if (column == allowed.end())
            wrong(shownName(name), ErrorCode::UnknownField);
        else if (std::ranges::find(m_columns, column->name, &CsvColumn::name) != m_columns.end())
            wrong(column->name, ErrorCode::AlreadyExists);
        else
            m_columns.push_back(*column);
    }
    const auto has = [this](Holds holds) {
        return std::ranges::find(m_columns, holds, &CsvColumn::holds) != m_columns.end();
    };
    if (m_report.ok() && !has(Holds::Id) && !has(Holds::SourceId))
        wrong("id", ErrorCode::RequiredMissing);
    return m_report.ok();
}

void CsvImport::readRow(const CsvRow &row)
{
    m_place = "row " + std::to_string(row.number);
    const std::size_t before = m_report.issues.size();
    if (!readCells(row))
        return;
    const std::optional<RecordId> id = readId();
    RecordBuilder builder(m_kind, id.value_or(RecordId{}), cell(Holds::SourceId));
    readValues(builder);
    if (m_report.issues.size() == before)
        m_report.records.push_back(builder.take());
}

bool CsvImport::readCells(const CsvRow &row)
{
    if (row.fault)
        return wrong("", row.fault->code), false;
    if (row.cells.size() != m_columns.size())
        return wrong("", ErrorCode::InvalidInput), false;
    m_cells.clear();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (row.cells[i].size() > m_columns[i].limit())
            return wrong(m_columns[i].name, ErrorCode::TooLong), false;
        m_cells.push_back(unguarded(row.cells[i]));
    }
    return true;
}

std::string_view CsvImport::cell(Holds holds) const
{
    const auto column = std::ranges::find(m_columns, holds, &CsvColumn::holds);
    return column != m_columns.end() ? m_cells[std::size_t(column - m_columns.begin())] : std::string_view();
}

std::optional<RecordId> CsvImport::readId()
{
    const std::string_view sourceId = cell(Holds::SourceId), hex = cell(Holds::Id);
    if (!sourceId.empty() && !isSourceId(sourceId))
        return wrong("source_id", ErrorCode::InvalidInput), std::nullopt;
    if (hex.empty() && sourceId.empty())
        return wrong("id", ErrorCode::RequiredMissing), std::nullopt;
    const std::optional<RecordId> id =
        hex.empty() ? importedId(m_programme, m_kind.number, sourceId) : RecordId::fromHexText(hex);
    if (!id)
        return wrong("id", ErrorCode::InvalidInput), std::nullopt;
    if (!m_ids.insert(*id).second)
        return wrong("id", ErrorCode::AlreadyExists), std::nullopt;
    return id;
}

void CsvImport::readValues(RecordBuilder &builder)
{
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_cells[i].empty())
            continue;
        const Result<void> read = readCell(m_columns[i], m_cells[i], builder);
        if (!read && !wrong(m_columns[i].name, read.error().code))
            return;
    }
}

Result<void> CsvImport::readCell(const CsvColumn &column, std::string_view cell, RecordBuilder &builder) const
{
    if (column.holds == Holds::State)
        return builder.setState(cell);
    if (column.holds == Holds::When) {
        OURTABLE_ASSIGN(const std::int64_t when, millisecondsOfCell(cell));
        builder.setWhen(when);
    }
    if (column.holds != Holds::Field)
        return {};
    OURTABLE_ASSIGN(const std::vector<Value> values, valuesOf(*column.field, cell));
    for (const Value &value : values)
        OURTABLE_TRY(builder.add(*column.field, value));
    return {};
}

} // namespace

ImportReport importCsv(std::string_view text, const Kind &kind, const ProgrammeId &programme)
{
    return CsvImport(kind, programme).read(text);
}

} // namespace ourtable::usecases
