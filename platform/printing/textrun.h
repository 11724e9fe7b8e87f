// Words set into lines of a width, letter for letter: each line of the text has a direction of its own, as it begins.
#pragma once

#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace ourtable::printing {

class TextRun {
public:
    // lineHeight: times what the letters take by themselves. alignment: left is the side where the text begins.
    TextRun(const std::string &text, const QFont &font, double width, double lineHeight = 1, Qt::Alignment alignment = Qt::AlignLeft);

    struct Line {
        std::shared_ptr<QTextLayout> layout; // keeps the letters
        int index = 0;
        double height = 0;
        double ascent = 0;
        void draw(QPainter &painter, double x, double y, const QColor &ink) const;
    };
    [[nodiscard]] const std::vector<Line> &lines() const { return m_lines; }
    [[nodiscard]] double height() const;
    [[nodiscard]] double naturalWidth() const; // of the widest line
    void draw(QPainter &painter, double x, double y, const QColor &ink) const;

private:
    std::vector<Line> m_lines;
};

} // namespace ourtable::printing
