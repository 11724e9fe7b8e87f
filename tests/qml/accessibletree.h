// What an assistive technology sees of a window.
#pragma once

#include <QAccessible>
#include <QWindow>

namespace ourtable::test {

// Everything of the accessible tree that is not invisible.
[[nodiscard]] QList<QAccessibleInterface *> accessibleTree(QWindow &window);
// Something that is operated, by its role. A note in a list has buttons of its own instead of being one.
[[nodiscard]] bool isControl(QAccessibleInterface *each);
// Role and name, for messages.
[[nodiscard]] QByteArray told(QAccessibleInterface *control);
// What is missing for somebody who cannot see the control: name, focus, action or state. Empty when nothing is.
[[nodiscard]] QByteArray missingOf(QAccessibleInterface *control);

} // namespace ourtable::test
