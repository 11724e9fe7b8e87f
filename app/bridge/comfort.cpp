#include "app/bridge/comfort.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>

namespace ourtable {
namespace {

constexpr int kModes = 3;
constexpr double kSmallest = 0.9;
constexpr double kLargest = 2;
constexpr int kDensities = 3;
constexpr int kLongestMinutes = 10; // a tablet that lies open for longer is anybody's

// What an older or newer version wrote, or somebody by hand, is put right: a screen that nobody can read is no comfort.
Comfort::Settings settingsFrom(const QByteArray &json, const Comfort::Settings &otherwise)
{
    const QJsonObject held = QJsonDocument::fromJson(json).object();
    Comfort::Settings read;
    read.mode = std::clamp(held[QStringLiteral("mode")].toInt(otherwise.mode), 0, kModes - 1);
    read.textScale = std::clamp(held[QStringLiteral("textScale")].toDouble(otherwise.textScale), kSmallest, kLargest);
    read.family = held[QStringLiteral("family")].toString(otherwise.family);
    read.language = held[QStringLiteral("language")].toString(otherwise.language);
    read.lessMovement = held[QStringLiteral("lessMovement")].toBool(otherwise.lessMovement);
    read.moreLineSpace = held[QStringLiteral("moreLineSpace")].toBool(otherwise.moreLineSpace);
    read.moreLetterSpace = held[QStringLiteral("moreLetterSpace")].toBool(otherwise.moreLetterSpace);
    read.steadierTaps = held[QStringLiteral("steadierTaps")].toBool(otherwise.steadierTaps);
    read.density = std::clamp(held[QStringLiteral("density")].toInt(otherwise.density), 0, kDensities - 1);
    read.lockMinutes = std::clamp(held[QStringLiteral("lockMinutes")].toInt(otherwise.lockMinutes), 0, kLongestMinutes);
    return read;
}

QByteArray jsonOf(const Comfort::Settings &settings)
{
    const QJsonObject held{{QStringLiteral("mode"), settings.mode},
                           {QStringLiteral("textScale"), settings.textScale},
                           {QStringLiteral("family"), settings.family},
                           {QStringLiteral("language"), settings.language},
                           {QStringLiteral("lessMovement"), settings.lessMovement},
                           {QStringLiteral("moreLineSpace"), settings.moreLineSpace},
                           {QStringLiteral("moreLetterSpace"), settings.moreLetterSpace},
                           {QStringLiteral("steadierTaps"), settings.steadierTaps},
                           {QStringLiteral("density"), settings.density},
                           {QStringLiteral("lockMinutes"), settings.lockMinutes}};
    return QJsonDocument(held).toJson(QJsonDocument::Compact);
}

} // namespace

Comfort::Comfort(const QString &folder, QObject *parent) : QObject(parent), m_file(folder + QStringLiteral("/comfort.json"))
{
    QFile file(m_file);
    if (file.open(QIODevice::ReadOnly))
        m_device = settingsFrom(file.readAll(), {});
    m_now = m_device;
}

void Comfort::take(const Settings &settings)
{
    if (settings == m_now)
        return;
    m_now = settings;
    emit changed();
    if (m_personal) {
        emit personalChanged(QString::fromUtf8(jsonOf(m_now)));
        return;
    }
    m_device = m_now;
    QSaveFile file(m_file);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(jsonOf(m_device));
        file.commit(); // a device that can't keep it asks again next time
    }
}

void Comfort::follow(const QString &personal)
{
    m_personal = true;
    const Settings theirs = settingsFrom(personal.toUtf8(), m_device);
    if (theirs == m_now)
        return;
    m_now = theirs;
    emit changed();
}

void Comfort::unfollow()
{
    m_personal = false;
    if (m_device == m_now)
        return;
    m_now = m_device;
    emit changed();
}

void Comfort::setMode(int mode) { change(&Settings::mode, std::clamp(mode, 0, kModes - 1)); }

void Comfort::setTextScale(double scale) { change(&Settings::textScale, std::clamp(scale, kSmallest, kLargest)); }

void Comfort::setDensity(int density) { change(&Settings::density, std::clamp(density, 0, kDensities - 1)); }

void Comfort::setLockMinutes(int minutes) { change(&Settings::lockMinutes, std::clamp(minutes, 0, kLongestMinutes)); }

} // namespace ourtable
