// A hub that answers what a test tells it, right or wrong.
#pragma once

#include <QSslServer>
#include <QTcpServer>
#include <functional>

#include "tests/platform/testcertificates.h"

namespace ourtable::test {

// Runs in the event loop of the test's own thread, which NetworkTransport::send turns.
class TestServer : public QObject {
public:
    struct Setting {
        Identity identity;
        QByteArray authority;                   // PEM, sent behind the leaf; empty: leaf alone
        QSsl::SslProtocol protocol = QSsl::TlsV1_3OrLater;
        bool plain = false;                     // no TLS at all
    };
    explicit TestServer(const Setting &setting);

    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    // What every complete request is answered with, raw. Empty: the connection is closed.
    void answerWith(QByteArray answer) { m_answer = std::move(answer); }
    // After the answer, go on for so many octets of zeros as fast as the client takes them; over TLS only.
    void followWith(qint64 octets) { m_flood = octets; }
    void closeAfterAnswer(bool close) { m_close = close; }

    // Everything that arrived, over all connections, as it was after TLS.
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] qint64 sent() const { return m_sent; }

    // "HTTP/1.1 200 OK" with a type and a length that fits.
    [[nodiscard]] static QByteArray answer(const QByteArray &body, const QByteArray &type = "application/cbor",
                                           const QByteArray &status = "200 OK");

private:
    void serve(QTcpSocket *socket);
    void read(QTcpSocket *socket);
    void flood(QTcpSocket *socket);

    QTcpServer *m_server;
    QByteArray m_answer;
    QByteArray m_pending;
    QByteArray m_received;
    qint64 m_flood = 0;
    qint64 m_sent = 0;
    int m_connections = 0;
    bool m_close = false;
};

} // namespace ourtable::test
