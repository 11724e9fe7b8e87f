// A real hub's rules and store, without HTTP and TLS in between: for tests of use cases and for the simulator.
#pragma once

#include <functional>
#include <memory>

#include "core/hub/hubservice.h"
#include "core/usecases/hubconnector.h"

namespace ourtable::test {

// What the line does with one request; the simulator and the fault tests decide.
enum class Line { Good, LoseRequest, LoseAnswer, Repeat };

class LocalHub {
public:
    LocalHub(std::string folder, Clock &clock, Random &random);
    ~LocalHub();

    // Makes the database and opens it; false when that fails.
    [[nodiscard]] bool create();
    // Stops and opens again, as after a crash.
    [[nodiscard]] bool restart();
    void stop() { m_service.reset(); }
    // Whether the hub's database has the change, read beside the running hub.
    [[nodiscard]] bool holds(const Hash &change) const;
    [[nodiscard]] hub::HubService &service() { return *m_service; }
    [[nodiscard]] const hub::HubSettings &settings() const { return m_settings; }
    [[nodiscard]] usecases::HubPlace place() const;

    // Asked before each request; good when empty.
    std::function<Line(const sync::TransportRequest &)> line;
    // A hostile hub: gets each answer before the client does, and may change it.
    std::function<void(const sync::TransportRequest &, hub::HttpAnswer &)> tamper;
    bool online = true;
    std::size_t requests = 0;
    std::size_t octetsUp = 0;   // bodies
    std::size_t octetsDown = 0;
    bool record = false;        // keep every octet that crosses the line, bodies and heads
    Bytes recorded;

    [[nodiscard]] Result<sync::TransportAnswer> send(const sync::TransportRequest &request);
    [[nodiscard]] hub::HttpAnswer deliver(const sync::TransportRequest &request);

private:
    Clock &m_clock;
    Random &m_random;
    hub::HubSettings m_settings;
    std::unique_ptr<hub::HubService> m_service;
};

// Connects to the local hub whatever address is asked for.
class LocalConnector final : public usecases::HubConnector {
public:
    explicit LocalConnector(LocalHub &hub) : m_hub(hub) {}
    [[nodiscard]] Result<std::unique_ptr<sync::Transport>> connect(const usecases::HubPlace &place) override;
    [[nodiscard]] Result<Bytes> caCertificate(const std::string &address, const Hash &caPin) override;
    [[nodiscard]] Result<sync::InviteInfo> inviteInfo(const std::string &address, const InviteId &invite) override;
    [[nodiscard]] Result<Hash> pinOf(ByteView caCertificate) override;

private:
    LocalHub &m_hub;
};

} // namespace ourtable::test
