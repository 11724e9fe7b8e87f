// Saves pictures of the app's screens for one profile: ourtable-pictures --help.
#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QStyleHints>

#include <cstdio>

#include "app/client/composition.h"
#include "app/pictures/walk.h"

namespace {

using ourtable::client::Composition;
using ourtable::client::Options;

int refuse(const QString &why)
{
    std::fprintf(stderr, "%s\n", qPrintable(why));
    return 1;
}

int walk(const Options &options, const QString &secret, const QDir &into)
{
    const std::unique_ptr<Composition> composed = Composition::make(options);
    Composition &app = *composed;
    if (!into.mkpath(QStringLiteral(".")) || !app.show(options))
        return refuse(QStringLiteral("The screens or the folder for their pictures can't be opened."));
    ourtable::pictures::Walk walk(app.session(), *app.window(), into);
    const QStringList taken = walk.go(secret);
    if (taken.isEmpty() || !ourtable::pictures::writeIndex(into, taken))
        return refuse(walk.problem());
    std::printf("%d pictures\n", static_cast<int>(taken.size()));
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("ourtable"));
    QGuiApplication::styleHints()->setCursorFlashTime(0);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Every screen of Our Table as a picture, for one person of a device."));
    parser.addHelpOption();
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("The device's folder; its secret is in a private file."), QStringLiteral("folder"));
    const QCommandLineOption secretFile(QStringLiteral("secret-file"), QStringLiteral("Holds the PIN or passphrase."), QStringLiteral("file"));
    const QCommandLineOption device(QStringLiteral("as"), QStringLiteral("tablet or desktop."), QStringLiteral("device"), QStringLiteral("tablet"));
    const QCommandLineOption into(QStringLiteral("into"), QStringLiteral("Where the pictures go."), QStringLiteral("folder"));
    parser.addOptions({profile, secretFile, device, into});
    parser.process(application);
    QFile secret(parser.value(secretFile));
    if (!parser.isSet(profile) || !parser.isSet(into) || !secret.open(QIODevice::ReadOnly))
        return refuse(parser.helpText());

    Options options;
    options.folder = parser.value(profile);
    options.noKeyring = true;
    options.touch = parser.value(device) != QStringLiteral("desktop");
    options.size = *options.touch ? QSize(1280, 800) : QSize(1440, 900);
    return walk(options, QString::fromUtf8(secret.readAll()).trimmed(), QDir(parser.value(into)));
}
