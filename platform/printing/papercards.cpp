// Cards: two beside each other, or one on a page of its own; and the signs on them.
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <optional>

#include "platform/printing/paperflow.h"

namespace ourtable::printing {

struct PaperFlow::CardBody {
    report::Sign sign = report::Sign::None;
    std::optional<TextRun> status, aside;
    std::vector<std::pair<TextRun, bool>> texts; // and whether it is the title
    double width = 0, top = 0, height = 0, asideBelow = 0;
};

void drawSign(QPainter &painter, report::Sign sign, double x, double y, double size, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(x, y);
    painter.scale(size / 24, size / 24);
    QPen pen(ink, 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    painter.setBrush(sign == report::Sign::Done ? QBrush(ink) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(2, 2, 20, 20));
    if (sign == report::Sign::Done) {
        pen.setColor(Qt::white);
        painter.setPen(pen);
        painter.drawPolyline(QPolygonF({{7, 12.4}, {10.6, 16}, {17, 8.6}}));
    } else if (sign == report::Sign::Started) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPie(QRectF(5, 5, 14, 14), 90 * 16, -180 * 16);
    } else if (sign == report::Sign::NotYet) {
        painter.drawPolyline(QPolygonF({{12, 6.8}, {12, 12}, {15.6, 14.4}}));
    } else {
        painter.drawLine(QPointF(7.4, 12), QPointF(16.6, 12));
    }
    painter.restore();
}

PaperFlow::CardBody PaperFlow::bodyOf(const report::Card &card, double width) const
{
    CardBody body;
    const double air = m_style.room(4.5);
    const double inner = width - 2 * air;
    const double sign = card.sign == report::Sign::None ? 0 : m_style.room(6.6);
    body.width = width;
    body.sign = card.sign;
    body.top = air;
    if (!card.status.empty()) {
        body.aside.emplace(card.aside, m_style.font(Letter::Quiet), inner, 1, Qt::AlignRight);
        body.status.emplace(card.status, m_style.font(Letter::Status), inner - sign);
        const bool beside = body.status->lines().size() == 1 && sign + body.status->naturalWidth() + m_style.room(3) + body.aside->naturalWidth() <= inner;
        body.asideBelow = beside ? (body.status->height() - body.aside->height()) / 2 : body.status->height();
        body.top += std::max(body.status->height(), body.asideBelow + (card.aside.empty() ? 0 : body.aside->height())) + m_style.room(2.5);
    }
    body.height = body.top;
    body.texts.emplace_back(TextRun(card.title, m_style.font(Letter::CardTitle), inner, m_style.lineHeight(Letter::CardTitle)), true);
    for (const std::string &line : card.lines)
        body.texts.emplace_back(TextRun(line, m_style.font(Letter::CardLine), inner, m_style.lineHeight(Letter::CardLine)), false);
    for (const auto &text : body.texts)
        body.height += text.first.height() + m_style.room(1.8);
    body.height += air - m_style.room(1.8);
    return body;
}

void PaperFlow::drawCard(const CardBody &body, double x, double y)
{
    const double air = m_style.room(4.5);
    const double sign = body.sign == report::Sign::None ? 0 : m_style.room(6.6);
    draw([this, body, x, y, air, sign](QPainter &painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        const QColor ink = m_style.inkOf(body.sign);
        painter.setPen(QPen(m_style.inks().hairline, millimetres(0.3)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(x, y, body.width, body.height), m_style.room(2.6), m_style.room(2.6));
        if (body.status) {
            drawSign(painter, body.sign, x + air, y + air + (body.status->lines().front().height - m_style.room(5)) / 2, m_style.room(5), ink);
            body.status->draw(painter, x + air + sign, y + air, ink);
            body.aside->draw(painter, x + air, y + air + body.asideBelow, m_style.inks().muted);
        }
        double at = y + body.top;
        for (const auto &[run, isTitle] : body.texts) {
            run.draw(painter, x + air, at, isTitle ? m_style.inks().primary : m_style.inks().text);
            at += run.height() + m_style.room(1.8);
        }
    });
}

// The next card goes where there is more room; one that is too high for half the width takes all of it.
void PaperFlow::endCards()
{
    const std::vector<report::Card> cards = std::exchange(m_cards, {});
    if (cards.empty())
        return;
    const double gap = m_style.room(4.5);
    const double half = (m_inside.width() - gap) / 2;
    std::array<double, 2> below{m_y, m_y};
    for (const report::Card &card : cards) {
        CardBody body = bodyOf(card, half);
        const bool wide = body.height > m_inside.height();
        if (wide) {
            body = bodyOf(card, m_inside.width());
            below.fill(std::max(below[0], below[1]));
        }
        mustFit(body.height);
        const std::size_t side = below[1] < below[0] ? 1 : 0;
        if (below[side] + body.height > bottom() && below[side] > m_inside.top()) {
            newPage();
            below.fill(m_y);
        }
        const std::size_t column = below[1] < below[0] ? 1 : 0;
        drawCard(body, column == 0 ? m_inside.left() : m_inside.left() + half + gap, below[column]);
        below[column] += body.height + gap;
        if (wide)
            below.fill(below[column]);
    }
    m_y = std::max(below[0], below[1]);
}

void PaperFlow::place(const report::Card &card)
{
    if (!card.fillsPage)
        return m_cards.push_back(card);
    endCards();
    placeWholePage(card);
}

void PaperFlow::placeWholePage(const report::Card &card)
{
    if (!m_pages.back().empty())
        newPage();
    const double width = m_inside.width();
    const TextRun mark(card.mark, m_style.fontOfSize(190, QFont::DemiBold), width, 0.86, Qt::AlignHCenter);
    std::string below;
    for (const std::string &line : card.lines)
        below += (below.empty() ? "" : "\n") + line;
    const TextRun lines(below, m_style.fontOfSize(26, QFont::Normal), width, 1.1, Qt::AlignHCenter);
    const double gap = m_style.room(8);
    double size = 56;
    TextRun title(card.title, m_style.fontOfSize(size, QFont::DemiBold), width, 1, Qt::AlignHCenter);
    while (size > 20 && mark.height() + title.height() + lines.height() + 3 * gap > m_inside.height()) {
        size -= 4;
        title = TextRun(card.title, m_style.fontOfSize(size, QFont::DemiBold), width, 1, Qt::AlignHCenter);
    }
    const bool titled = !card.title.empty();
    const double all = mark.height() + (titled ? title.height() + 2 * gap : 0) + (below.empty() ? 0 : lines.height() + gap);
    mustFit(all);
    const double top = m_inside.top() + std::max(0.0, (m_inside.height() - all) / 2);
    draw([this, mark, title, lines, titled, hasLines = !below.empty(), top, gap](QPainter &painter) {
        double y = top;
        mark.draw(painter, m_inside.left(), y, m_style.inks().primary);
        y += mark.height();
        if (titled) {
            const double bar = m_style.room(26);
            painter.fillRect(QRectF(m_inside.center().x() - bar / 2, y, bar, m_style.room(1.4)), m_style.inks().accent);
            y += gap;
            title.draw(painter, m_inside.left(), y, m_style.inks().text);
            y += title.height() + gap;
        }
        if (hasLines)
            lines.draw(painter, m_inside.left(), y, m_style.inks().muted);
    });
    m_y = bottom();
}

} // namespace ourtable::printing
