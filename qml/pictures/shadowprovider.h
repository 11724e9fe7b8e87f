// Soft shadows that need no shader (ux.md 4.3, depth): image://shadow/LEVEL, 1 for cards, 2 for what lies above the page.
#pragma once

#include <QQuickImageProvider>

namespace ourtable {

// A nine-patch for a BorderImage: `margin` around the item, `corner` that does not stretch, one pixel that does. Drawn for
// cards' radius, one pixel a dp: there is no edge in it that a higher pixel ratio would show.
class ShadowProvider final : public QQuickImageProvider {
public:
    ShadowProvider();
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace ourtable
