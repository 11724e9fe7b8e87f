// Wall-clock time, and what to say of many measured times.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace ourtable::bench {

class Stopwatch {
public:
    [[nodiscard]] double milliseconds() const
    {
        return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

// Milliseconds, in any order. At least one has to be added before anything is asked.
class Times {
public:
    void add(double milliseconds) { m_times.push_back(milliseconds); }
    [[nodiscard]] std::size_t count() const { return m_times.size(); }
    // The time that this share of all are not longer than: 0.5 is the median.
    [[nodiscard]] double quantile(double share) const
    {
        std::vector<double> sorted = m_times;
        std::sort(sorted.begin(), sorted.end());
        const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size()));
        return sorted[std::min(at, sorted.size() - 1)];
    }
    [[nodiscard]] double median() const { return quantile(0.5); }

private:
    std::vector<double> m_times;
};

// How long the work takes.
template <class Work>
[[nodiscard]] double timed(Work &&work)
{
    const Stopwatch watch;
    work();
    return watch.milliseconds();
}

} // namespace ourtable::bench
