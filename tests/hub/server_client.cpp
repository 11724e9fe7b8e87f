#include "tests/hub/server_client.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <utility>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <sys/socket.h>
#include <unistd.h>

namespace ourtable::hub::test {
namespace {

SSL_CTX *clientContext()
{
    std::signal(SIGPIPE, SIG_IGN); // OpenSSL writes to sockets that the server has closed
    static SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    return context;
}

} // namespace

int plainSocket(std::uint16_t port)
{
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(made, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) {
        const int on = 1;
        ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        return made;
    }
    ::close(made);
    return -1;
}

TlsClient::TlsClient(std::uint16_t port, int newestVersion) : m_socket(plainSocket(port))
{
    if (m_socket < 0)
        return;
    waitAtMost(std::chrono::seconds(20));
    m_ssl = SSL_new(clientContext());
    SSL_set_max_proto_version(m_ssl, newestVersion);
    SSL_set_fd(m_ssl, m_socket);
    if (SSL_connect(m_ssl) != 1)
        SSL_free(std::exchange(m_ssl, nullptr));
    ERR_clear_error();
}

TlsClient::TlsClient(TlsClient &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_ssl(std::exchange(other.m_ssl, nullptr)),
      m_received(std::move(other.m_received))
{
}

TlsClient::~TlsClient()
{
    SSL_free(m_ssl);
    if (m_socket >= 0)
        ::close(m_socket);
}

void TlsClient::waitAtMost(std::chrono::milliseconds time)
{
    timeval limit{};
    limit.tv_sec = time.count() / 1'000;
    limit.tv_usec = time.count() % 1'000 * 1'000;
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

void TlsClient::gatherSmallWrites()
{
    const int off = 0;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &off, sizeof off);
}

bool TlsClient::send(std::string_view octets)
{
    while (m_ssl && !octets.empty()) {
        ERR_clear_error();
        const int written = SSL_write(m_ssl, octets.data(), static_cast<int>(std::min<std::size_t>(octets.size(), 1u << 20)));
        if (written <= 0)
            return false;
        octets.remove_prefix(static_cast<std::size_t>(written));
    }
    return m_ssl != nullptr;
}

bool TlsClient::updateKeys()
{
    ERR_clear_error();
    return m_ssl && SSL_key_update(m_ssl, SSL_KEY_UPDATE_NOT_REQUESTED) == 1 && SSL_do_handshake(m_ssl) == 1;
}

long TlsClient::receive(char *to, std::size_t size)
{
    ERR_clear_error();
    errno = 0;
    return SSL_read(m_ssl, to, static_cast<int>(size));
}

Answer TlsClient::read(std::chrono::milliseconds within)
{
    Answer answer;
    std::array<char, 16'384> piece;
    waitAtMost(within);
    while (m_ssl) {
        const std::size_t headEnd = m_received.find("\r\n\r\n");
        const std::size_t field = m_received.find("Content-Length: ");
        const std::size_t length = field < headEnd ? std::stoul(m_received.substr(field + 16)) : 0;
        if (headEnd != m_received.npos && m_received.size() >= headEnd + 4 + length) {
            answer.head = m_received.substr(0, headEnd + 4);
            answer.body = m_received.substr(headEnd + 4, length);
            answer.status = static_cast<unsigned>(std::stoul(m_received.substr(9, 3)));
            m_received.erase(0, headEnd + 4 + length);
            break;
        }
        const long read = receive(piece.data(), piece.size());
        if (read <= 0)
            break;
        m_received.append(piece.data(), static_cast<std::size_t>(read));
    }
    return answer;
}

Answer TlsClient::ask(std::string_view octets)
{
    send(octets);
    return read();
}

bool TlsClient::endsWithin(std::chrono::milliseconds time)
{
    std::array<char, 16'384> piece;
    waitAtMost(time);
    long read = 1;
    while (m_ssl && read > 0)
        read = receive(piece.data(), piece.size());
    return errno != EAGAIN;
}

std::string get(std::string_view target, std::string_view fields)
{
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: hub\r\n" + std::string(fields) + "\r\n";
}

std::string post(std::string_view target, std::string_view body)
{
    return "POST " + std::string(target) + " HTTP/1.1\r\nHost: hub\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n"
        + std::string(body);
}

} // namespace ourtable::hub::test
