// One connection to a device nearby.
#pragma once

#include <memory>

#include "core/sync/nearbymessage.h"
#include "core/sync/nearbyway.h"

class QTcpSocket;
class QTimer;

namespace ourtable::platform {

// Reads no more than one message ahead, whatever is sent. Until expect() was called, as a handshake needs it.
class NearbySocket final : public sync::NearbyLine {
public:
    // Takes a socket that is connected, or connecting.
    NearbySocket(std::unique_ptr<QTcpSocket> socket, int patienceMilliseconds);
    ~NearbySocket() override;

    void listen(Ear ear) override;
    void send(Bytes message) override;
    void expect(std::size_t largest, int milliseconds) override;

    // True while a stranger may be at the other end: nobody called expect() yet. Expires with the line.
    [[nodiscard]] std::weak_ptr<bool> halfOpen() const { return m_halfOpen; }

private:
    void read();
    void end(const Error &why);

    QTcpSocket *m_socket; // has itself deleted when what was sent is gone
    std::unique_ptr<QTimer> m_patience;
    sync::NearbyFrames m_frames;
    Ear m_ear;
    bool m_over = false;
    std::shared_ptr<bool> m_halfOpen;
    std::shared_ptr<bool> m_here; // false once this is gone
};

} // namespace ourtable::platform
