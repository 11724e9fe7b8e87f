// What makes the first search and the next opening quick: words into the index, and the sealed snapshot. In small parts, and
// only while nobody writes or touches anything.
#pragma once

#include <QObject>
#include <QTimer>

#include <cstdint>

namespace ourtable {

class Session;

class IdleWork : public QObject {
    Q_OBJECT

public:
    struct Pace { // milliseconds by the session's clock
        std::int64_t untilIndex = 4'000;
        std::int64_t untilSnapshot = 30'000;
        std::int64_t betweenSnapshots = 300'000;
        std::int64_t wordsAtOnce = 200;
    };

    explicit IdleWork(Session &session);

    bool eventFilter(QObject *watched, QEvent *event) override;
    // What the timer does; for tests, which move the clock themselves.
    void lookAtClock();
    [[nodiscard]] int snapshots() const { return m_snapshots; } // written or found to be fresh

private:
    void expect();
    void note();
    void indexSome();
    void writeSnapshot();
    [[nodiscard]] std::int64_t rested() const;

    Session &m_session;
    Pace m_pace;
    QTimer m_timer;
    std::int64_t m_lastInput = 0;
    std::int64_t m_lastSnapshot = 0;
    int m_snapshots = 0;
    bool m_indexDue = true;
    bool m_snapshotDue = true;
    bool m_busy = false;
};

} // namespace ourtable
