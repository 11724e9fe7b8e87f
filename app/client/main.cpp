// Our Table with a window.
#include <QGuiApplication>

#include <cstdio>

#include "app/bridge/errortext.h"
#include "app/client/composition.h"
#include "platform/common/endingsignals.h"

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("ourtable"));
    QGuiApplication::setApplicationVersion(QStringLiteral(OURTABLE_VERSION));
    const ourtable::client::Options options = ourtable::client::readOptions();
    const ourtable::Result<std::unique_ptr<ourtable::client::Composition>> composed = ourtable::client::Composition::make(options);
    if (!composed) {
        std::fprintf(stderr, "%s\n", qPrintable(ourtable::errorText({ourtable::ErrorCode::StorageFailed, "folder"})));
        return 1;
    }
    if (!(*composed)->show(options))
        return 1;
    ourtable::Session &session = (*composed)->session();
    const ourtable::platform::EndingSignals ending([&session] {
        session.lock(); // keeps what is being written
        QCoreApplication::quit();
    });
    return QGuiApplication::exec();
}
