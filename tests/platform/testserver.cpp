#include "tests/platform/testserver.h"

#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace ourtable::test {
namespace {

constexpr qint64 kChunk = 256 * 1024;

QTcpServer *makeServer(const TestServer::Setting &setting, QObject *parent)
{
    if (setting.plain)
        return new QTcpServer(parent);
    auto *server = new QSslServer(parent);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QList<QSslCertificate> chain = QSslCertificate::fromData(setting.identity.certificate);
    chain += QSslCertificate::fromData(setting.authority);
    tls.setLocalCertificateChain(chain);
    tls.setPrivateKey(QSslKey(setting.identity.key, QSsl::Ec));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    tls.setProtocol(setting.protocol);
    server->setSslConfiguration(tls);
    return server;
}

// The length of the request at the start, 0 while it is not complete.
qsizetype completeRequest(const QByteArray &octets)
{
    const qsizetype head = octets.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    qsizetype length = 0;
    for (const QByteArray &line : octets.first(head).split('\n'))
        if (line.toLower().startsWith("content-length:"))
            length = line.mid(15).trimmed().toLongLong();
    const qsizetype whole = head + 4 + length;
    return octets.size() >= whole ? whole : 0;
}

} // namespace

TestServer::TestServer(const Setting &setting) : m_server(makeServer(setting, this))
{
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            serve(socket);
    });
    m_server->listen(QHostAddress::LocalHost);
}

QByteArray TestServer::answer(const QByteArray &body, const QByteArray &type, const QByteArray &status)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

void TestServer::serve(QTcpSocket *socket)
{
    ++m_connections;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (socket->bytesAvailable() > 0)
        read(socket);
}

void TestServer::read(QTcpSocket *socket)
{
    const QByteArray arrived = socket->readAll();
    m_received += arrived;
    m_pending += arrived;
    // A server without TLS makes nothing of a client's hello and answers at once.
    const qsizetype whole = qobject_cast<QSslSocket *>(socket) ? completeRequest(m_pending) : m_pending.size();
    if (whole == 0)
        return;
    m_pending.remove(0, whole);
    m_sent += socket->write(m_answer);
    if (m_flood > 0) {
        connect(static_cast<QSslSocket *>(socket), &QSslSocket::encryptedBytesWritten, this,
                [this, socket] { flood(socket); });
        flood(socket);
    } else if (m_close || m_answer.isEmpty()) {
        socket->disconnectFromHost();
    }
}

void TestServer::flood(QTcpSocket *socket)
{
    // No more than one chunk ahead of what the client takes.
    if (static_cast<QSslSocket *>(socket)->encryptedBytesToWrite() > 0 || m_flood <= 0 || socket->state() != QAbstractSocket::ConnectedState)
        return;
    const qint64 next = std::min(m_flood, kChunk);
    m_flood -= next;
    m_sent += socket->write(QByteArray(next, '\0'));
}

} // namespace ourtable::test
