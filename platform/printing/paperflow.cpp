#include "platform/printing/paperflow.h"

#include <QPainter>

#include <algorithm>

namespace ourtable::printing {
namespace {

constexpr double kSide = 21, kTop = 19, kFoot = 15, kAboveFoot = 9; // millimetres
constexpr double kLinesKept = 3; // of what follows a heading on the same page

QRectF insideOf(const QSizeF &page, const PaperStyle &style)
{
    const double side = style.room(kSide);
    return {side, style.room(kTop), page.width() - 2 * side, page.height() - style.room(kTop) - style.room(kFoot + kAboveFoot)};
}

} // namespace

PaperFlow::PaperFlow(const report::Paper &paper, const QSizeF &page) : m_paper(paper), m_style(paper), m_page(page), m_inside(insideOf(page, m_style))
{
    newPage();
    const bool onlyCards = std::all_of(paper.blocks.begin(), paper.blocks.end(), [](const report::Block &block) {
        const report::Card *card = std::get_if<report::Card>(&block.content);
        return card && card->fillsPage;
    });
    if (!onlyCards)
        placeHead();
    for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
        const report::Block &block = paper.blocks[i];
        m_next = i + 1 < paper.blocks.size() ? &paper.blocks[i + 1] : nullptr;
        if (!std::holds_alternative<report::Card>(block.content))
            endCards();
        std::visit([this](const auto &content) { place(content); }, block.content);
    }
    endCards();
    placeFooters();
}

void PaperFlow::newPage()
{
    m_pages.emplace_back();
    m_y = m_inside.top();
}

void PaperFlow::makeRoom(double height)
{
    if (m_y + height > bottom() && m_y > m_inside.top())
        newPage();
}

void PaperFlow::skip(double length)
{
    if (m_y > m_inside.top())
        m_y += length;
}

void PaperFlow::placeHead()
{
    const TextRun title(m_paper.title, m_style.font(Letter::Title), m_inside.width());
    placeLines(title, m_inside.left(), m_style.inks().primary);
    if (!m_paper.subtitle.empty()) {
        m_y += m_style.room(1);
        placeLines(TextRun(m_paper.subtitle, m_style.font(Letter::Subtitle), m_inside.width()), m_inside.left(), m_style.inks().muted);
    }
    m_y += m_style.room(3.5);
    const QRectF bar(m_inside.left(), m_y, m_style.room(18), m_style.room(1.1));
    draw([bar, ink = m_style.inks().accent](QPainter &painter) { painter.fillRect(bar, ink); });
    m_y += m_style.room(6);
}

void PaperFlow::placeFooters()
{
    const QString words = QString::fromStdString(m_paper.footer);
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        QString line = words;
        if (!m_paper.pageWords.empty())
            line += QStringLiteral(" - ") + QString::fromStdString(m_paper.pageWords).arg(i + 1).arg(m_pages.size());
        const TextRun run(line.toStdString(), m_style.font(Letter::Footer), m_inside.width());
        const double y = m_page.height() - m_style.room(kFoot);
        const double rule = y - m_style.room(2.4);
        m_pages[i].push_back([this, run, y, rule](QPainter &painter) {
            painter.fillRect(QRectF(m_inside.left(), rule, m_inside.width(), millimetres(0.2)), m_style.inks().hairline);
            run.draw(painter, m_inside.left(), y, m_style.inks().muted);
        });
    }
}

void PaperFlow::placeLines(const TextRun &run, double x, const QColor &ink)
{
    for (const TextRun::Line &line : run.lines()) {
        makeRoom(line.height);
        draw([line, x, y = m_y, ink](QPainter &painter) { line.draw(painter, x, y, ink); });
        m_y += line.height;
    }
}

double PaperFlow::beginningOf(const report::Block *block) const
{
    const double line = TextRun("x", m_style.font(Letter::Body), m_inside.width(), m_style.lineHeight(Letter::Body)).height();
    double height = kLinesKept * line;
    const report::Table *const table = block ? std::get_if<report::Table>(&block->content) : nullptr;
    if (!table || table->rows.empty())
        return height;
    for (const TextRun &cell : cellsOf(table->rows.front(), edgesOf(*table), Letter::Body))
        height = std::max(height, cell.height() + m_style.room(4) + (table->head.empty() ? 0 : 2 * line));
    return std::min(height, m_inside.height() / 2);
}

void PaperFlow::place(const report::Heading &heading)
{
    const TextRun run(heading.text, m_style.font(heading.minor ? Letter::MinorHeading : Letter::Heading), m_inside.width());
    skip(m_style.room(heading.minor ? 1.5 : 5));
    makeRoom(run.height() + m_style.room(2) + beginningOf(m_next));
    placeLines(run, m_inside.left(), heading.minor ? m_style.inks().text : m_style.inks().primary);
    m_y += m_style.room(heading.minor ? 1 : 2);
}

