// Shows every control in every state, or saves a picture of it: ourtable-gallery --help.
#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQuickView>

#include <cstdio>

#include "qml/engine/prepareengine.h"
#include "qml/engine/translation.h"

namespace {

QSize sizeFrom(const QString &words)
{
    const QStringList parts = words.split(u'x');
    return parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Every control of Our Table in every state."));
    parser.addHelpOption();
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or contrast."), QStringLiteral("theme"), QStringLiteral("light"));
    const QCommandLineOption scale(QStringLiteral("text"), QStringLiteral("Text size, 0.9 to 2."), QStringLiteral("scale"), QStringLiteral("1"));
    const QCommandLineOption pointer(QStringLiteral("pointer"), QStringLiteral("Pointer density instead of touch."));
    const QCommandLineOption rightToLeft(QStringLiteral("rtl"), QStringLiteral("Right to left."));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Window size in dp, as 1280x800."), QStringLiteral("size"), QStringLiteral("1280x1400"));
    const QCommandLineOption save(QStringLiteral("save"), QStringLiteral("Saves a picture instead of staying open."), QStringLiteral("file"));
    parser.addOptions({theme, scale, pointer, rightToLeft, size, save});
    parser.process(application);
    const QStringList themes{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("contrast")};
    const QSize wanted = sizeFrom(parser.value(size));
    if (!themes.contains(parser.value(theme)) || wanted.isEmpty() || parser.value(scale).toDouble() <= 0) {
        std::fprintf(stderr, "%s\n", qPrintable(parser.helpText()));
        return 2;
    }
    if (parser.isSet(rightToLeft))
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);

    ourtable::Translation words;
    words.use(QStringLiteral("en_GB"));
    QQuickView view;
    ourtable::prepareEngine(*view.engine());
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(wanted);
    view.setTitle(QStringLiteral("Our Table: components and states"));
    view.setInitialProperties({{QStringLiteral("mode"), themes.indexOf(parser.value(theme))},
                               {QStringLiteral("textScale"), parser.value(scale).toDouble()},
                               {QStringLiteral("touch"), !parser.isSet(pointer)}});
    view.setSource(QUrl(QStringLiteral("qrc:/qt/qml/OurTable/Gallery/Gallery.qml")));
    if (view.status() != QQuickView::Ready)
        return 1;
    view.show();
    if (parser.isSet(save)) {
        QCoreApplication::processEvents(); // words that wrap move what is below them a frame later
        (void)view.grabWindow();
        QCoreApplication::processEvents();
        return view.grabWindow().save(parser.value(save)) ? 0 : 1;
    }
    return QGuiApplication::exec();
}
