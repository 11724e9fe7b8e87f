// Clients that take their time, and clients that send without end (security.md 8, attack 63): the others have their turn, the
// deadlines hold, and so does the stop.
#include <thread>

#include <sys/socket.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QTest>

#include "tests/hub/server_fixture.h"

using namespace ourtable::hub;
using namespace ourtable::hub::test;
using namespace std::chrono_literals;

class SlowClients : public QObject {
    Q_OBJECT
private slots:
    void attack63_silentClients_data();
    void attack63_silentClients();
    void attack63_fiveHundredHalfSentRequests();
    void attack63_floodLeavesTheOthersTheirTurn();
    void attack63_floodDoesNotHoldUpTheStop();
    void attack63_newKeysWithoutEnd();
};

namespace {

// A body of hardly anything in chunks of 8 KB, which take longer to read than to send, for 15 seconds.
class Flood {
public:
    explicit Flood(std::uint16_t port) : m_client(port), m_thread([this] { send(); }) {}
    ~Flood() { (void)wasCut(); }
    // Whether the server put an end to it.
    [[nodiscard]] bool wasCut()
    {
        if (m_thread.joinable())
            m_thread.join();
        return m_cut;
    }

private:
    void send()
    {
        const std::string chunk = "1;a=" + std::string(8'000, 'b') + "\r\nx\r\n";
        m_client.send("POST /v1/push HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
        QElapsedTimer since;
        since.start();
        while (!m_cut && since.elapsed() < 15'000)
            m_cut = !m_client.send(chunk);
    }

    TlsClient m_client;
    bool m_cut = false;
    std::thread m_thread;
};

} // namespace

void SlowClients::attack63_silentClients_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one octet") << QByteArray("G");
    QTest::newRow("half a head") << QByteArray("POST /v1/push HTTP/1.1\r\nHo");
    QTest::newRow("half a body") << QByteArray("POST /v1/push HTTP/1.1\r\nHost: h\r\nContent-Length: 7040\r\n\r\nab");
    QTest::newRow("half a chunk") << QByteArray("POST /v1/push HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nab");
}

void SlowClients::attack63_silentClients()
{
    QFETCH(QByteArray, sent);
    ServerLimits limits;
    limits.deadlines.firstOctet = limits.deadlines.head = limits.deadlines.body = 200ms;
    RunningServer server(limits);
    TlsClient client(server.port());
    QVERIFY(client.send(sent.toStdString()));
    QVERIFY(client.endsWithin(10s));
    // Not even the handshake.
    limits.deadlines.handshake = 200ms;
    RunningServer impatient(limits);
    const int silent = plainSocket(impatient.port());
    char octet = 0;
    QCOMPARE(::recv(silent, &octet, 1, 0), ssize_t(0));
    ::close(silent);
}

void SlowClients::attack63_floodLeavesTheOthersTheirTurn()
{
    ServerLimits limits;
    limits.deadlines.body = 1'000ms;
    RunningServer server(limits);
    Flood one(server.port()), other(server.port());
    for (int i = 0; i < 20; ++i)
        QVERIFY(server.serves());
    QVERIFY(one.wasCut());
    QVERIFY(other.wasCut());
}

void SlowClients::attack63_floodDoesNotHoldUpTheStop()
{
    RunningServer server;
    Flood one(server.port()), other(server.port());
    QVERIFY(server.serves());
    server.stop();
    QVERIFY(one.wasCut());
    QVERIFY(other.wasCut());
}

// 27 octets each on the wire, a new key and a new cipher for each at the hub.
void SlowClients::attack63_newKeysWithoutEnd()
{
    RunningServer server;
    TlsClient client(server.port());
    for (int i = 0; i < 20; ++i)
        QVERIFY(client.updateKeys());
    QCOMPARE(client.ask(get("/healthz")).status, 200u);
    bool taken = true;
    for (int i = 0; taken && i < 200'000; ++i)
        taken = client.updateKeys();
    QVERIFY(!taken);
    QVERIFY(server.serves());
}

void SlowClients::attack63_fiveHundredHalfSentRequests()
{
    ServerLimits limits = wideLimits();
    limits.deadlines.head = limits.deadlines.body = 1'500ms;
    RunningServer server(limits);
    std::vector<TlsClient> slow;
    for (int i = 0; i < 500; ++i) {
        slow.emplace_back(server.port());
        QVERIFY(slow.back().connected());
        const bool inBody = i % 2 == 1;
        slow.back().send(inBody ? "POST /v1/push HTTP/1.1\r\nHost: h\r\nContent-Length: 7040\r\n\r\nab" : "POST /v1/push HTTP/1.1\r\nHo");
    }
    TlsClient honest(server.port());
    const std::string body(700, 'x');
    for (int i = 0; i < 50; ++i)
        QCOMPARE(honest.ask(post("/v1/push", body)).body, std::string("700"));
    for (TlsClient &client : slow) {
        client.send("a"); // an octet now and then wins no time
        QVERIFY(client.endsWithin(10s));
    }
    QVERIFY(server.serves());
    QCOMPARE(server.handler().handled(), std::size_t(51));
}

QTEST_GUILESS_MAIN(SlowClients)
#include "slowclients.moc"
