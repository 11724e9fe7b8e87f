#include "tests/bench/relay.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

#include "tests/bench/table.h"

namespace ourtable::bench {
namespace {

constexpr int kLookUpMilliseconds = 50; // for the end

sockaddr_in loopback(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    return address;
}

int connectedTo(std::uint16_t port)
{
    const int made = ::socket(AF_INET, SOCK_STREAM, 0);
    const sockaddr_in address = loopback(port);
    must(made >= 0 && ::connect(made, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0, "relay to hub");
    return made;
}

// Passes on what has come; false when this side has closed.
bool passOn(int from, int to, std::atomic<std::uint64_t> &counted)
{
    char octets[65536];
    const ssize_t came = ::read(from, octets, sizeof octets);
    for (ssize_t at = 0; at < came;) {
        const ssize_t sent = ::send(to, octets + at, static_cast<std::size_t>(came - at), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        at += sent;
    }
    counted += came > 0 ? static_cast<std::uint64_t>(came) : 0;
    return came > 0;
}

} // namespace

Relay::Relay(std::uint16_t to) : m_to(to), m_listening(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    must(m_listening >= 0 && ::bind(m_listening, reinterpret_cast<sockaddr *>(&address), length) == 0
             && ::listen(m_listening, 16) == 0 && ::getsockname(m_listening, reinterpret_cast<sockaddr *>(&address), &length) == 0,
         "relay");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

Relay::~Relay()
{
    m_stopped = true;
    m_thread.join();
    ::close(m_listening);
}

void Relay::run()
{
    // Entry 0 listens; after it each client is followed by its connection to the hub.
    std::vector<pollfd> open{{m_listening, POLLIN, 0}};
    while (!m_stopped) {
        if (::poll(open.data(), open.size(), kLookUpMilliseconds) <= 0)
            continue;
        for (std::size_t i = 1; i + 1 < open.size(); i += 2) {
            const bool up = !(open[i].revents) || passOn(open[i].fd, open[i + 1].fd, m_up);
            const bool down = !(open[i + 1].revents) || passOn(open[i + 1].fd, open[i].fd, m_down);
            if (up && down)
                continue;
            ::close(open[i].fd);
            ::close(open[i + 1].fd);
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(i), open.begin() + static_cast<std::ptrdiff_t>(i + 2));
            break;
        }
        if (open[0].revents & POLLIN) {
            open.push_back({::accept(m_listening, nullptr, nullptr), POLLIN, 0});
            open.push_back({connectedTo(m_to), POLLIN, 0});
        }
    }
    for (std::size_t i = 1; i < open.size(); ++i)
        ::close(open[i].fd);
}

} // namespace ourtable::bench
