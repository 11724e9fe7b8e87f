#include "app/hub/server.h"

#include "app/hub/serverengine.h"
#include "app/hub/httpsession.h"
#include "app/hub/tls.h"
#include "core/support/log.h"

#include <csignal>

#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>

namespace ourtable::hub {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr int kBacklog = 1'024;
constexpr std::chrono::milliseconds kAcceptPause{100};
constexpr std::chrono::milliseconds kDeadlineStep{100}; // how late a deadline may be kept

Error bindError(const error_code &error)
{
    if (error == asio::error::address_in_use)
        return {ErrorCode::Conflict, "port"};
    if (error == asio::error::access_denied)
        return {ErrorCode::NotPermitted, "port"};
    return {ErrorCode::InvalidInput, "listen"};
}

// An IPv4 client of a socket for both kinds shows as an IPv6 address otherwise.
asio::ip::address plainAddress(const asio::ip::address &address)
{
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return address;
}

// What connections are counted by: an IPv6 client owns its whole /64.
std::string countedBy(const asio::ip::address &address)
{
    if (address.is_v4() || address.is_loopback())
        return address.to_string();
    asio::ip::address_v6::bytes_type octets = address.to_v6().to_bytes();
    std::fill(octets.begin() + 8, octets.end(), static_cast<unsigned char>(0));
    return asio::ip::address_v6(octets).to_string();
}

void admit(ServerEngine &engine, tcp::socket socket)
{
    error_code error;
    const tcp::endpoint remote = socket.remote_endpoint(error);
    if (error)
        return;
    const asio::ip::address address = plainAddress(remote.address());
    const std::string key = countedBy(address);
    const std::size_t cap = address.is_loopback() ? engine.limits.perLoopback : engine.limits.perAddress;
    const auto held = engine.connectionsOf.find(key);
    if (engine.sessions.size() >= engine.limits.connections || (held != engine.connectionsOf.end() && held->second >= cap)) {
        log::write(log::Level::Information, "connection_over_cap");
        return;
    }
    socket.set_option(tcp::no_delay(true), error);
    startSession(engine, std::move(socket), address.to_string(), Admission(engine.connectionsOf, key));
}

} // namespace

Result<std::unique_ptr<Server>> Server::bind(const ServerSettings &settings)
{
    std::unique_ptr<Server> made(new Server(settings));
    OURTABLE_TRY(configureTls(made->m_engine->tls.native_handle(), settings.chainFile));
    OURTABLE_TRY(made->listen(settings));
    return made;
}

Server::Server(const ServerSettings &settings) : m_engine(std::make_shared<ServerEngine>(settings.limits)) {}

Server::~Server() { stop(); }

Result<void> Server::listen(const ServerSettings &settings)
{
    error_code error;
    const asio::ip::address address = asio::ip::make_address(settings.listenAddress, error);
    if (error)
        return {ErrorCode::InvalidInput, "listen"};
    tcp::acceptor &acceptor = m_engine->acceptor;
    const tcp::endpoint endpoint(address, settings.port);
    acceptor.open(endpoint.protocol(), error);
    if (!error)
        acceptor.set_option(tcp::acceptor::reuse_address(true), error);
    if (!error && address.is_v6())
        acceptor.set_option(asio::ip::v6_only(false), error);
    if (!error)
        acceptor.bind(endpoint, error);
    if (!error)
        acceptor.listen(kBacklog, error);
    if (error)
        return bindError(error);
    m_port = acceptor.local_endpoint().port();
    return {};
}

void Server::start(HttpHandler &handler)
{
    std::signal(SIGPIPE, SIG_IGN); // a client that hangs up while it is written to is an error like any other (tlsstream.h)
    m_engine->handler = &handler;
    acceptNext();
    m_thread = std::thread([this] { run(); });
}

void Server::run()
{
    for (bool ended = false; !ended;) {
        try {
            m_engine->context.run();
            ended = true;
        } catch (const std::exception &) {
            log::write(log::Level::Failure, "io_thread_exception");
        }
    }
    m_ended.set_value();
}

void Server::stop()
{
    const std::lock_guard lock(m_stopping);
    if (!m_thread.joinable())
        return;
    asio::post(m_engine->context, [this] { beginStop(); });
    if (m_ended.get_future().wait_for(m_engine->limits.deadlines.stop) != std::future_status::ready) {
        log::write(log::Level::Warning, "stop_deadline");
        m_engine->context.stop();
    }
    m_thread.join();
}

void Server::beginStop()
{
    m_engine->stopping = true;
    error_code ignored;
    m_engine->acceptor.close(ignored);
    m_engine->pause.cancel();
    m_engine->watch.cancel(); // Deadlines::stop ends everything
    for (Session *session : m_engine->sessions)
        session->stop();
    m_engine->handler->cancelWaiting();
}

void Server::acceptNext()
{
    m_engine->acceptor.async_accept([this](const error_code &error, tcp::socket socket) {
        if (m_engine->stopping)
            return;
        if (error) {
            pauseAccepting();
            return;
        }
        m_paused = false;
        acceptNext();
        admit(*m_engine, std::move(socket));
        watchDeadlines();
    });
}

// While there are connections; a hub that nobody talks to sleeps.
void Server::watchDeadlines()
{
    if (m_engine->sessions.empty() || std::exchange(m_watching, true))
        return;
    m_engine->watch.expires_after(kDeadlineStep);
    m_engine->watch.async_wait([this](const error_code &) {
        m_watching = false;
        if (m_engine->stopping)
            return;
        for (Session *session : m_engine->sessions)
            session->checkDeadline(std::chrono::steady_clock::now());
        watchDeadlines();
    });
}

// Out of descriptors, mostly: trying again at once would spin until somebody hangs up.
void Server::pauseAccepting()
{
    if (!std::exchange(m_paused, true))
        log::write(log::Level::Warning, "accept_paused");
    m_engine->pause.expires_after(kAcceptPause);
    m_engine->pause.async_wait([this](const error_code &) {
        if (!m_engine->stopping)
            acceptNext();
    });
}

} // namespace ourtable::hub
