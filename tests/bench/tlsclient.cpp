#include "tests/bench/tlsclient.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

#include "core/sync/requestauth.h"
#include "tests/bench/table.h"

namespace ourtable::bench {
namespace {

constexpr std::string_view kLength = "Content-Length: ";

SSL_CTX *context()
{
    static SSL_CTX *const made = [] {
        SSL_CTX *fresh = SSL_CTX_new(TLS_client_method());
        SSL_CTX_set_min_proto_version(fresh, TLS1_3_VERSION);
        return fresh;
    }();
    return made;
}

} // namespace

TlsClient::TlsClient(std::uint16_t port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0)), m_tls(SSL_new(context()))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    must(m_socket >= 0 && ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0, "connect");
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    must(SSL_set_fd(m_tls, m_socket) == 1 && SSL_connect(m_tls) == 1, "TLS");
}

TlsClient::TlsClient(TlsClient &&other) noexcept
    : m_socket(std::exchange(other.m_socket, -1)), m_tls(std::exchange(other.m_tls, nullptr)), m_read(std::move(other.m_read))
{
}

TlsClient::~TlsClient()
{
    SSL_free(m_tls);
    if (m_socket >= 0)
        ::close(m_socket);
}

void TlsClient::readMore()
{
    char octets[16384];
    const int came = SSL_read(m_tls, octets, sizeof octets);
    must(came > 0, "the hub hung up");
    m_read.append(octets, static_cast<std::size_t>(came));
}

TlsClient::Answer TlsClient::send(ByteView request)
{
    must(SSL_write(m_tls, request.data(), static_cast<int>(request.size())) == static_cast<int>(request.size()), "write");
    std::size_t end = 0;
    while ((end = m_read.find("\r\n\r\n")) == std::string::npos)
        readMore();
    const std::size_t length = m_read.find(kLength);
    must(m_read.starts_with("HTTP/1.1 ") && length < end, "answer");
    const std::size_t body = std::stoul(m_read.substr(length + kLength.size(), end));
    while (m_read.size() < end + 4 + body)
        readMore();
    Answer answer{std::stoi(m_read.substr(9, 3)), toBytes(viewOf(m_read).subspan(end + 4, body))};
    m_read.erase(0, end + 4 + body);
    return answer;
}

Bytes httpRequest(const std::string &method, const std::string &target, const std::string &authorization, ByteView body)
{
    std::string head = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/cbor\r\n";
    if (!authorization.empty())
        head += std::string(sync::kAuthHeader) + ": " + authorization + "\r\n";
    head += std::string(kLength) + std::to_string(body.size()) + "\r\n\r\n";
    Bytes request = toBytes(viewOf(head));
    append(request, body);
    return request;
}

} // namespace ourtable::bench
