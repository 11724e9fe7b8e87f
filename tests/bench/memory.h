// What a process has used: memory at most (VmHWM, in megabytes), and processor time. Linux.
#pragma once

#include <fstream>
#include <sstream>
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

// Milliseconds on any core, its own and the system's for it.
[[nodiscard]] inline double processorMilliseconds(pid_t process)
{
    static constexpr int kFieldsBefore = 11; // after the name: state to cmajflt
    std::ifstream stat("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(stat, line);
    std::istringstream fields(line.substr(line.rfind(')') + 1));
    std::string skipped;
    for (int i = 0; i < kFieldsBefore; ++i)
        fields >> skipped;
    double user = 0, system = 0;
    fields >> user >> system;
    return (user + system) * 1e3 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace ourtable::bench
