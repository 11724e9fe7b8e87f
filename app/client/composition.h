// The program put together: the outside world, the storage thread, the session, the window.
#pragma once

#include <QQmlApplicationEngine>

#include <memory>

#include "app/bridge/density.h"
#include "app/bridge/session.h"
#include "app/client/options.h"
#include "core/crypto/systemrandom.h"
#include "platform/common/nearbynetwork.h"
#include "platform/common/networkconnector.h"
#include "platform/common/qtplacesource.h"
#include "platform/common/systemclock.h"
#include "platform/printing/pdfpress.h"
#include "qml/engine/translation.h"

class QQuickWindow;

namespace ourtable::client {

class Composition {
public:
    // Makes no folder: one that can't be used is said in the window, and so is that none is named.
    [[nodiscard]] static std::unique_ptr<Composition> make(const Options &options);
    ~Composition();

    // False when the screens did not load.
    [[nodiscard]] bool show(const Options &options);
    [[nodiscard]] QQuickWindow *window();
    [[nodiscard]] Session &session() { return *m_session; }

private:
    Composition() = default;

    platform::SystemClock m_clock;
    crypto::SystemRandom m_random;
    platform::NetworkConnector m_hub;
    platform::QtPlaceSource m_places;
    platform::NearbyNetwork m_nearby{m_random};
    printing::PdfPress m_press;
    std::unique_ptr<store::SecretStore> m_secrets;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Density> m_density;
    Translation m_words;
    QQmlApplicationEngine m_engine; // first to go: it shows the session
};

} // namespace ourtable::client
