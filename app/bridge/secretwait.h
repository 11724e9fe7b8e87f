// How long somebody has to wait after too many wrong secrets, told second by second to who looks at it.
#pragma once

#include <QObject>
#include <QTimer>

#include "core/support/clock.h"

namespace ourtable {

// Belongs to the session. What decides is core, which refuses a secret that comes too early; this only counts.
class SecretWait : public QObject {
    Q_OBJECT

public:
    // The clock outlives this.
    SecretWait(Clock &clock, QObject *parent);

    void begin(int seconds);
    void stop();
    [[nodiscard]] bool runs() const { return m_tick.isActive(); }
    // Whole seconds, at least 1 while it runs.
    [[nodiscard]] int left() const;
    // Does so by itself every second.
    void lookAtClock();

signals:
    void counted();
    void over();

private:
    Clock &m_clock;
    QTimer m_tick;
    std::int64_t m_until = 0; // by the monotonic clock
};

} // namespace ourtable
