#include "app/bridge/worddiff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace ourtable {
namespace {

constexpr qsizetype kMostWords = 800; // a table of their square has to be filled

// Each word with the spaces behind it.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    qsizetype begin = 0;
    for (qsizetype at = 1; at <= text.size(); ++at) {
        const bool ends = at == text.size() || (text[at - 1].isSpace() && !text[at].isSpace());
        if (!ends)
            continue;
        words.append(text.mid(begin, at - begin));
        begin = at;
    }
    return words;
}

// Which words belong to the longest sequence that both have.
std::vector<bool> common(const QStringList &words, const QStringList &others)
{
    const auto rows = static_cast<std::size_t>(words.size());
    const auto columns = static_cast<std::size_t>(others.size());
    const auto same = [&](std::size_t row, std::size_t column) {
        return words[static_cast<qsizetype>(row)].trimmed() == others[static_cast<qsizetype>(column)].trimmed();
    };
    std::vector<std::vector<std::uint16_t>> longest(rows + 1, std::vector<std::uint16_t>(columns + 1, 0));
    for (std::size_t row = rows; row-- > 0;) {
        for (std::size_t column = columns; column-- > 0;)
            longest[row][column] = same(row, column) ? static_cast<std::uint16_t>(longest[row + 1][column + 1] + 1)
                                                     : std::max(longest[row + 1][column], longest[row][column + 1]);
    }
    std::vector<bool> found(rows, false);
    for (std::size_t row = 0, column = 0; row < rows && column < columns;) {
        if (same(row, column)) {
            found[row++] = true;
            ++column;
        } else if (longest[row + 1][column] >= longest[row][column + 1]) {
            ++row;
        } else {
            ++column;
        }
    }
    return found;
}

} // namespace

QList<TextPart> markedAgainst(const QString &text, const QString &other)
{
    if (text == other || text.isEmpty())
        return {{text, false}};
    const QStringList words = wordsOf(text);
    const QStringList others = wordsOf(other);
    if (words.size() > kMostWords || others.size() > kMostWords)
        return {{text, true}};
    const std::vector<bool> found = common(words, others);
    const bool sameWords = words.size() == others.size() && std::all_of(found.begin(), found.end(), [](bool is) { return is; });
    QList<TextPart> parts;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool marked = sameWords || !found[static_cast<std::size_t>(i)];
        if (!parts.isEmpty() && parts.last().marked == marked)
            parts.last().text += words[i];
        else
            parts.append({words[i], marked});
    }
    return parts;
}

} // namespace ourtable
