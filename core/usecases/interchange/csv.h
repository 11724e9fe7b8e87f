// Comma-separated text (RFC 4180), read with the limits of security.md 6.2 in bounded time and memory, and written so
// that no spreadsheet runs it. Knows nothing of kinds and fields.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/support/result.h"

namespace ourtable::usecases {

struct CsvLimits {
    std::size_t octets = 20u << 20;
    std::size_t rows = 50'000; // without the header
    std::size_t columns = 64;
    std::size_t cellOctets = 4096;
};

struct CsvRow {
    // As a spreadsheet counts: the header is row 1, blank lines count, line breaks in cells do not.
    std::size_t number = 0;
    std::vector<std::string> cells; // as written, quotes resolved; not complete when there is a fault
    std::optional<Error> fault;     // TooLarge: too many columns; TooLong: a cell; Malformed: a quote where none may be
};

// Reads row by row; holds one row at a time. UTF-8 with or without byte order mark; LF, CR LF and CR all end a row,
// mixed as they come; quoted cells may hold them. Blank lines are passed over.
class CsvReader {
public:
    // Looks through the whole text once, keeping nothing. The text must outlive the reader.
    // Errors: TooLarge ("file" or "rows"), Unsupported (UTF-16), Malformed ("not UTF-8", "NUL", "unclosed quote in row
    // n").
    [[nodiscard]] static Result<CsvReader> open(std::string_view text, const CsvLimits &limits = {});

    // The next row, or nothing at the end.
    [[nodiscard]] std::optional<CsvRow> next();

private:
    struct Sink;
    enum class After { Cell, Row, End };

    CsvReader(std::string_view text, const CsvLimits &limits) : m_text(text), m_limits(limits) {}
    Result<void> lookThrough();
    bool readRow(Sink &sink);
    After readCell(Sink &sink);
    void readQuoted(Sink &sink);
    void readPlain(Sink &sink, bool afterQuote);
    void restart();

    std::string_view m_text;
    CsvLimits m_limits;
    std::size_t m_at = 0;
    std::size_t m_row = 0;
    bool m_unclosed = false;
};

// Adds one row: every cell quoted, guarded against formulas (formulaguard.h), without control characters but tab, line
// feed and carriage return; ends with CR LF. The cells are well-formed UTF-8.
void appendCsvRow(std::string &to, std::span<const std::string> cells);

} // namespace ourtable::usecases
