// The server with the fake handler in a process of its own, so that a test can measure it: server_child CONNECTIONS
// DESCRIPTORS prints its port and serves until standard input ends.
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>

#include "tests/hub/server_fixture.h"

using namespace ourtable::hub;
using namespace ourtable::hub::test;

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    ServerLimits limits;
    limits.connections = limits.perLoopback = std::strtoul(argv[1], nullptr, 10);
    rlimit descriptors{};
    getrlimit(RLIMIT_NOFILE, &descriptors);
    descriptors.rlim_cur = std::min<rlim_t>(std::strtoul(argv[2], nullptr, 10), descriptors.rlim_max);
    setrlimit(RLIMIT_NOFILE, &descriptors);
    RunningServer server(limits);
    std::printf("%d\n", static_cast<int>(server.port()));
    std::fflush(stdout);
    while (std::getchar() != EOF)
        continue;
    server.stop();
    return 0;
}
