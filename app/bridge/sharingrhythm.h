// When to share next, by a clock that counts while the device sleeps. Knows nothing of hubs and timers: it is told what came
// of the last sharing, and says when the next one is due.
#pragma once

#include <cstdint>
#include <functional>

namespace ourtable {

struct SharingPace { // milliseconds
    std::int64_t afterSave = 1'500;        // several notes in a row go together
    std::int64_t whileInUse = 240'000;
    std::int64_t whileSignedOut = 900'000;
    std::int64_t firstRetry = 15'000;      // then twice as long each time
    std::int64_t longestRetry = 600'000;
    double jitter = 0.2;                   // of each wait, either way: a café full of tablets comes back at once otherwise
};

class SharingRhythm {
public:
    // chance gives numbers from 0 to 1.
    SharingRhythm(const SharingPace &pace, std::function<double()> chance) : m_pace(pace), m_chance(std::move(chance)) {}

    void setPace(const SharingPace &pace) { m_pace = pace; }
    // Somebody asked for it.
    void wanted(std::int64_t now) { m_due = now; }
    // Something was saved: soon, unless the hub was out of reach a moment ago.
    void saved(std::int64_t now);
    // There is a way out again.
    void wayIsBack(std::int64_t now);

    // --- what came of a sharing
    void done(std::int64_t now, bool inUse);
    void outOfReach(std::int64_t now);
    void toldToWait(std::int64_t now, std::int64_t milliseconds);
    void needsHelp(std::int64_t now);

    [[nodiscard]] bool isDue(std::int64_t now) const { return now >= m_due; }
    [[nodiscard]] std::int64_t remaining(std::int64_t now) const { return m_due > now ? m_due - now : 0; }

private:
    [[nodiscard]] std::int64_t jittered(std::int64_t milliseconds) const;

    SharingPace m_pace;
    std::function<double()> m_chance;
    std::int64_t m_due = 0;
    int m_misses = 0; // in a row
};

} // namespace ourtable
