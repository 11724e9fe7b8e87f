#include "app/client/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace ourtable::client {
namespace {

[[noreturn]] void refuse(QCommandLineParser &parser, const QString &why)
{
    std::fprintf(stderr, "%s\n\n%s", qPrintable(why), qPrintable(parser.helpText()));
    std::exit(2);
}

std::optional<QSize> sizeFrom(const QString &words)
{
    const QStringList parts = words.split(u'x');
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    return size.width() >= 320 && size.height() >= 320 ? std::optional(size) : std::nullopt;
}

} // namespace

Options readOptions()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The notebook of a co-production programme."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Keeps everything in this folder."), QStringLiteral("folder"));
    const QCommandLineOption noKeyring(QStringLiteral("no-keyring"), QStringLiteral("Keeps the device's secret in a private file."));
    const QCommandLineOption density(QStringLiteral("as"), QStringLiteral("tablet or desktop, whatever is used to point."), QStringLiteral("device"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Window size, as 1280x800."), QStringLiteral("size"));
    parser.addOptions({profile, noKeyring, density, size});
    parser.process(*QCoreApplication::instance());

    Options options;
    options.folder = parser.value(profile);
    options.noKeyring = parser.isSet(noKeyring);
    if (parser.isSet(density)) {
        const QString device = parser.value(density);
        if (device != QStringLiteral("tablet") && device != QStringLiteral("desktop"))
            refuse(parser, QStringLiteral("--as takes tablet or desktop."));
        options.touch = device == QStringLiteral("tablet");
        options.size = *options.touch ? QSize(1280, 800) : QSize(1440, 900);
    }
    if (parser.isSet(size)) {
        const std::optional<QSize> wanted = sizeFrom(parser.value(size));
        if (!wanted)
            refuse(parser, QStringLiteral("--size takes two numbers of 320 or more, as 1280x800."));
        options.size = *wanted;
    }
    return options;
}

} // namespace ourtable::client