void PaperFlow::place(const report::Paragraph &paragraph)
{
    using Voice = report::Paragraph::Voice;
    const Letter letter = paragraph.voice == Voice::Lead ? Letter::Lead : paragraph.voice == Voice::Quiet ? Letter::Quiet : Letter::Body;
    placeLines(TextRun(paragraph.text, m_style.font(letter), m_inside.width(), m_style.lineHeight(letter)), m_inside.left(),
               paragraph.voice == Voice::Quiet ? m_style.inks().muted : m_style.inks().text);
    m_y += m_style.room(paragraph.voice == Voice::Lead ? 3.5 : 2);
}

void PaperFlow::place(const report::List &list)
{
    const bool large = m_paper.letters == report::Paper::Letters::Large;
    const double indent = m_style.room(large ? 10 : 5);
    for (const std::string &item : list.items) {
        const TextRun run(item, m_style.font(Letter::Body), m_inside.width() - indent, m_style.lineHeight(Letter::Body));
        makeRoom(std::min(run.height(), m_inside.height() / 4));
        const double dot = m_style.room(large ? 2.6 : 1.3);
        const TextRun::Line &first = run.lines().front();
        const bool rightToLeft = first.layout->text().isRightToLeft();
        const double x = rightToLeft ? m_inside.right() - dot : m_inside.left() + m_style.room(0.4);
        const QRectF round(x, m_y + (first.height - dot) / 2 + dot * 0.1, dot, dot);
        draw([round, ink = m_style.inks().primary](QPainter &painter) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(ink);
            painter.drawEllipse(round);
        });
        placeLines(run, rightToLeft ? m_inside.left() : m_inside.left() + indent, m_style.inks().text);
        m_y += m_style.room(large ? 4.5 : 1.4);
    }
    m_y += m_style.room(1);
}

std::vector<TextRun> PaperFlow::cellsOf(const std::vector<std::string> &texts, const std::vector<double> &edges, Letter letter) const
{
    std::vector<TextRun> cells;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i)
        cells.emplace_back(i < texts.size() ? texts[i] : std::string(), m_style.font(letter), edges[i + 1] - edges[i] - m_style.room(4), m_style.lineHeight(letter));
    return cells;
}

// False when it had to go to the next page, where the head comes first.
bool PaperFlow::placeRow(const std::vector<TextRun> &cells, const std::vector<double> &edges, double least, const QColor &ink)
{
    const double air = m_style.room(1.6);
    double height = least;
    for (const TextRun &cell : cells)
        height = std::max(height, cell.height() + 2 * air);
    if (m_y + height > bottom() && m_y > m_inside.top())
        return false;
    mustFit(height);
    for (std::size_t i = 0; i < cells.size(); ++i)
        draw([cell = cells[i], x = edges[i], y = m_y + air, ink](QPainter &painter) { cell.draw(painter, x, y, ink); });
    m_y += height;
    draw([this, y = m_y](QPainter &painter) {
        painter.fillRect(QRectF(m_inside.left(), y, m_inside.width(), millimetres(0.2)), m_style.inks().hairline);
    });
    return true;
}

std::vector<double> PaperFlow::edgesOf(const report::Table &table) const
{
    int parts = 0;
    for (const int width : table.widths)
        parts += width;
    std::vector<double> edges{m_inside.left()};
    for (const int width : table.widths)
        edges.push_back(edges.back() + m_inside.width() * width / std::max(parts, 1));
    return edges;
}

void PaperFlow::place(const report::Table &table)
{
    const std::vector<double> edges = edgesOf(table);
    const auto placeTop = [&] {
        return table.head.empty() || placeRow(cellsOf(table.head, edges, Letter::TableHead), edges, 0, m_style.inks().muted);
    };
    makeRoom(millimetres(table.leastHeight) + m_style.room(20));
    (void)placeTop();
    for (const std::vector<std::string> &row : table.rows) {
        const std::vector<TextRun> cells = cellsOf(row, edges, Letter::Body);
        if (placeRow(cells, edges, millimetres(table.leastHeight), m_style.inks().text))
            continue;
        newPage();
        (void)placeTop();
        if (!placeRow(cells, edges, millimetres(table.leastHeight), m_style.inks().text))
            newPage();
    }
    m_y += m_style.room(2);
}

void PaperFlow::place(const report::Rule &)
{
    skip(m_style.room(3));
    const QRectF rule(m_inside.left(), m_y, m_inside.width(), millimetres(0.25));
    draw([rule, ink = m_style.inks().hairline](QPainter &painter) { painter.fillRect(rule, ink); });
    m_y += m_style.room(4);
}

void PaperFlow::place(const report::PageBreak &) { newPage(); }

} // namespace ourtable::printing
