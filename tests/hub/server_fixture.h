// A real server on a free port of the loopback, with a certificate of its own and the fake handler.
#pragma once

#include <ctime>

#include <QTemporaryDir>
#include <QTest>

#include "app/hub/certificates.h"
#include "app/hub/server.h"
#include "tests/hub/server_client.h"
#include "tests/hub/server_fakehandler.h"

namespace ourtable::hub::test {

// For a test that is many clients on one address.
inline ServerLimits wideLimits()
{
    ServerLimits limits;
    limits.perLoopback = 1'500;
    return limits;
}

// The folder with the certificate outlives the server, the handler too.
class RunningServer {
public:
    explicit RunningServer(ServerLimits limits = {})
    {
        const std::string folder = m_folder.path().toStdString();
        const Result<Authority> authority = Authority::create(folder, ::time(nullptr));
        if (!authority || !authority->ensureLeaf({"hub.test"}, ::time(nullptr)))
            qFatal("no certificate");
        m_settings.listenAddress = "127.0.0.1";
        m_settings.chainFile = authority->chainFile();
        m_settings.limits = limits;
        Result<std::unique_ptr<Server>> bound = Server::bind(m_settings);
        if (!bound)
            qFatal("no port");
        m_server = std::move(*bound);
        m_server->start(m_handler);
    }

    [[nodiscard]] std::uint16_t port() const { return m_server->port(); }
    [[nodiscard]] FakeHandler &handler() { return m_handler; }
    [[nodiscard]] const ServerSettings &settings() const { return m_settings; }
    [[nodiscard]] std::string folder() const { return m_folder.path().toStdString(); }
    void stop() { m_server->stop(); }
    // Takes the server away while the handler lives on.
    void destroy() { m_server.reset(); }

    // One request on a connection of its own.
    [[nodiscard]] Answer ask(std::string_view octets) const { return TlsClient(port()).ask(octets); }
    // The server still serves an honest client.
    [[nodiscard]] bool serves() const { return ask(get("/healthz")).body == "ok\n"; }
    // Waits until the handler holds this many requests.
    [[nodiscard]] bool holds(std::size_t count)
    {
        return QTest::qWaitFor([&] { return m_handler.waiting() == count; }, 10'000);
    }

private:
    QTemporaryDir m_folder;
    ServerSettings m_settings;
    FakeHandler m_handler;
    std::unique_ptr<Server> m_server;
};

} // namespace ourtable::hub::test
