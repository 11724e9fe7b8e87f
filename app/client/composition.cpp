#include "app/client/composition.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QNetworkInformation>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QUrl>

#include "app/bridge/nearbyoffer.h"
#include "app/bridge/printoffer.h"
#include "platform/common/secretstores.h"
#include "qml/engine/prepareengine.h"

namespace ourtable::client {
namespace {

// Where the system knows when there is a way out again, nobody waits for the next try. Everything works without.
void followTheWayOut(Sharing &sharing)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    QObject::connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, &sharing,
                     [&sharing](QNetworkInformation::Reachability reached) {
                         if (reached >= QNetworkInformation::Reachability::Local) // the hub may stand in the same building
                             sharing.wayIsBack();
                     });
}

platform::AppPaths pathsOf(const Options &options)
{
    const Result<platform::AppPaths> named = options.folder.isEmpty() ? platform::AppPaths::standard() : platform::AppPaths::in(options.folder.toStdString());
    return named ? *named : platform::AppPaths::nowhere();
}

} // namespace

std::unique_ptr<Composition> Composition::make(const Options &options)
{
    std::unique_ptr<Composition> made(new Composition);
    const platform::AppPaths paths = pathsOf(options);
    const platform::SecretPlace place = options.noKeyring ? platform::SecretPlace::File : platform::SecretPlace::Automatic;
    made->m_secrets = std::make_unique<platform::LateSecretStore>(paths, made->m_random, place);
    const usecases::Surroundings around{*made->m_secrets, made->m_clock, made->m_random, made->m_hub};
    made->m_storage = std::make_unique<Storage>(paths.folder(), around);
    made->m_session = std::make_unique<Session>(*made->m_storage, made->m_clock, QString::fromStdString(paths.folder()), &made->m_places);
    new NearbyOffer(*made->m_session, made->m_nearby);
    new PrintOffer(*made->m_session, made->m_press, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + QStringLiteral("/Our Table"),
                   [](const QString &path) { return QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    made->m_density = std::make_unique<Density>(options.touch.value_or(true), options.touch.has_value());
    QCoreApplication::instance()->installEventFilter(made->m_density.get());
    followTheWayOut(*made->m_session->sharing());
    return made;
}

Composition::~Composition() = default;

bool Composition::show(const Options &options)
{
    m_words.use(QStringLiteral("en_GB"));
    prepareEngine(m_engine);
    m_engine.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(m_session.get())},
                                   {QStringLiteral("density"), QVariant::fromValue(m_density.get())},
                                   {QStringLiteral("width"), options.size.width()},
                                   {QStringLiteral("height"), options.size.height()},
                                   {QStringLiteral("visible"), true}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/OurTable/Shell/Main.qml")));
    return !m_engine.rootObjects().isEmpty();
}

QQuickWindow *Composition::window()
{
    return m_engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
}

} // namespace ourtable::client
