// A paper laid out on pages: what is drawn where, before anything is drawn.
#pragma once

#include <QRectF>

#include <functional>
#include <vector>

#include "platform/printing/paperstyle.h"
#include "platform/printing/textrun.h"

namespace ourtable::printing {

using DrawnPage = std::vector<std::function<void(QPainter &)>>;

class PaperFlow {
public:
    // page: the whole sheet, in dots.
    PaperFlow(const report::Paper &paper, const QSizeF &page);

    [[nodiscard]] const std::vector<DrawnPage> &pages() const { return m_pages; }
    // False when a card or a row is higher than a page: its end would be cut.
    [[nodiscard]] bool fits() const { return m_fits; }

private:
    void place(const report::Heading &heading);
    void place(const report::Paragraph &paragraph);
    void place(const report::List &list);
    void place(const report::Table &table);
    void place(const report::Card &card);
    void place(const report::Rule &);
    void place(const report::PageBreak &);

    struct CardBody;
    [[nodiscard]] CardBody bodyOf(const report::Card &card, double width) const;
    void endCards();
    void drawCard(const CardBody &body, double x, double y);
    void placeWholePage(const report::Card &card);
    void placeHead();
    void placeFooters();
    void placeLines(const TextRun &run, double x, const QColor &ink);
    [[nodiscard]] double beginningOf(const report::Block *block) const; // how much of it stays with its heading
    [[nodiscard]] std::vector<double> edgesOf(const report::Table &table) const;
    [[nodiscard]] bool placeRow(const std::vector<TextRun> &cells, const std::vector<double> &edges, double least, const QColor &ink);
    [[nodiscard]] std::vector<TextRun> cellsOf(const std::vector<std::string> &texts, const std::vector<double> &edges, Letter letter) const;
    void newPage();
    void makeRoom(double height); // goes to the next page when it is not there
    void mustFit(double height) { m_fits = m_fits && height <= m_inside.height(); }
    void skip(double length);     // nothing at the top of a page
    [[nodiscard]] double bottom() const { return m_inside.bottom(); }
    void draw(std::function<void(QPainter &)> what) { m_pages.back().push_back(std::move(what)); }

    const report::Paper &m_paper;
    PaperStyle m_style;
    QSizeF m_page;
    QRectF m_inside; // without margins and footer
    const report::Block *m_next = nullptr; // after the one that is placed
    double m_y = 0;
    bool m_fits = true;
    std::vector<DrawnPage> m_pages;
    std::vector<report::Card> m_cards; // that wait for their neighbour
};

// A sign in a circle: tick, half, hands of a clock, bar. In a square of this size at (x, y).
void drawSign(QPainter &painter, report::Sign sign, double x, double y, double size, const QColor &ink);

} // namespace ourtable::printing
