// The leanest honest client: one TLS 1.3 connection, one request at a time, blocking. It does not look at certificates,
// which is the hub's business in no way.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include <openssl/ssl.h>

#include "core/support/bytes.h"

namespace ourtable::bench {

class TlsClient {
public:
    // Stops the program when the hub does not answer.
    explicit TlsClient(std::uint16_t port);
    ~TlsClient();
    TlsClient(TlsClient &&other) noexcept;
    TlsClient &operator=(TlsClient &&) = delete;

    struct Answer {
        int status = 0;
        Bytes body;
    };
    // The whole request as it goes over the line (httpRequest below).
    [[nodiscard]] Answer send(ByteView request);

private:
    void readMore();

    int m_socket = -1;
    SSL *m_tls = nullptr;
    std::string m_read;
};

// `authorization` may be empty.
[[nodiscard]] Bytes httpRequest(const std::string &method, const std::string &target, const std::string &authorization, ByteView body);

} // namespace ourtable::bench
