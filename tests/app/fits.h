// Whether the words of a page are whole, and inside the window: for pages that tst_access does not get to.
#pragma once

#include "tests/app/appview.h"

namespace ourtable::test {

// The first text that is cut or sticks out; empty when there is none.
inline QString whatDoesNotFit(AppView &app)
{
    for (QQuickItem *each : app.items()) {
        const QString text = each->inherits("QQuickText") ? each->property("text").toString() : QString();
        if (text.isEmpty())
            continue;
        const QRectF place = each->mapRectToScene(QRectF(0, 0, each->width(), each->height()));
        const bool inside = place.left() >= 0 && place.right() <= app.window().width() + 1;
        if (!inside || each->property("truncated").toBool() || each->property("contentWidth").toDouble() > each->width() + 1)
            return text;
    }
    return {};
}

} // namespace ourtable::test
