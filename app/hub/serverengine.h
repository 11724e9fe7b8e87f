// What the server and its sessions share. Except where it says otherwise all of it belongs to the I/O thread.
#pragma once

#include <utility> // Boost 1.74's awaitable.hpp uses std::exchange without including it

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "app/hub/serverlimits.h"
#include "core/hub/http.h"

namespace ourtable::hub {

class Session;

// Sessions live in coroutine frames that the io_context holds when it goes, so what they touch when they end is declared
// before it, and what uses the io_context after it.
struct ServerEngine : std::enable_shared_from_this<ServerEngine> {
    explicit ServerEngine(const ServerLimits &given) : limits(given) {}

    const ServerLimits limits;
    HttpHandler *handler = nullptr;
    bool stopping = false; // no request is handed to the handler any more
    std::size_t largeBodies = 0;
    std::unordered_map<std::string, std::size_t> connectionsOf; // by the address that limits count
    std::unordered_set<Session *> sessions;

    boost::asio::ssl::context tls{boost::asio::ssl::context::tls_server};
    boost::asio::io_context context{1}; // one thread runs it; posting to it is free to all
    boost::asio::ip::tcp::acceptor acceptor{context};
    boost::asio::steady_timer pause{context};
    boost::asio::steady_timer watch{context};
};

// One counted place in a map of counts, given back when it goes.
class Admission {
public:
    Admission(std::unordered_map<std::string, std::size_t> &counts, std::string key)
        : m_counts(&counts), m_key(std::move(key))
    {
        ++counts[m_key];
    }
    ~Admission()
    {
        if (!m_counts)
            return;
        const auto place = m_counts->find(m_key);
        if (--place->second == 0)
            m_counts->erase(place);
    }
    Admission(Admission &&other) noexcept : m_counts(std::exchange(other.m_counts, nullptr)), m_key(std::move(other.m_key)) {}
    Admission &operator=(Admission &&) = delete;

private:
    std::unordered_map<std::string, std::size_t> *m_counts;
    std::string m_key;
};

} // namespace ourtable::hub
