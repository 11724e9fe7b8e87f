// The gallery in a window, and what an assistive technology sees of it.
#pragma once

#include "tests/qml/accessibletree.h"
#include "tests/qml/qmlview.h"

namespace ourtable::test {

// mode as Theme.Mode has it, scale as one of Theme.textScales; touch density.
[[nodiscard]] QmlView gallery(int mode, double scale, const QSize &size = {1280, 900});
// Everything of the accessible tree that is not invisible.
[[nodiscard]] QList<QAccessibleInterface *> tree(QmlView &view);
// The control of this name; nullptr when there is none.
[[nodiscard]] QAccessibleInterface *named(QmlView &view, const QString &name);

} // namespace ourtable::test
