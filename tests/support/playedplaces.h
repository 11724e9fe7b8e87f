// Sources of places that are always the same: logs of a receiver in tests/data/places, played by Qt's own reader of NMEA
// sentences, and a system that says no.
#pragma once

#include <QFile>
#include <QNmeaPositionInfoSource>

#include "platform/common/qtplacesource.h"

namespace ourtable::test {

// A log of a receiver, played as it was recorded.
class PlayedSource final : public QNmeaPositionInfoSource {
public:
    explicit PlayedSource(const QString &name)
        : QNmeaPositionInfoSource(SimulationMode), m_log(QStringLiteral(OURTABLE_TEST_DATA) + u"/places/" + name)
    {
        if (!m_log.open(QIODevice::ReadOnly))
            qFatal("no such log of a receiver");
        setUserEquivalentRangeError(5);
        setDevice(&m_log);
    }

private:
    QFile m_log;
};

class RefusingSource final : public QGeoPositionInfoSource {
public:
    RefusingSource() : QGeoPositionInfoSource(nullptr) {}
    [[nodiscard]] QGeoPositionInfo lastKnownPosition(bool) const override { return {}; }
    [[nodiscard]] PositioningMethods supportedPositioningMethods() const override { return AllPositioningMethods; }
    [[nodiscard]] int minimumUpdateInterval() const override { return 0; }
    [[nodiscard]] Error error() const override { return AccessError; }
    void startUpdates() override {}
    void stopUpdates() override {}
    void requestUpdate(int) override { emit errorOccurred(AccessError); } // at once, as some systems do
};

inline platform::QtPlaceSource::Make playing(const QString &name)
{
    return [name] { return std::make_unique<PlayedSource>(name); };
}

} // namespace ourtable::test
