// The counted places for large bodies (ServerLimits::largeBodies).
#pragma once

#include "app/hub/requesthead.h"
#include "app/hub/serverengine.h"

namespace ourtable::hub {

// Takes a place for the time in which a body is read, when the head announces a large one or none at all. I/O thread only.
class LargeBodyPlace {
public:
    LargeBodyPlace(ServerEngine &engine, const RequestHead &head)
        : m_engine(engine), m_counts(head.chunked || head.contentLength.value_or(0) > kLargeBody),
          m_granted(!m_counts || engine.largeBodies < engine.limits.largeBodies)
    {
        if (m_counts && m_granted)
            ++m_engine.largeBodies;
    }
    ~LargeBodyPlace()
    {
        if (m_counts && m_granted)
            --m_engine.largeBodies;
    }
    LargeBodyPlace(const LargeBodyPlace &) = delete;
    LargeBodyPlace &operator=(const LargeBodyPlace &) = delete;

    // False: all places are taken, the body must not be read.
    [[nodiscard]] bool granted() const { return m_granted; }

private:
    ServerEngine &m_engine;
    bool m_counts;
    bool m_granted;
};

} // namespace ourtable::hub
