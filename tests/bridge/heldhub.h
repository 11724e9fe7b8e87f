// A line to the hub that a test holds back: answers are waited for in an event loop, as over the real one.
#pragma once

#include <QEventLoop>
#include <QTimer>

#include <atomic>

#include "tests/support/localhub.h"

namespace ourtable::test {

struct LineHold {
    std::atomic<bool> held = false;
    std::atomic<bool> waits = false; // somebody does
};

class HeldTransport final : public sync::Transport {
public:
    HeldTransport(LocalHub &hub, LineHold &hold) : m_hub(hub), m_hold(hold) {}
    Result<sync::TransportAnswer> send(const sync::TransportRequest &request) override
    {
        QEventLoop loop;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (!m_hold.held)
                loop.quit();
        });
        look.start(2);
        if (m_hold.held) {
            m_hold.waits = true;
            loop.exec();
            m_hold.waits = false;
        }
        return m_hub.send(request);
    }

private:
    LocalHub &m_hub;
    LineHold &m_hold;
};

class HeldConnector final : public usecases::HubConnector, public LineHold {
public:
    explicit HeldConnector(LocalHub &hub) : m_hub(hub), m_plain(hub) {}

    Result<std::unique_ptr<sync::Transport>> connect(const usecases::HubPlace &) override
    {
        return std::unique_ptr<sync::Transport>(std::make_unique<HeldTransport>(m_hub, *this));
    }
    Result<Bytes> caCertificate(const std::string &address, const Hash &caPin) override { return m_plain.caCertificate(address, caPin); }
    Result<sync::InviteInfo> inviteInfo(const std::string &address, const InviteId &invite) override { return m_plain.inviteInfo(address, invite); }
    Result<Hash> pinOf(ByteView caCertificate) override { return m_plain.pinOf(caCertificate); }

private:
    LocalHub &m_hub;
    LocalConnector m_plain;
};

} // namespace ourtable::test
