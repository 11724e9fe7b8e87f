// What an honest client gets from the server: connections kept, answers whole, caps and places given back.
#include <algorithm>

#include <QFile>
#include <QTest>

#include "app/hub/requestlog.h"
#include "core/support/log.h"
#include "tests/hub/server_fixture.h"

using namespace ourtable::hub;
using namespace ourtable::hub::test;
using namespace std::chrono_literals;
using ourtable::ErrorCode;

class ServerService : public QObject {
    Q_OBJECT
private slots:
    void oneConnectionCarriesManyRequests();
    void pipelinedRequestsAreAnsweredInOrder();
    void bodiesArriveWhole_data();
    void bodiesArriveWhole();
    void bodyInPiecesIsAcknowledgedAtOnce();
    void answersSayWhatTheyMust();
    void answersComeFromOtherThreads();
    void handlerDefectsAnswer500();
    void capOfOneAddress();
    void capInTotal();
    void largeBodiesHavePlaces();
    void clientThatDoesNotReadIsDropped();
    void takenPortIsSaid();
    void logNamesRoutesOnly();
};

void ServerService::oneConnectionCarriesManyRequests()
{
    RunningServer server;
    TlsClient client(server.port());
    for (int i = 0; i < 200; ++i)
        QCOMPARE(client.ask(get("/healthz")).body, std::string("ok\n"));
    const Answer last = client.ask(get("/healthz", "Connection: close\r\n"));
    QCOMPARE(last.status, 200u);
    QVERIFY(last.head.find("Connection: close") != std::string::npos);
    QVERIFY(client.endsWithin(5s));
}

