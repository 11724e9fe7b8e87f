// Where this device is, by Qt Positioning: GeoClue on Linux, the system's own service elsewhere.
#pragma once

#include <functional>
#include <memory>

#include "core/support/placesource.h"

class QGeoPositionInfoSource;
class QObject;

namespace ourtable::platform {

// For one thread with an event loop. Reaches for the system when it is asked, not before, and lets go of it after the answer.
class QtPlaceSource final : public PlaceSource {
public:
    // Makes the source when it is needed; nullptr when there is none.
    using Make = std::function<std::unique_ptr<QGeoPositionInfoSource>()>;

    // The system's.
    QtPlaceSource();
    // Another one, which is there.
    QtPlaceSource(Make make, int patienceMilliseconds);
    ~QtPlaceSource() override;
    QtPlaceSource(const QtPlaceSource &) = delete;
    QtPlaceSource &operator=(const QtPlaceSource &) = delete;

    [[nodiscard]] bool available() const override;
    void ask(Tell tell) override;
    void stop() override;

private:
    void listen(int question);
    void answer(int question, const Result<Spot> &found);

    Make m_make;
    int m_patience; // milliseconds
    bool m_available;
    std::unique_ptr<QGeoPositionInfoSource> m_source; // while it is asked
    std::unique_ptr<QObject> m_here;                  // where its answers arrive
    Tell m_tell;
    int m_question = 0;                               // of the newest; answers to older ones are dropped
};

} // namespace ourtable::platform
