// The gallery in a window, and what an assistive technology sees of it.
#pragma once

#include <QAccessible>

#include "tests/qml/qmlview.h"

namespace ourtable::test {

// mode as Theme.Mode has it, scale as one of Theme.textScales; touch density.
[[nodiscard]] QmlView gallery(int mode, double scale, const QSize &size = {1280, 900});
// Everything of the accessible tree that is not invisible.
[[nodiscard]] QList<QAccessibleInterface *> tree(QmlView &view);
// Something that is operated, by its role. A note in a list has buttons of its own instead of being one.
[[nodiscard]] bool isControl(QAccessibleInterface *each);
// The control of this name; nullptr when there is none.
[[nodiscard]] QAccessibleInterface *named(QmlView &view, const QString &name);
// Role and name, for messages.
[[nodiscard]] QByteArray told(QAccessibleInterface *control);

} // namespace ourtable::test
