#include "app/pictures/mainplaces.h"

#include <QJSValue>
#include <QQuickItem>
#include <QVariant>

namespace ourtable {
namespace {

QQuickItem *named(QQuickItem *top, const QString &name)
{
    if (top->objectName() == name)
        return top;
    for (QQuickItem *child : top->childItems()) {
        if (QQuickItem *const found = named(child, name))
            return found;
    }
    return nullptr;
}

} // namespace

QObject *shellOf(QQuickWindow &window) { return named(window.contentItem(), QStringLiteral("shell")); }

QStringList mainPlaces(const QObject &shell)
{
    QStringList places;
    const QObject *const known = shell.property("_places").value<QObject *>();
    const QVariant shown = known ? known->property("shown") : QVariant();
    for (const QVariant &each : shown.value<QJSValue>().toVariant().toList()) {
        if (const QObject *const destination = each.value<QObject *>())
            places.append(destination->property("key").toString());
    }
    return places;
}

} // namespace ourtable
