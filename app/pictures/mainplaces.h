// The main destinations of whoever is signed in, which only the shell knows.
#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace ourtable {

// What shows the pages of whoever is signed in; nullptr while nobody is.
[[nodiscard]] QObject *shellOf(QQuickWindow &window);

// Page names, in the shell's order.
[[nodiscard]] QStringList mainPlaces(const QObject &shell);

} // namespace ourtable
