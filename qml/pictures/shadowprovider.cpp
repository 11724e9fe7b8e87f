#include "qml/pictures/shadowprovider.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ourtable {
namespace {

constexpr double kRadius = 16; // Theme.radiusCard
constexpr QRgb kColour = qRgb(0x1a, 0x25, 0x26);

struct Layer {
    double blur;
    double offset;
    double alpha;
};

struct Depth {
    int margin;
    int corner;
    std::array<Layer, 2> layers;
};

// ux.md 4.3.
constexpr Depth kCard{24, 48, {{{1.2, 1, 0.07}, {7, 3, 0.06}}}};
constexpr Depth kRaised{48, 80, {{{2, 1, 0.08}, {18, 10, 0.14}}}};

// How far a point is outside of a rounded square in the middle; negative inside.
double distance(double x, double y, double half)
{
    const double dx = std::abs(x) - half + kRadius;
    const double dy = std::abs(y) - half + kRadius;
    const double outside = std::hypot(std::max(dx, 0.0), std::max(dy, 0.0));
    return outside + std::min(std::max(dx, dy), 0.0) - kRadius;
}

} // namespace

ShadowProvider::ShadowProvider() : QQuickImageProvider(QQuickImageProvider::Image) {}

QImage ShadowProvider::requestImage(const QString &id, QSize *size, const QSize &)
{
    const Depth &depth = id == QLatin1String("2") ? kRaised : kCard;
    const int side = 2 * depth.corner + 1;
    const double middle = side / 2.0;
    QImage image(side, side, QImage::Format_ARGB32);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            double light = 1;
            for (const Layer &layer : depth.layers) {
                const double out = distance(x + 0.5 - middle, y + 0.5 - middle - layer.offset, middle - depth.margin);
                light *= 1 - layer.alpha * 0.5 * std::erfc(out / (layer.blur * std::sqrt(2.0)));
            }
            image.setPixel(x, y, qRgba(qRed(kColour), qGreen(kColour), qBlue(kColour), qRound((1 - light) * 255)));
        }
    }
    if (size)
        *size = image.size();
    return image;
}

} // namespace ourtable
