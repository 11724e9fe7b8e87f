#include "platform/common/nearbysocket.h"

#include <QTcpSocket>
#include <QTimer>

#include <utility>

#include "core/sync/nearbyhandshake.h"

namespace ourtable::platform {
namespace {

constexpr int kLastWordsMilliseconds = 2'000; // for what was sent to go

} // namespace

NearbySocket::NearbySocket(std::unique_ptr<QTcpSocket> socket, int patienceMilliseconds)
    : m_socket(socket.release()), m_patience(std::make_unique<QTimer>()), m_frames(sync::kHandshakeOctets), m_halfOpen(std::make_shared<bool>(true)), m_here(std::make_shared<bool>(true))
{
    m_socket->setParent(nullptr);
    m_socket->setReadBufferSize(static_cast<qint64>(sync::kHandshakeOctets) + 64);
    m_patience->setSingleShot(true);
    QObject::connect(m_patience.get(), &QTimer::timeout, m_patience.get(), [this] { end({ErrorCode::Expired, "nearby"}); });
    m_patience->start(patienceMilliseconds);
}

NearbySocket::~NearbySocket()
{
    *m_here = false;
    m_socket->disconnect();
    QObject::connect(m_socket, &QTcpSocket::disconnected, m_socket, &QObject::deleteLater);
    const bool connected = m_socket->state() == QAbstractSocket::ConnectedState;
    QTimer::singleShot(connected ? kLastWordsMilliseconds : 0, m_socket, &QObject::deleteLater);
    if (connected)
        m_socket->disconnectFromHost();
}

void NearbySocket::listen(Ear ear)
{
    const bool listens = m_ear.heard != nullptr;
    m_ear = std::move(ear);
    if (listens)
        return;
    QObject::connect(m_socket, &QTcpSocket::readyRead, m_patience.get(), [this] { read(); }, Qt::QueuedConnection);
    QObject::connect(m_socket, &QTcpSocket::disconnected, m_patience.get(), [this] {
        const std::shared_ptr<bool> here = m_here;
        read(); // what came before the other hung up
        if (*here)
            end({ErrorCode::Offline, "nearby"});
    }, Qt::QueuedConnection);
    QObject::connect(m_socket, &QTcpSocket::errorOccurred, m_patience.get(), [this](QAbstractSocket::SocketError error) {
        if (error != QAbstractSocket::RemoteHostClosedError) // disconnected() follows
            end({ErrorCode::Offline, "nearby"});
    }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(m_patience.get(), [this] { read(); }, Qt::QueuedConnection); // what was there before
}

void NearbySocket::send(Bytes message)
{
    const Bytes frame = sync::NearbyFrames::framed(message);
    if (m_socket->state() == QAbstractSocket::ConnectedState) {
        m_socket->write(reinterpret_cast<const char *>(frame.data()), static_cast<qint64>(frame.size()));
        return;
    }
    const QByteArray held(reinterpret_cast<const char *>(frame.data()), static_cast<qsizetype>(frame.size()));
    QObject::connect(m_socket, &QTcpSocket::connected, m_patience.get(), [this, held] { m_socket->write(held); });
}

void NearbySocket::expect(std::size_t largest, int milliseconds)
{
    *m_halfOpen = false;
    m_frames.setLargest(largest);
    m_socket->setReadBufferSize(static_cast<qint64>(largest) + 64);
    m_patience->start(milliseconds);
}

void NearbySocket::read()
{
    const std::shared_ptr<bool> here = m_here;
    while (*here && !m_over) {
        Result<std::optional<Bytes>> next = m_frames.next();
        if (!next)
            return end(next.error());
        if (*next) {
            m_patience->start(); // as long again
            const auto heard = m_ear.heard; // it may drop this
            heard(std::move(**next));
            continue;
        }
        const QByteArray octets = m_socket->read(static_cast<qint64>(m_frames.room()));
        if (octets.isEmpty())
            return;
        m_frames.add({reinterpret_cast<const std::uint8_t *>(octets.constData()), static_cast<std::size_t>(octets.size())});
    }
}

void NearbySocket::end(const Error &why)
{
    if (std::exchange(m_over, true))
        return;
    m_patience->stop();
    const Ear ear = m_ear;
    if (ear.over)
        ear.over(why);
}

} // namespace ourtable::platform
