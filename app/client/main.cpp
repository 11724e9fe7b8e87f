// Our Table with a window.
#include <QGuiApplication>

#include <algorithm>
#include <memory>
#include <string_view>

#include "app/client/composition.h"
#include "platform/common/endingsignals.h"

namespace {

// Help and the version can be read where no window can be opened; readOptions() prints them and ends.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    const bool asksOnly = std::any_of(argv + std::min(argc, 1), argv + argc, [](std::string_view option) {
        return option == "-h" || option == "--help" || option == "--help-all" || option == "-v" || option == "--version";
    });
    if (asksOnly)
        return std::make_unique<QCoreApplication>(argc, argv);
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("ourtable"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OURTABLE_VERSION));
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    const ourtable::client::Options options = ourtable::client::readOptions();
    const std::unique_ptr<ourtable::client::Composition> composed = ourtable::client::Composition::make(options);
    if (!composed->show(options))
        return 1;
    ourtable::Session &session = composed->session();
    const ourtable::platform::EndingSignals ending([&session] {
        session.lock(); // keeps what is being written
        QCoreApplication::exit(); // asks nothing; the storage tries again to keep what the disk did not take
    });
    return QGuiApplication::exec();
}
