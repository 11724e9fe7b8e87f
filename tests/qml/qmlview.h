// A page of QML in a window that nobody sees, as the app would show it: with the icons, and with every warning fatal.
#pragma once

#include <QQuickItem>
#include <QQuickView>

#include "qml/engine/translation.h"

namespace ourtable::test {

// One thread: that of the test. The page is there when the constructor returns; a page that does not load ends the test
// program. Call failOnWarnings() in each test's init().
class QmlView {
public:
    QmlView(const QString &url, const QVariantMap &properties, const QSize &size);

    [[nodiscard]] QQuickView &window() { return m_view; }
    [[nodiscard]] QQuickItem &root() { return *m_view.rootObject(); }
    // The item of this object name; nullptr when there is none.
    [[nodiscard]] QQuickItem *item(const QString &name);
    // Lets words that wrap move what is below them.
    void settle();

private:
    Translation m_words;
    QQuickView m_view;
};

void failOnWarnings();
// Every item below this one that can be seen, it included.
[[nodiscard]] QList<QQuickItem *> visibleItems(QQuickItem &top);

} // namespace ourtable::test
