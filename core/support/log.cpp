#include "core/support/log.h"

#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>

#include "core/support/civiltime.h"

namespace ourtable::log {
namespace {

std::mutex &guard()
{
    static std::mutex mutex;
    return mutex;
}

std::FILE *&sink()
{
    static std::FILE *file = stderr;
    return file;
}

std::atomic<Level> &threshold()
{
    static std::atomic<Level> level{Level::Warning};
    return level;
}

std::string_view nameOfLevel(Level level)
{
    switch (level) {
    case Level::Information: return "information";
    case Level::Warning: return "warning";
    case Level::Failure: break;
    }
    return "failure";
}

} // namespace

void write(Level level, Name event, std::initializer_list<Field> fields)
{
    if (level < threshold().load(std::memory_order_relaxed))
        return;
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::system_clock::now().time_since_epoch());
    std::string line = timestampOfMilliseconds(now.count());
    line.append(" ").append(nameOfLevel(level)).append(" ").append(event.text());
    for (const Field &field : fields) {
        line.append(" ").append(field.m_name.text()).append("=");
        if (const auto *number = std::get_if<std::int64_t>(&field.m_held))
            line.append(std::to_string(*number));
        else if (const auto *word = std::get_if<Name>(&field.m_held))
            line.append(word->text());
        else
            line.append(toHex(std::get<Field::Pseudonym>(field.m_held).octets));
    }
    line.push_back('\n');
    const std::lock_guard lock(guard());
    std::fwrite(line.data(), 1, line.size(), sink());
    std::fflush(sink());
}

bool openFile(const char *path)
{
    std::FILE *file = std::fopen(path, "ae");
    if (!file)
        return false;
    const std::lock_guard lock(guard());
    if (sink() != stderr)
        std::fclose(sink());
    sink() = file;
    return true;
}

void setThreshold(Level level) { threshold() = level; }

} // namespace ourtable::log
