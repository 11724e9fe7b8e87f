// How much memory a process has had at most (VmHWM), in megabytes. Linux.
#pragma once

#include <fstream>
#include <string>
#include <sys/types.h>
#include <unistd.h>

namespace ourtable::bench {

[[nodiscard]] inline double peakMegabytes(pid_t process = ::getpid())
{
    static constexpr std::string_view kName = "VmHWM:";
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.compare(0, kName.size(), kName) == 0)
            return std::stod(line.substr(kName.size())) * 1024 / 1e6;
    }
    return 0;
}

} // namespace ourtable::bench
