// The hub's HTTPS server: accepts connections within its caps and lets sessions serve them.
#pragma once

#include <cstdint>
#include <future>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "app/hub/serverlimits.h"
#include "core/hub/http.h"
#include "core/support/result.h"

namespace ourtable::hub {

struct ServerEngine;

struct ServerSettings {
    std::string listenAddress = "0.0.0.0"; // an IPv4 or IPv6 address; "::" takes both kinds
    std::uint16_t port = 0;                // 0: any free one
    std::string chainFile;                 // key and certificates in PEM, see tls.h
    ServerLimits limits;
};

// Three steps: bind, start, stop. It has one I/O thread of its own; that is where the handler's functions are called, one
// after the other, and no call of handle() comes after cancelWaiting(). The handler outlives the server; its answers may
// come at any time, even after the server is gone.
class Server {
public:
    // Takes the port without serving yet. Conflict: the port is taken; NotPermitted: the system keeps it for others;
    // InvalidInput: no address of this machine; Corrupt: see configureTls.
    [[nodiscard]] static Result<std::unique_ptr<Server>> bind(const ServerSettings &settings);
    // Stops it.
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    [[nodiscard]] std::uint16_t port() const { return m_port; }

    // Serves from now on. Once only.
    void start(HttpHandler &handler);

    // Orderly: takes no more connections, drops the idle ones and half-sent requests, calls handler.cancelWaiting(), lets
    // the answers that are on their way be read, at most Deadlines::stop in all. Returns when the I/O thread has ended.
    // From any thread but that one; calling it again does nothing.
    void stop();

private:
    explicit Server(const ServerSettings &settings);

    [[nodiscard]] Result<void> listen(const ServerSettings &settings);
    void run();
    void beginStop();
    void acceptNext();
    void pauseAccepting();
    void watchDeadlines();

    std::shared_ptr<ServerEngine> m_engine; // shared with answers that are still out
    std::uint16_t m_port = 0;
    bool m_paused = false;   // of the I/O thread: the pause has been logged
    bool m_watching = false; // of the I/O thread: the next look at the deadlines is due
    std::mutex m_stopping;
    std::thread m_thread;
    std::promise<void> m_ended;
};

} // namespace ourtable::hub
