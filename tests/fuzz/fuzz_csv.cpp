#include "core/support/text.h"
#include "core/usecases/interchange/csv.h"
#include "core/usecases/interchange/csvexport.h"
#include "core/usecases/interchange/formulaguard.h"
#include "tests/fuzz/fuzz.h"

namespace ourtable::fuzz {
namespace {

using namespace usecases;

// What was read, written again, reads the same.
void rows(std::string_view text)
{
    constexpr CsvLimits kLimits{.octets = 1u << 20, .rows = 50, .columns = 8, .cellOctets = 200};
    Result<CsvReader> reader = CsvReader::open(text, kLimits);
    if (!reader)
        return mustBeOneOf(reader, {ErrorCode::TooLarge, ErrorCode::Unsupported, ErrorCode::Malformed});
    std::size_t last = 0;
    while (const std::optional<CsvRow> row = reader->next()) {
        must(row->number > last && row->cells.size() <= kLimits.columns);
        last = row->number;
        if (row->fault)
            continue;
        for (const std::string &cell : row->cells)
            must(cell.size() <= kLimits.cellOctets && text::isPlainUtf8(cell));
        std::string again;
        appendCsvRow(again, row->cells);
        Result<CsvReader> second = CsvReader::open(again);
        must(second.ok());
        const std::optional<CsvRow> same = second->next();
        must(same && !same->fault && same->cells.size() == row->cells.size() && !second->next());
        for (std::size_t i = 0; i < row->cells.size(); ++i)
            must(!looksLikeFormula(same->cells[i]) || same->cells[i].front() == '\'');
    }
}

void guard(std::string_view cell)
{
    if (!text::isPlainUtf8(cell))
        return;
    const std::string safe = guarded(cell);
    must(unguarded(safe) == cell && (!looksLikeFormula(cell) || safe.front() == '\''));
}

void records(std::string_view text, const catalogue::Kind &kind)
{
    const ImportReport report = importCsv(text, kind, {});
    must(report.issues.size() <= kMostIssues);
    if (report.records.empty())
        return;
    const Result<std::string> written = exportCsv(report.records, kind);
    if (!written)
        return mustBeOneOf(written, {ErrorCode::TooLarge});
    const ImportReport again = importCsv(*written, kind, {});
    must(again.ok() && again.records == report.records);
}

} // namespace

// The first octet chooses the kind.
void once(ByteView octets)
{
    Input input(octets);
    const auto kinds = catalogue::Catalogue::builtIn().kinds();
    const catalogue::Kind &kind = kinds[input.octet() % kinds.size()];
    const std::string_view text = textOf(input.rest());
    rows(text);
    guard(text);
    records(text, kind);
}

} // namespace ourtable::fuzz
