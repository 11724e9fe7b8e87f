#include "tests/qml/galleryview.h"

namespace ourtable::test {

QmlView gallery(int mode, double scale, const QSize &size)
{
    return QmlView(QStringLiteral("qrc:/qt/qml/OurTable/Gallery/Gallery.qml"),
                   {{QStringLiteral("mode"), mode}, {QStringLiteral("textScale"), scale}, {QStringLiteral("touch"), true}}, size);
}

QList<QAccessibleInterface *> tree(QmlView &view) { return accessibleTree(view.window()); }

QAccessibleInterface *named(QmlView &view, const QString &name)
{
    for (QAccessibleInterface *each : tree(view)) {
        if (each->text(QAccessible::Name) == name && isControl(each))
            return each;
    }
    return nullptr;
}

} // namespace ourtable::test