void ServerService::pipelinedRequestsAreAnsweredInOrder()
{
    RunningServer server;
    TlsClient client(server.port());
    client.send(get("/healthz") + post("/v1/push", "abc") + get("/nowhere") + post("/v1/push", std::string(100'000, 'x')) + get("/healthz"));
    QCOMPARE(client.read().body, std::string("ok\n"));
    QCOMPARE(client.read().body, std::string("3"));
    QCOMPARE(client.read().status, 404u);
    QCOMPARE(client.read().body, std::string("100000"));
    QCOMPARE(client.read().body, std::string("ok\n"));
}

void ServerService::bodiesArriveWhole_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("octets");
    const QByteArray start("POST /v1/push HTTP/1.1\r\nHost: h\r\n");
    QTest::newRow("none") << start + "\r\n" << 0;
    QTest::newRow("length 0") << start + "Content-Length: 0\r\n\r\n" << 0;
    QTest::newRow("1 MiB") << start + "Content-Length: 1048576\r\n\r\n" + QByteArray(1 << 20, 'x') << (1 << 20);
    QTest::newRow("chunks") << start + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;ext=1\r\nde\r\n0\r\n\r\n" << 5;
    QTest::newRow("no chunk") << start + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" << 0;
}

void ServerService::bodiesArriveWhole()
{
    QFETCH(QByteArray, request);
    QFETCH(int, octets);
    RunningServer server;
    TlsClient client(server.port());
    QCOMPARE(client.ask(request.toStdString()).body, std::to_string(octets));
    // An octet at a time is as good.
    if (request.size() < 1'000) {
        for (const char octet : request)
            QVERIFY(client.send({&octet, 1}));
        QCOMPARE(client.read().body, std::to_string(octets));
    }
    QCOMPARE(client.ask(get("/healthz")).status, 200u);
}

namespace {

// The median time of a push whose head and body come in three writes.
std::chrono::nanoseconds pushInPieces(TlsClient &client)
{
    std::vector<std::chrono::nanoseconds> times;
    for (int i = 0; i < 25; ++i) {
        const auto began = std::chrono::steady_clock::now();
        client.send("POST /v1/push HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n\r\n");
        client.send("ab");
        client.send("cd");
        if (client.read().body != "4")
            return std::chrono::nanoseconds::max();
        times.push_back(std::chrono::steady_clock::now() - began);
    }
    std::ranges::nth_element(times, times.begin() + 12);
    return times[12];
}

} // namespace

// A system that gathers small writes waits for an acknowledgement, which another system may take 40 ms to give.
void ServerService::bodyInPiecesIsAcknowledgedAtOnce()
{
    RunningServer server;
    TlsClient plain(server.port()), gathering(server.port());
    gathering.gatherSmallWrites();
    const std::chrono::nanoseconds quick = pushInPieces(plain);
    const std::chrono::nanoseconds gathered = pushInPieces(gathering);
    QVERIFY2(gathered < 10 * quick, qPrintable(QStringLiteral("%1 ns, %2 ns").arg(gathered.count()).arg(quick.count())));
}

void ServerService::answersSayWhatTheyMust()
{
    RunningServer server;
    const Answer good = server.ask(get("/healthz"));
    QVERIFY(good.head.find("Content-Type: text/plain\r\n") != std::string::npos);
    QVERIFY(good.head.find("Cache-Control: no-store\r\n") != std::string::npos);
    QVERIFY(good.head.find("Content-Length: 3\r\n") != std::string::npos);
    QVERIFY(good.head.find("Server:") == std::string::npos);
    const Answer refused = server.ask("PUT / HTTP/1.1\r\nHost: h\r\n\r\n");
    QVERIFY(refused.head.find("Allow: GET, POST\r\n") != std::string::npos);
    QVERIFY(refused.head.find("Cache-Control: no-store\r\n") != std::string::npos);
    TlsClient asking(server.port());
    asking.send("POST /v1/push HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    QCOMPARE(asking.read().status, 100u);
    QCOMPARE(asking.ask("abc").body, std::string("3"));
}

void ServerService::answersComeFromOtherThreads()
{
    RunningServer server;
    std::vector<TlsClient> clients;
    for (int i = 0; i < 50; ++i) {
        clients.emplace_back(server.port());
        clients.back().send(i % 2 ? get("/v1/wait") : post("/v1/push", "abcd"));
    }
    QVERIFY(server.holds(25));
    std::thread other([&server] { server.handler().releaseWaiting(); });
    for (std::size_t i = 0; i < clients.size(); ++i)
        QCOMPARE(clients[i].read().body, std::string(i % 2 ? "woken" : "4"));
    other.join();
}

void ServerService::handlerDefectsAnswer500()
{
    RunningServer server;
    TlsClient client(server.port());
    QCOMPARE(client.ask(get("/v1/erase")).status, 500u);
    QCOMPARE(client.ask(get("/v1/keybag")).status, 500u);
    QCOMPARE(client.ask(get("/healthz")).status, 200u);
}

void ServerService::capOfOneAddress()
{
    ServerLimits limits;
    limits.perLoopback = 3;
    RunningServer server(limits);
    std::vector<TlsClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(server.port());
        QVERIFY(clients.back().connected());
    }
    QVERIFY(!TlsClient(server.port()).connected());
    clients.pop_back();
    QVERIFY(QTest::qWaitFor([&] { return server.serves(); }, 5'000));
}

void ServerService::capInTotal()
{
    ServerLimits limits;
    limits.connections = 2;
    RunningServer server(limits);
    TlsClient first(server.port());
    {
        const TlsClient second(server.port());
        QVERIFY(second.connected());
        QVERIFY(!TlsClient(server.port()).connected());
    }
    QVERIFY(QTest::qWaitFor([&] { return server.serves(); }, 5'000));
    QCOMPARE(first.ask(get("/healthz")).status, 200u);
}

void ServerService::largeBodiesHavePlaces()
{
    ServerLimits limits;
    limits.largeBodies = 2;
    RunningServer server(limits);
    const std::string half = "POST /v1/push HTTP/1.1\r\nHost: h\r\nContent-Length: 70000\r\n\r\nab";
    {
        TlsClient announced(server.port()), chunked(server.port());
        announced.send(half);
        chunked.send("POST /v1/push HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
        const auto full = [&server] { return server.ask(post("/v1/push", std::string(70'000, 'x'))).status == 503; };
        QVERIFY(QTest::qWaitFor(full, 5'000));
        const Answer refused = server.ask(post("/v1/push", std::string(900'000, 'x')));
        QCOMPARE(refused.status, 503u);
        QVERIFY(refused.head.find("Retry-After: 2\r\n") != std::string::npos);
        QCOMPARE(server.ask(post("/v1/push", std::string(65'536, 'x'))).status, 200u); // not counted
    }
    const auto free = [&server] { return server.ask(post("/v1/push", std::string(70'000, 'x'))).status == 200; };
    QVERIFY(QTest::qWaitFor(free, 5'000));
}

void ServerService::clientThatDoesNotReadIsDropped()
{
    ServerLimits limits;
    limits.deadlines.answer = 300ms;
    RunningServer server(limits);
    TlsClient client(server.port());
    for (int i = 0; i < 3; ++i)
        client.send(get("/v1/pull")); // 24 MiB: more than the sockets between the two hold
    QTest::qWait(1'000);
    QVERIFY(client.endsWithin(5s));
    QVERIFY(server.serves());
}

void ServerService::takenPortIsSaid()
{
    RunningServer server;
    ServerSettings settings = server.settings();
    settings.port = server.port();
    QCOMPARE(Server::bind(settings).error().code, ErrorCode::Conflict);
    settings.listenAddress = "192.0.2.1";
    QCOMPARE(Server::bind(settings).error().code, ErrorCode::InvalidInput);
    settings.listenAddress = "nowhere";
    QCOMPARE(Server::bind(settings).error().code, ErrorCode::InvalidInput);
    settings.chainFile = "/nonexistent";
    QCOMPARE(Server::bind(settings).error().code, ErrorCode::Corrupt);
}

void ServerService::logNamesRoutesOnly()
{
    QCOMPARE(routeOf("/v1/push").text(), std::string_view("/v1/push"));
    QCOMPARE(routeOf("/v1/pull?circle=1").text(), std::string_view("/v1/pull"));
    QCOMPARE(routeOf("/v1/invite/ab12").text(), std::string_view("/v1/invite"));
    QCOMPARE(routeOf("/v1/pushed").text(), std::string_view("other"));
    QCOMPARE(routeOf("/").text(), std::string_view("other"));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log"));
    QVERIFY(ourtable::log::openFile(path.toLocal8Bit().constData()));
    ourtable::log::setThreshold(ourtable::log::Level::Information);
    {
        RunningServer server;
        const std::string body = "canary-body";
        TlsClient client(server.port());
        QCOMPARE(client.ask("POST /v1/push?canary-query HTTP/1.1\r\nHost: canary-host\r\nOurTable-Auth: canary-auth\r\n\r\n").status, 404u);
        QCOMPARE(client.ask(post("/v1/push", body)).status, 200u);
        QCOMPARE(client.ask("GET /canary-path HTTP/1.1\r\nHost: h\r\nCanary: canary-value\r\n\r\n").status, 404u);
        QCOMPARE(client.ask("CANARY-METHOD /v1/../canary HTTP/1.1\r\nHost: h\r\n\r\n").status, 405u);
    }
    ourtable::log::setThreshold(ourtable::log::Level::Warning);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("request method=POST route=/v1/push status=200 in=11 out=2 ms="));
    QVERIFY(text.contains("request method=other route=other status=405 in=0 out="));
    QVERIFY(!text.toLower().contains("canary"));
}

QTEST_GUILESS_MAIN(ServerService)
#include "server_service.moc"
