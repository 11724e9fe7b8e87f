#include "app/cli/linereader.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>

#include "app/cli/process.h"

namespace ourtable::cli {
namespace {

constexpr int kWakeEvery = 500; // milliseconds; a signal that comes between check and wait is noticed this late
constexpr std::size_t kPart = 64 * 1024;

} // namespace

std::optional<LineReader::Line> LineReader::next()
{
    while (true) {
        const std::size_t end = m_buffer.find('\n');
        if (end != m_buffer.npos || (m_ended && !m_buffer.empty())) {
            Line line{m_passingOver ? std::string() : m_buffer.substr(0, end), m_passingOver};
            m_buffer.erase(0, end == m_buffer.npos ? end : end + 1);
            m_passingOver = false;
            return line;
        }
        if (m_ended)
            return std::nullopt;
        if (m_buffer.size() > kLongest) {
            m_passingOver = true;
            m_buffer.clear();
        }
        if (!fill())
            return std::nullopt;
    }
}

// False when the program should stop. The end of the input is noticed by m_ended.
bool LineReader::fill()
{
    pollfd waiting{m_descriptor, POLLIN, 0};
    while (true) {
        if (stopWanted())
            return false;
        const int ready = ::poll(&waiting, 1, kWakeEvery);
        if (ready > 0)
            break;
        if (ready < 0 && errno != EINTR)
            return false;
    }
    char part[kPart];
    const ssize_t count = ::read(m_descriptor, part, sizeof part);
    if (count < 0)
        return errno == EINTR;
    m_ended = count == 0;
    m_buffer.append(part, static_cast<std::size_t>(count));
    return true;
}

} // namespace ourtable::cli
