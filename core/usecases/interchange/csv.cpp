#include "core/usecases/interchange/csv.h"

#include <algorithm>

#include "core/support/text.h"
#include "core/usecases/interchange/formulaguard.h"

namespace ourtable::usecases {

// Takes what a row holds, as far as the limits go; keeps nothing when the text is only looked through.
struct CsvReader::Sink {
    const CsvLimits &limits;
    bool keep = true;
    CsvRow row;
    std::size_t cells = 0;
    bool anything = false; // so that a blank line can be told from a row with one empty, quoted cell
    std::string cell;

    void fault(ErrorCode code)
    {
        if (!row.fault)
            row.fault = Error{code, "cell " + std::to_string(cells + 1)};
    }
    void append(std::string_view octets)
    {
        anything = anything || !octets.empty();
        if (!keep)
            return;
        if (cell.size() + octets.size() > limits.cellOctets)
            fault(ErrorCode::TooLong);
        else
            cell.append(octets);
    }
    void endCell()
    {
        if (keep && cells < limits.columns)
            row.cells.push_back(std::move(cell));
        else if (keep)
            fault(ErrorCode::TooLarge);
        ++cells;
        cell.clear();
    }
};

Result<CsvReader> CsvReader::open(std::string_view text, const CsvLimits &limits)
{
    if (text.size() > limits.octets)
        return Error{ErrorCode::TooLarge, "file"};
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
        return Error{ErrorCode::Unsupported, "UTF-16"};
    if (text.find('\0') != std::string_view::npos)
        return Error{ErrorCode::Malformed, "NUL"};
    if (!text::isPlainUtf8(text))
        return Error{ErrorCode::Malformed, "not UTF-8"};
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    CsvReader reader(text, limits);
    OURTABLE_TRY(reader.lookThrough());
    return reader;
}

Result<void> CsvReader::lookThrough()
{
    std::size_t rows = 0;
    for (Sink sink{m_limits, false, {}, 0, false, {}}; readRow(sink); sink.anything = false) {
        if (++rows > m_limits.rows + 1)
            return Error{ErrorCode::TooLarge, "rows"};
    }
    if (m_unclosed)
        return Error{ErrorCode::Malformed, "unclosed quote in row " + std::to_string(m_row)};
    restart();
    return {};
}

void CsvReader::restart()
{
    m_at = 0;
    m_row = 0;
}

std::optional<CsvRow> CsvReader::next()
{
    Sink sink{m_limits, true, {}, 0, false, {}};
    if (!readRow(sink))
        return std::nullopt;
    sink.row.number = m_row;
    return std::move(sink.row);
}

// Reads the next row that is not blank; false at the end.
bool CsvReader::readRow(Sink &sink)
{
    while (m_at < m_text.size()) {
        ++m_row;
        while (readCell(sink) == After::Cell)
            sink.anything = true;
        if (sink.anything)
            return true;
        sink.row.cells.clear();
        sink.cells = 0;
    }
    return false;
}

CsvReader::After CsvReader::readCell(Sink &sink)
{
    const bool quoted = m_at < m_text.size() && m_text[m_at] == '"';
    if (quoted)
        readQuoted(sink);
    readPlain(sink, quoted);
    sink.endCell();
    if (m_at == m_text.size())
        return After::End;
    const char ends = m_text[m_at++];
    if (ends == ',')
        return After::Cell;
    if (ends == '\r' && m_at < m_text.size() && m_text[m_at] == '\n')
        ++m_at;
    return After::Row;
}

void CsvReader::readQuoted(Sink &sink)
{
    sink.anything = true;
    ++m_at;
    while (true) {
        const std::size_t quote = m_text.find('"', m_at);
        if (quote == std::string_view::npos) {
            sink.append(m_text.substr(m_at));
            m_at = m_text.size();
            m_unclosed = true;
            return;
        }
        const bool doubled = quote + 1 < m_text.size() && m_text[quote + 1] == '"';
        sink.append(m_text.substr(m_at, quote - m_at + (doubled ? 1 : 0)));
        m_at = quote + (doubled ? 2 : 1);
        if (!doubled)
            return;
    }
}

// Up to what ends the cell. After a closing quote nothing more may come, and an unquoted cell may hold no quote.
void CsvReader::readPlain(Sink &sink, bool afterQuote)
{
    const std::size_t end = std::min(m_text.find_first_of(",\r\n", m_at), m_text.size());
    const std::string_view rest = m_text.substr(m_at, end - m_at);
    if ((afterQuote && !rest.empty()) || rest.find('"') != std::string_view::npos)
        sink.fault(ErrorCode::Malformed);
    sink.append(rest);
    m_at = end;
}

namespace {

std::string withoutControls(std::string_view text)
{
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [](char c) {
        const auto octet = static_cast<unsigned char>(c);
        return (octet >= 0x20 && octet != 0x7f) || c == '\t' || c == '\n' || c == '\r';
    });
    return kept;
}

} // namespace

void appendCsvRow(std::string &to, std::span<const std::string> cells)
{
    bool first = true;
    for (const std::string &cell : cells) {
        to += first ? "\"" : ",\"";
        first = false;
        for (const char c : guarded(withoutControls(cell)))
            to.append(c == '"' ? 2 : 1, c);
        to += '"';
    }
    to += "\r\n";
}

} // namespace ourtable::usecases
