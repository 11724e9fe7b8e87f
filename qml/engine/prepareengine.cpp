#include "qml/engine/prepareengine.h"

#include <QQmlEngine>

#include "qml/engine/nonetwork.h"
#include "qml/pictures/iconprovider.h"
#include "qml/pictures/shadowprovider.h"

namespace ourtable {

void prepareEngine(QQmlEngine &engine)
{
    static NoNetworkFactory noNetwork; // the engine does not own it
    engine.setNetworkAccessManagerFactory(&noNetwork);
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.addImageProvider(QStringLiteral("icon"), new IconProvider);
    engine.addImageProvider(QStringLiteral("shadow"), new ShadowProvider);
}

} // namespace ourtable
