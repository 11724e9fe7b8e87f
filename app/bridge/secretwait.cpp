#include "app/bridge/secretwait.h"

#include <algorithm>

namespace ourtable {
namespace {

constexpr int kSecond = 1'000; // milliseconds

} // namespace

SecretWait::SecretWait(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_tick.setInterval(kSecond);
    connect(&m_tick, &QTimer::timeout, this, &SecretWait::lookAtClock);
}

void SecretWait::begin(int seconds)
{
    m_until = m_clock.monotonicMilliseconds() + static_cast<std::int64_t>(std::max(seconds, 1)) * kSecond;
    m_tick.start();
}

void SecretWait::stop() { m_tick.stop(); }

int SecretWait::left() const
{
    const std::int64_t left = m_until - m_clock.monotonicMilliseconds();
    return static_cast<int>(std::max<std::int64_t>((left + kSecond - 1) / kSecond, 1));
}

void SecretWait::lookAtClock()
{
    if (!runs())
        return;
    if (m_clock.monotonicMilliseconds() < m_until)
        return emit counted();
    stop();
    emit over();
}

} // namespace ourtable
