// A folder that goes with the test.
#pragma once

#include <filesystem>
#include <fstream>
#include <stdlib.h>
#include <string>

#include "core/support/bytes.h"

namespace ourtable::test {

// Made in the system's temporary folder, mode 0700; removed with everything in it at the end of its scope.
class TempFolder {
public:
    TempFolder()
    {
        std::string pattern = (std::filesystem::temp_directory_path() / "ourtable-XXXXXX").string();
        if (::mkdtemp(pattern.data()))
            m_path = pattern;
    }
    ~TempFolder()
    {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }
    TempFolder(const TempFolder &) = delete;
    TempFolder &operator=(const TempFolder &) = delete;

    [[nodiscard]] bool isGood() const { return !m_path.empty(); }
    [[nodiscard]] const std::string &path() const { return m_path; }
    [[nodiscard]] std::string file(const std::string &name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

// The whole file; empty when there is none.
[[nodiscard]] inline Bytes octetsOfFile(const std::string &path)
{
    std::ifstream in(path, std::ios::binary);
    return Bytes(std::istreambuf_iterator<char>(in), {});
}

// Replaces the file without any of files::writeWhole's care: this is how an attacker or a failing disk writes.
inline void overwriteFile(const std::string &path, ByteView octets)
{
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char *>(octets.data()), static_cast<std::streamsize>(octets.size()));
}

} // namespace ourtable::test
