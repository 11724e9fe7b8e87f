#include "app/bridge/sharingrhythm.h"

#include <algorithm>

namespace ourtable {

std::int64_t SharingRhythm::jittered(std::int64_t milliseconds) const
{
    const double part = 1.0 + m_pace.jitter * (2.0 * m_chance() - 1.0);
    return static_cast<std::int64_t>(static_cast<double>(milliseconds) * part);
}

void SharingRhythm::saved(std::int64_t now)
{
    if (m_misses == 0)
        m_due = std::min(m_due, now + m_pace.afterSave);
}

void SharingRhythm::wayIsBack(std::int64_t now)
{
    m_misses = 0;
    m_due = now + jittered(m_pace.afterSave);
}

void SharingRhythm::done(std::int64_t now, bool inUse)
{
    m_misses = 0;
    m_due = now + jittered(inUse ? m_pace.whileInUse : m_pace.whileSignedOut);
}

void SharingRhythm::outOfReach(std::int64_t now)
{
    std::int64_t wait = m_pace.firstRetry;
    for (int miss = 0; miss < m_misses && wait < m_pace.longestRetry; ++miss)
        wait *= 2;
    ++m_misses;
    m_due = now + jittered(std::min(wait, m_pace.longestRetry));
}

void SharingRhythm::toldToWait(std::int64_t now, std::int64_t milliseconds)
{
    ++m_misses;
    m_due = now + milliseconds + std::max<std::int64_t>(0, jittered(milliseconds) - milliseconds); // never sooner than told
}

void SharingRhythm::needsHelp(std::int64_t now)
{
    m_misses = std::max(m_misses, 1); // a save alone changes nothing about it
    m_due = now + jittered(m_pace.longestRetry);
}

} // namespace ourtable
