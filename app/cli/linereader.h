// Lines from standard input, one at a time, interrupted by a signal that asks the program to stop.
#pragma once

#include <optional>
#include <string>

namespace ourtable::cli {

class LineReader {
public:
    static constexpr std::size_t kLongest = 1u << 20;

    explicit LineReader(int descriptor) : m_descriptor(descriptor) {}

    struct Line {
        std::string text;
        bool tooLong = false; // passed over; text is empty
    };
    // The next line without its end; nothing at the end of the input or when the program should stop.
    [[nodiscard]] std::optional<Line> next();

private:
    [[nodiscard]] bool fill();

    int m_descriptor;
    std::string m_buffer;
    bool m_passingOver = false;
    bool m_ended = false;
};

} // namespace ourtable::cli
