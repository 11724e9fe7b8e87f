// Which words of a text stand in another one in the same order, and which do not.
#pragma once

#include <QList>
#include <QString>

namespace ourtable {

struct TextPart {
    QString text;
    bool marked = false;
    bool operator==(const TextPart &) const = default;
};

// The text in parts, whole; marked is what the other one does not have. Long texts without much in common, and texts that
// differ in their spaces only, are marked as a whole; equal ones not at all.
[[nodiscard]] QList<TextPart> markedAgainst(const QString &text, const QString &other);

} // namespace ourtable
