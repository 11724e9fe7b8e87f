// One line of the table for each measure: ours beside the limit of the same run, and the target of design README 6.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/support/result.h"

namespace ourtable::bench {

// What a figure is measured in, and which way is better.
enum class Unit { Milliseconds, Octets, Megabytes, PerSecond, Requests };

struct Row {
    std::string measure;
    Unit unit = Unit::Milliseconds;
    double ours = 0;
    double limit = 0;   // 0: nothing to compare with
    double target = 0;  // 0: none. At most, or for PerSecond at least
    bool ratioIsTarget = false; // target is a ratio to the limit
};

// Prints the row as Markdown to standard output, at once.
void print(const Row &row);

// --quick: tiny sizes, so that the program is proved to run and its figures mean nothing.
[[nodiscard]] bool isQuick(int argc, char **argv);

// Benchmarks do not go on after an error.
[[noreturn]] inline void stop(std::string_view step, std::string_view why = {})
{
    std::fprintf(stderr, "%s: %s\n", std::string(step).c_str(), std::string(why).c_str());
    std::exit(1);
}

template <class T>
T must(Result<T> result, std::string_view step)
{
    if (!result.ok())
        stop(step, std::string(nameOf(result.error().code)) + " " + result.error().detail);
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

inline void must(bool good, std::string_view step)
{
    if (!good)
        stop(step);
}

} // namespace ourtable::bench
