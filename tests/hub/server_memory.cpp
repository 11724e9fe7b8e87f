// How much memory and processor a server takes from its machine when clients ask for too much, measured on a process of its
// own: at most 100 MB whatever they do.
#include <algorithm>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>

#include "tests/hub/server_client.h"

using namespace ourtable::hub::test;
using namespace std::chrono_literals;

class ServerMemory : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void attack61_bodyOf1500MegabytesIsNotTaken_data();
    void attack61_bodyOf1500MegabytesIsNotTaken();
    void attack63_halfSentLargeBodies();
    void thousandIdleConnections();
    void thousandLongPolls();
    void outOfDescriptorsWithoutSpinning();
};

namespace {

constexpr qint64 kMegabyte = 1'000'000;

// The server's process, ended when this goes.
class ServerProcess {
public:
    explicit ServerProcess(int connections, int descriptors = 4'096)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(OURTABLE_HUB_TEST_SERVER), {QString::number(connections), QString::number(descriptors)});
        if (!m_process.waitForStarted() || !m_process.waitForReadyRead(30'000))
            qFatal("the server did not start");
        m_port = static_cast<std::uint16_t>(m_process.readLine().trimmed().toUInt());
    }
    // True when it stopped cleanly.
    bool end()
    {
        m_process.closeWriteChannel();
        return m_process.waitForFinished(20'000) && m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    ~ServerProcess() { end(); }

    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] bool serves() const { return TlsClient(m_port).ask(get("/healthz")).body == "ok\n"; }

    // The most memory that it had so far.
    [[nodiscard]] qint64 peakOctets() const
    {
        for (const QByteArray &line : read("status").split('\n')) {
            if (line.startsWith("VmHWM:"))
                return line.mid(6).trimmed().split(' ').constFirst().toLongLong() * 1'024;
        }
        return 0;
    }
    // Of processor time, in clock ticks.
    [[nodiscard]] qint64 ticks() const
    {
        const QList<QByteArray> fields = read("stat").split(' ');
        return fields.at(13).toLongLong() + fields.at(14).toLongLong();
    }

private:
    [[nodiscard]] QByteArray read(const char *name) const
    {
        QFile file(QStringLiteral("/proc/%1/%2").arg(m_process.processId()).arg(QLatin1String(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QProcess m_process;
    std::uint16_t m_port = 0;
};

void verifyPeakUnder100Megabytes(const ServerProcess &server)
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    Q_UNUSED(server) // the sanitizers' own memory is many times that
#else
    const qint64 peak = server.peakOctets();
    qInfo("peak %lld kB", static_cast<long long>(peak / 1'000));
    QVERIFY(peak > 0 && peak < 100 * kMegabyte);
#endif
}

} // namespace

void ServerMemory::initTestCase()
{
    rlimit descriptors{};
    getrlimit(RLIMIT_NOFILE, &descriptors);
    descriptors.rlim_cur = std::min<rlim_t>(descriptors.rlim_max, 4'096);
    setrlimit(RLIMIT_NOFILE, &descriptors);
    QVERIFY2(descriptors.rlim_cur >= 2'100, "a thousand connections need 2,100 open files: raise the hard limit (ulimit -Hn)");
}

void ServerMemory::attack61_bodyOf1500MegabytesIsNotTaken_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("piece");
    const QByteArray start("POST /v1/push HTTP/1.1\r\nHost: h\r\n");
    const QByteArray octets(0x10000, 'x');
    QTest::newRow("announced") << start + "Content-Length: 1610612736\r\n\r\n" << octets;
    QTest::newRow("in chunks") << start + "Transfer-Encoding: chunked\r\n\r\n" << "10000\r\n" + octets + "\r\n";
    QTest::newRow("in one chunk") << start + "Transfer-Encoding: chunked\r\n\r\n5fffffff\r\n" << octets;
}

// A client that sends without ever looking at the answer is cut off; one that looks has its answer (abuse.cpp).
void ServerMemory::attack61_bodyOf1500MegabytesIsNotTaken()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, piece);
    ServerProcess server(200);
    TlsClient client(server.port());
    QVERIFY(client.send(head.toStdString()));
    const std::string octets = piece.toStdString();
    qint64 sent = 0;
    while (sent < 1'500 * kMegabyte && client.send(octets))
        sent += piece.size();
    QVERIFY2(sent < 100 * kMegabyte, QByteArray::number(sent).constData());
    verifyPeakUnder100Megabytes(server);
    QVERIFY(server.serves());
    QVERIFY(server.end());
}

void ServerMemory::attack63_halfSentLargeBodies()
{
    ServerProcess server(600);
    const std::string half = "POST /v1/push HTTP/1.1\r\nHost: h\r\nContent-Length: 1048576\r\n\r\n" + std::string(1'000'000, 'x');
    std::vector<TlsClient> clients;
    unsigned refused = 0;
    for (int i = 0; i < 60; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(half);
    }
    for (TlsClient &client : clients)
        refused += client.read(100ms).status == 503 ? 1 : 0;
    QVERIFY(refused > 0);
    QVERIFY(server.serves());
    verifyPeakUnder100Megabytes(server);
}

void ServerMemory::thousandIdleConnections()
{
    ServerProcess server(1'100);
    std::vector<TlsClient> clients;
    for (int i = 0; i < 1'000; ++i) {
        clients.emplace_back(server.port());
        QCOMPARE(clients.back().ask(post("/v1/push", "abc")).body, std::string("3"));
    }
    verifyPeakUnder100Megabytes(server);
    QVERIFY(server.serves());
    QVERIFY(server.end());
}

void ServerMemory::thousandLongPolls()
{
    ServerProcess server(1'100);
    std::vector<TlsClient> clients;
    for (int i = 0; i < 1'000; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(get("/v1/wait"));
    }
    QVERIFY(server.serves());
    verifyPeakUnder100Megabytes(server);
    std::size_t answered = 0;
    std::thread reading([&clients, &answered] {
        for (TlsClient &client : clients)
            answered += client.read().body == "stopping" ? 1 : 0;
        clients.clear();
    });
    const bool clean = server.end();
    reading.join();
    QVERIFY(clean);
    QCOMPARE(answered, std::size_t(1'000));
}

void ServerMemory::outOfDescriptorsWithoutSpinning()
{
    ServerProcess server(200, 40);
    std::vector<int> sockets;
    for (int i = 0; i < 100; ++i)
        sockets.push_back(plainSocket(server.port()));
    QTest::qWait(300);
    const qint64 before = server.ticks();
    QTest::qWait(1'000);
    QVERIFY2(server.ticks() - before < 30, "it spins while there are no descriptors");
    for (const int held : sockets)
        ::close(held);
    QVERIFY(QTest::qWaitFor([&server] { return server.serves(); }, 10'000));
}

QTEST_GUILESS_MAIN(ServerMemory)
#include "server_memory.moc"
