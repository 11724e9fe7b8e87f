#include "platform/common/endingsignals.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ourtable::platform {
namespace {

constexpr std::array kSignals{SIGTERM, SIGINT, SIGHUP};

volatile std::sig_atomic_t toTell = -1;

// May do nothing but what is safe in the middle of anything: one octet into a socket that never blocks.
extern "C" void tell(int)
{
    const int before = errno;
    const char octet = 0;
    [[maybe_unused]] const ssize_t written = ::write(static_cast<int>(toTell), &octet, 1); // full: it is told already
    errno = before;
}

} // namespace

struct EndingSignals::Pipe {
    std::array<int, 2> ends{-1, -1};
    std::array<struct sigaction, kSignals.size()> before{};
    std::unique_ptr<QSocketNotifier> notifier;
};

EndingSignals::EndingSignals(std::function<void()> asked)
    : m_pipe(std::make_unique<Pipe>())
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, m_pipe->ends.data()) != 0)
        return; // the signals end the program as ever
    toTell = m_pipe->ends[0];
    m_pipe->notifier = std::make_unique<QSocketNotifier>(m_pipe->ends[1], QSocketNotifier::Read);
    QObject::connect(m_pipe->notifier.get(), &QSocketNotifier::activated, [end = m_pipe->ends[1], asked = std::move(asked)] {
        char octet = 0;
        if (::read(end, &octet, 1) == 1)
            asked();
    });
    struct sigaction action = {};
    action.sa_handler = tell;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], &action, &m_pipe->before[i]);
}

EndingSignals::~EndingSignals()
{
    if (!m_pipe->notifier)
        return;
    for (std::size_t i = 0; i < kSignals.size(); ++i)
        ::sigaction(kSignals[i], &m_pipe->before[i], nullptr);
    m_pipe->notifier.reset();
    for (const int end : m_pipe->ends)
        ::close(end);
}

} // namespace ourtable::platform
