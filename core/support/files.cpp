#include "core/support/files.h"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace ourtable::files {
namespace {

class Descriptor {
public:
    explicit Descriptor(int descriptor) : m_descriptor(descriptor) {}
    ~Descriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    [[nodiscard]] int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

std::string folderOf(const std::string &path)
{
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

Result<void> writeAll(int descriptor, ByteView octets)
{
    while (!octets.empty()) {
        const ssize_t written = ::write(descriptor, octets.data(), octets.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errorOfErrno(errno);
        octets = octets.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

} // namespace

Error errorOfErrno(int number)
{
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        return {ErrorCode::StorageFull, {}};
    if (number == ENOENT)
        return {ErrorCode::NotFound, {}};
    return {ErrorCode::StorageFailed, "errno " + std::to_string(number)};
}

Result<void> writeWhole(const std::string &path, ByteView octets)
{
    const std::string temporary = path + ".new";
    {
        const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (file.get() < 0)
            return errorOfErrno(errno);
        Result<void> written = writeAll(file.get(), octets);
        if (written && ::fsync(file.get()) != 0)
            written = errorOfErrno(errno);
        if (!written) {
            ::unlink(temporary.c_str());
            return written;
        }
    }
    if (::rename(temporary.c_str(), path.c_str()) != 0)
        return errorOfErrno(errno);
    const Descriptor folder(::open(folderOf(path).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.get() >= 0 && ::fsync(folder.get()) != 0)
        return errorOfErrno(errno);
    return {};
}

Result<Bytes> readWhole(const std::string &path, std::size_t limit)
{
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return errorOfErrno(errno);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return errorOfErrno(errno);
    if (static_cast<std::uint64_t>(status.st_size) > limit)
        return ErrorCode::TooLarge;
    Bytes octets(static_cast<std::size_t>(status.st_size));
    std::size_t have = 0;
    while (have < octets.size()) {
        const ssize_t count = ::read(file.get(), octets.data() + have, octets.size() - have);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return errorOfErrno(errno);
        if (count == 0)
            break;
        have += static_cast<std::size_t>(count);
    }
    octets.resize(have);
    return octets;
}

Result<std::string> setAside(const std::string &path)
{
    for (int n = 1;; ++n) {
        std::string aside = path + ".aside-" + std::to_string(n);
        if (std::filesystem::exists(aside))
            continue;
        if (::rename(path.c_str(), aside.c_str()) != 0)
            return errorOfErrno(errno);
        return aside;
    }
}

Result<void> makeFolder(const std::string &path)
{
    std::error_code failed;
    const bool made = std::filesystem::create_directories(path, failed);
    if (failed)
        return errorOfErrno(failed.value());
    if (made)
        std::filesystem::permissions(path, std::filesystem::perms::owner_all, failed);
    return {};
}

Result<void> removeCopy(const std::string &path)
{
    if (::unlink(path.c_str()) != 0 && errno != ENOENT)
        return errorOfErrno(errno);
    return {};
}

} // namespace ourtable::files
