// Our own icons in any size and colour: image://icon/NAME/RRGGBB/STROKE, the stroke in hundredths of the 24 grid's unit.
#pragma once

#include <QQuickImageProvider>

namespace ourtable {

// Drawn from icons/NAME.svg at the size that is asked for, so that they are sharp at every pixel ratio. An unknown name, or
// a request that is none, gives an empty picture: nothing a person typed can come here.
class IconProvider final : public QQuickImageProvider {
public:
    IconProvider();
    QImage requestImage(const QString &id, QSize *size, const QSize &requestedSize) override;
};

} // namespace ourtable
