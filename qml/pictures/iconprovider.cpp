#include "qml/pictures/iconprovider.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace ourtable {
namespace {

constexpr int kGrid = 24;

// The drawing with its colour and stroke; empty when there is none of this name.
QByteArray drawing(const QStringList &request)
{
    QFile file(QStringLiteral(":/ourtable/icons/%1.svg").arg(request.value(0)));
    if (request.size() != 3 || !file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    const QByteArray colour = "#" + request.at(1).toLatin1();
    const QByteArray stroke = "stroke-width=\"" + QByteArray::number(request.at(2).toInt() / 100.0) + "\"";
    svg.replace("currentColor", colour);
    svg.replace("stroke-width=\"1.75\"", stroke);
    return svg;
}

} // namespace

IconProvider::IconProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage IconProvider::requestImage(const QString &id, QSize *size, const QSize &requestedSize)
{
    QImage image(requestedSize.isEmpty() ? QSize(kGrid, kGrid) : requestedSize, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (const QByteArray svg = drawing(id.split(u'/')); !svg.isEmpty()) {
        QSvgRenderer renderer(svg);
        QPainter painter(&image);
        renderer.render(&painter);
    }
    if (size)
        *size = image.size();
    return image;
}

} // namespace ourtable
