#include "core/support/reserve.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

namespace ourtable {

void Reserve::look()
{
    std::error_code failed;
    const std::filesystem::space_info room = std::filesystem::space(std::filesystem::path(m_file).parent_path(), failed);
    if (!failed)
        look(static_cast<std::int64_t>(room.available));
}

void Reserve::look(std::int64_t available)
{
    std::error_code failed;
    if (available < kGiveBelow)
        std::filesystem::remove(m_file, failed);
    else if (available > kTakeAbove && !std::filesystem::exists(m_file, failed))
        take();
}

void Reserve::take()
{
    const int file = ::open(m_file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (file < 0)
        return;
    const bool taken = ::posix_fallocate(file, 0, kOctets) == 0; // real room: a hole would be none
    ::close(file);
    std::error_code failed;
    if (!taken)
        std::filesystem::remove(m_file, failed);
}

} // namespace ourtable
