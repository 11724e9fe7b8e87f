// A blocking TLS client that sends whatever octets a test wants, well-formed or not.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include <openssl/ssl.h>

namespace ourtable::hub::test {

struct Answer {
    unsigned status = 0; // 0: the connection ended, or time ran out, before a whole answer came
    std::string head;
    std::string body;
};

// Trusts every certificate: what is tested is the server. One thread.
class TlsClient {
public:
    // Connects to 127.0.0.1 and shakes hands; connected() tells whether both worked.
    explicit TlsClient(std::uint16_t port, int newestVersion = TLS1_3_VERSION);
    ~TlsClient();
    TlsClient(TlsClient &&other) noexcept;
    TlsClient(const TlsClient &) = delete;
    TlsClient &operator=(const TlsClient &) = delete;

    [[nodiscard]] bool connected() const { return m_ssl != nullptr; }
    // From now on the system gathers small writes until what went before is acknowledged (Nagle), as most clients let it.
    void gatherSmallWrites();
    // False when the server does not take it any more.
    bool send(std::string_view octets);
    // Changes the keys of what it sends (TLS 1.3's KeyUpdate). False when the server does not take it any more.
    bool updateKeys();
    [[nodiscard]] Answer read(std::chrono::milliseconds within = std::chrono::seconds(10));
    // send and read.
    [[nodiscard]] Answer ask(std::string_view octets);
    // True when the server ends the connection in time; what it sends before that is thrown away.
    [[nodiscard]] bool endsWithin(std::chrono::milliseconds time);

private:
    [[nodiscard]] long receive(char *to, std::size_t size);
    void waitAtMost(std::chrono::milliseconds time);

    int m_socket = -1;
    SSL *m_ssl = nullptr;
    std::string m_received;
};

// A connected TCP socket without TLS, -1 when refused. The caller closes it.
[[nodiscard]] int plainSocket(std::uint16_t port);

// "GET target HTTP/1.1" with a Host and these further field lines, each ending in CRLF.
[[nodiscard]] std::string get(std::string_view target, std::string_view fields = {});
// "POST target" with Host, Content-Length and body.
[[nodiscard]] std::string post(std::string_view target, std::string_view body);

} // namespace ourtable::hub::test
