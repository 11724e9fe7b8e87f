#include "app/cli/process.h"

#include <atomic>
#include <csignal>
#include <ctime>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace ourtable::cli {
namespace {

std::atomic<bool> stopMark{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

extern "C" void markStop(int) { stopMark = true; }

} // namespace

void hardenProcess()
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    umask(077);
}

void catchStopSignals()
{
    struct sigaction action = {};
    action.sa_handler = markStop;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

bool stopWanted() { return stopMark; }

bool waitSeconds(int seconds)
{
    constexpr timespec kTenth{0, 100'000'000};
    for (int i = 0; i < seconds * 10 && !stopWanted(); ++i)
        nanosleep(&kTenth, nullptr);
    return !stopWanted();
}

} // namespace ourtable::cli
