#include "platform/printing/textrun.h"

#include <QPainter>
#include <QStringList>
#include <QTextFormat>
#include <QTextOption>

#include <algorithm>

namespace ourtable::printing {
namespace {

// Letters such as Inter's draw "8:30", "a - b" and "10x2" with forms that no program can read back as what they are, because of
// what stands beside them. Set by themselves, nothing stands beside them.
QList<QTextLayout::FormatRange> setApart(const QString &text)
{
    QList<QTextLayout::FormatRange> ranges;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar at = text.at(i);
        const bool times = at == u'x' && i > 0 && text.at(i - 1).isDigit();
        if (at.unicode() > 0x7e || (!at.isPunct() && !at.isSymbol() && !times))
            continue;
        QTextLayout::FormatRange &range = ranges.emplace_back();
        range.start = static_cast<int>(i);
        range.length = 1;
        range.format.setProperty(QTextFormat::UserProperty, static_cast<int>(i)); // no two are alike
    }
    return ranges;
}

} // namespace

TextRun::TextRun(const std::string &text, const QFont &font, double width, double lineHeight, Qt::Alignment alignment)
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    for (const QString &part : QString::fromStdString(text).split(u'\n')) {
        auto layout = std::make_shared<QTextLayout>(part, font);
        layout->setTextOption(option);
        layout->setFormats(setApart(part));
        layout->beginLayout();
        for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine())
            line.setLineWidth(width);
        layout->endLayout();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            m_lines.push_back({layout, i, line.height() * lineHeight, line.ascent()});
        }
    }
}

void TextRun::Line::draw(QPainter &painter, double x, double y, const QColor &ink) const
{
    const QTextLine line = layout->lineAt(index);
    const double above = (height - line.height()) / 2;
    painter.setPen(ink);
    line.draw(&painter, QPointF(x, y + above - line.y()));
}

double TextRun::height() const
{
    double height = 0;
    for (const Line &line : m_lines)
        height += line.height;
    return height;
}

double TextRun::naturalWidth() const
{
    double width = 0;
    for (const Line &line : m_lines)
        width = std::max(width, line.layout->lineAt(line.index).naturalTextWidth());
    return width;
}

void TextRun::draw(QPainter &painter, double x, double y, const QColor &ink) const
{
    for (const Line &line : m_lines) {
        line.draw(painter, x, y, ink);
        y += line.height;
    }
}

} // namespace ourtable::printing
