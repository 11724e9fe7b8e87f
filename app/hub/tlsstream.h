// One accepted socket under TLS: OpenSSL straight on the descriptor, waiting as Asio's coroutines wait. Asio's own TLS stream
// keeps 70 KB of buffers for every connection, idle ones too, which a thousand tablets that wait for news would pay for.
#pragma once

#include <utility> // Boost 1.74's awaitable.hpp uses std::exchange without including it

#include <cstdint>
#include <memory>
#include <span>

#include <openssl/ssl.h>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace ourtable::hub {

// Used by one coroutine on the I/O thread. The first error stays, ends the step under way, and makes every later step return
// at once: look at error() after each. eof: the client hung up; connection_aborted: what it sent is no TLS, or not ours.
// However much a client sends, and whatever OpenSSL makes of it, the thread's other work has its turn every few reads.
// A client that goes away while it is written to raises SIGPIPE, which the process has to ignore.
class TlsStream {
public:
    using ErrorCode = boost::system::error_code;

    // The context has to outlive it.
    TlsStream(boost::asio::ip::tcp::socket socket, SSL_CTX *context);
    TlsStream(const TlsStream &) = delete;
    TlsStream &operator=(const TlsStream &) = delete;

    [[nodiscard]] boost::asio::awaitable<void> handshake();
    // Returns when there is something to read, without keeping memory for it meanwhile.
    [[nodiscard]] boost::asio::awaitable<void> arrival();
    // At least one octet, at most one record; 0 with an error. The octets stay alive until it returns.
    [[nodiscard]] boost::asio::awaitable<std::size_t> readSome(std::span<std::uint8_t> into);
    // All of them.
    [[nodiscard]] boost::asio::awaitable<void> write(std::span<const std::uint8_t> octets);
    // Says that nothing more comes, then reads and throws away what the client still sends until it hangs up, or until that
    // was `most` octets: a client that is still sending has to be able to read its answer before a reset destroys it.
    [[nodiscard]] boost::asio::awaitable<void> close(std::size_t most);

    [[nodiscard]] const ErrorCode &error() const { return m_error; }
    // The step under way ends with this error, unless it has one. I/O thread, outside of the coroutine.
    void fail(const ErrorCode &reason);
    // Linux: what comes next is acknowledged at once. A client's system that gathers small writes (Nagle) holds the end of a
    // body back until then: up to 40 ms for every push. Holds for a while only, so it is asked for again before each wait.
    void acknowledgeAtOnce();

private:
    struct Free {
        void operator()(SSL *held) const { SSL_free(held); }
    };
    template <class Attempt>
    [[nodiscard]] boost::asio::awaitable<void> complete(Attempt &attempt);
    // OpenSSL asks before it reads from the socket, and tells of each message of its own protocol.
    static long beforeRead(BIO *bio, int what, const char *, std::size_t, int, long, int result, std::size_t *);
    static void noteMessage(int written, int, int type, const void *message, std::size_t size, SSL *, void *stream);
    [[nodiscard]] boost::asio::awaitable<void> wait(boost::asio::ip::tcp::socket::wait_type what);

    boost::asio::ip::tcp::socket m_socket;
    int m_readsLeft = 0;  // before others have their turn
    int m_keyUpdates = 0; // that the client sent
    std::unique_ptr<SSL, Free> m_tls;
    ErrorCode m_error;
};

} // namespace ourtable::hub
