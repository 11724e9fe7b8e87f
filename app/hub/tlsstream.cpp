#include "app/hub/tlsstream.h"

#include <array>
#include <cerrno>
#include <netinet/tcp.h>

#include <openssl/err.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace ourtable::hub {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

using QuickAcknowledgement = asio::detail::socket_option::boolean<IPPROTO_TCP, TCP_QUICKACK>;

// Of 16 KB. OpenSSL loops over what carries no content (new keys, empty records) for as long as it can read.
constexpr int kReadsATurn = 2;
// A client that follows the rules sends one after millions of records.
constexpr int kKeyUpdates = 32;

TlsStream::ErrorCode errorOf(int reason)
{
    if (reason == SSL_ERROR_ZERO_RETURN)
        return asio::error::eof;
    if (reason != SSL_ERROR_SYSCALL)
        return asio::error::connection_aborted;
    return errno == 0 ? TlsStream::ErrorCode(asio::error::eof)
                      : TlsStream::ErrorCode(errno, boost::system::system_category());
}

} // namespace

TlsStream::TlsStream(tcp::socket socket, SSL_CTX *context) : m_socket(std::move(socket)), m_tls(SSL_new(context))
{
    m_socket.non_blocking(true, m_error); // being ready may prove wrong
    if (!m_error && (!m_tls || SSL_set_fd(m_tls.get(), m_socket.native_handle()) != 1))
        m_error = asio::error::no_memory;
    if (m_error)
        return;
    BIO *const socketBio = SSL_get_rbio(m_tls.get());
    BIO_set_callback_arg(socketBio, reinterpret_cast<char *>(this));
    BIO_set_callback_ex(socketBio, beforeRead);
    SSL_set_msg_callback(m_tls.get(), noteMessage);
    SSL_set_msg_callback_arg(m_tls.get(), this);
    SSL_set_accept_state(m_tls.get());
    SSL_set_read_ahead(m_tls.get(), 1); // one system call a record instead of two
    SSL_set_mode(m_tls.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
}

asio::awaitable<void> TlsStream::handshake()
{
    const auto attempt = [this] { return SSL_do_handshake(m_tls.get()); };
    co_await complete(attempt);
}

asio::awaitable<void> TlsStream::arrival()
{
    if (!m_error && SSL_has_pending(m_tls.get()) == 0)
        co_await wait(tcp::socket::wait_read);
}

asio::awaitable<std::size_t> TlsStream::readSome(std::span<std::uint8_t> into)
{
    std::size_t read = 0;
    const auto attempt = [&] { return SSL_read_ex(m_tls.get(), into.data(), into.size(), &read); };
    co_await complete(attempt);
    co_return read;
}

asio::awaitable<void> TlsStream::write(std::span<const std::uint8_t> octets)
{
    std::size_t written = 0;
    const auto attempt = [&] { return SSL_write_ex(m_tls.get(), octets.data(), octets.size(), &written); };
    while (!octets.empty() && !m_error) {
        co_await complete(attempt);
        octets = octets.subspan(written);
        written = 0;
    }
}

asio::awaitable<void> TlsStream::close(std::size_t most)
{
    // 0: ours is sent, the client's has not come. It is not waited for: what it still sends may come before it.
    const auto attempt = [this] {
        const int sent = SSL_shutdown(m_tls.get());
        return sent == 0 ? 1 : sent;
    };
    co_await complete(attempt);
    ErrorCode error = m_error;
    if (!error)
        m_socket.shutdown(tcp::socket::shutdown_send, error);
    std::array<char, 16u << 10> sink;
    for (std::size_t drained = 0; drained < most && !error && !m_error;) {
        co_await wait(tcp::socket::wait_read);
        if (!m_error)
            drained += m_socket.read_some(asio::buffer(sink), error);
        if (error == asio::error::would_block)
            error = {};
    }
}

void TlsStream::fail(const ErrorCode &reason)
{
    if (!m_error)
        m_error = reason;
    ErrorCode ignored;
    m_socket.cancel(ignored);
}

void TlsStream::acknowledgeAtOnce()
{
    ErrorCode ignored;
    m_socket.set_option(QuickAcknowledgement(true), ignored);
}

// Tries until it is done, waiting for the socket in between.
template <class Attempt>
asio::awaitable<void> TlsStream::complete(Attempt &attempt)
{
    while (!m_error) {
        ERR_clear_error();
        errno = 0;
        const int result = attempt();
        if (m_keyUpdates > kKeyUpdates)
            m_error = asio::error::connection_aborted;
        if (result > 0 || m_error)
            co_return;
        const int reason = SSL_get_error(m_tls.get(), result);
        if (reason == SSL_ERROR_WANT_READ)
            co_await wait(tcp::socket::wait_read);
        else if (reason == SSL_ERROR_WANT_WRITE)
            co_await wait(tcp::socket::wait_write);
        else
            m_error = errorOf(reason);
    }
}

long TlsStream::beforeRead(BIO *bio, int what, const char *, std::size_t, int, long, int result, std::size_t *)
{
    int &left = reinterpret_cast<TlsStream *>(BIO_get_callback_arg(bio))->m_readsLeft;
    if (what != BIO_CB_READ || left-- > 0)
        return result;
    left = 0;
    BIO_clear_retry_flags(bio);
    BIO_set_retry_read(bio); // as if nothing had come yet: complete() waits, and goes on in its turn
    return -1;
}

void TlsStream::noteMessage(int written, int, int type, const void *message, std::size_t size, SSL *, void *stream)
{
    if (written == 0 && type == SSL3_RT_HANDSHAKE && size > 0 && *static_cast<const std::uint8_t *>(message) == SSL3_MT_KEY_UPDATE)
        ++static_cast<TlsStream *>(stream)->m_keyUpdates;
}

asio::awaitable<void> TlsStream::wait(tcp::socket::wait_type what)
{
    ErrorCode error;
    asio::redirect_error_t<asio::use_awaitable_t<>> token(asio::use_awaitable_t<>(), error);
    co_await m_socket.async_wait(what, token);
    m_readsLeft = kReadsATurn;
    if (error && !m_error)
        m_error = error;
}

} // namespace ourtable::hub
