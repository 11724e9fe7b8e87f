// The attacks of security.md 8 that the server itself answers, by their number, over TLS against a running server.
#include <sys/socket.h>
#include <unistd.h>

#include <QTest>

#include "tests/hub/server_fixture.h"

using namespace ourtable::hub;
using namespace ourtable::hub::test;
using namespace std::chrono_literals;

class Abuse : public QObject {
    Q_OBJECT
private slots:
    void attack59_pathTricks_data();
    void attack59_pathTricks();
    void attack60_conflictingLengths_data();
    void attack60_conflictingLengths();
    void attack60_bodyOfOneIsNeverTheNextRequest();
    void attack61_bodyOverTheLimit_data();
    void attack61_bodyOverTheLimit();
    void attack61_limitIsTheHandlers();
    void attack62_largeHeader();
    void attack62_manyTinyHeaders();
    void attack66_forwardedForIsIgnored();
    void malformedRequests_data();
    void malformedRequests();
    void garbage();
    void trailersStayBounded();
};

namespace {

// A shape is refused when the answer says so, the connection ends after it and nothing of it reached the handler.
void verifyRefused(const QByteArray &octets, unsigned status)
{
    RunningServer server;
    TlsClient client(server.port());
    QVERIFY(client.connected());
    QCOMPARE(client.ask(octets.toStdString()).status, status);
    QCOMPARE(client.read().status, 0u);
    QCOMPARE(server.handler().handled(), std::size_t(0));
    QVERIFY(server.serves());
}

} // namespace

void Abuse::attack59_pathTricks_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("parent") << QByteArray("/v1/../admin");
    QTest::newRow("parent at the end") << QByteArray("/v1/..");
    QTest::newRow("encoded slash") << QByteArray("/v1%2fpull");
    QTest::newRow("encoded dots") << QByteArray("/v1/%2e%2e/admin");
    QTest::newRow("encoded twice") << QByteArray("/v1/%252e%252e/admin");
    QTest::newRow("encoded query") << QByteArray("/v1/pull?c=%41");
    QTest::newRow("backslash") << QByteArray("/v1\\admin");
    QTest::newRow("two slashes") << QByteArray("//v1/pull");
    QTest::newRow("two slashes inside") << QByteArray("/v1//pull");
    QTest::newRow("no slash") << QByteArray("v1/pull");
    QTest::newRow("another host") << QByteArray("https://elsewhere/v1/pull");
    QTest::newRow("over-long dots") << QByteArray("/v1/\xc0\xae\xc0\xae/admin");
}

void Abuse::attack59_pathTricks()
{
    QFETCH(QByteArray, target);
    verifyRefused("GET " + target + " HTTP/1.1\r\nHost: hub\r\n\r\n", 404);
}

void Abuse::attack60_conflictingLengths_data()
{
    QTest::addColumn<QByteArray>("fields");
    const QByteArray body("\r\n5\r\nabcde\r\n0\r\n\r\n");
    const auto row = [](const char *name, const QByteArray &fields) { QTest::newRow(name) << fields; };
    row("length then chunked", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" + body);
    row("chunked then length", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n" + body);
    row("two lengths", "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef");
    row("two equal lengths", "Content-Length: 5\r\nContent-Length: 5\r\n\r\nabcde");
    row("a list of lengths", "Content-Length: 5, 5\r\n\r\nabcde");
    row("negative length", "Content-Length: -5\r\n\r\nabcde");
    row("signed length", "Content-Length: +5\r\n\r\nabcde");
    row("length past 2^64", "Content-Length: 18446744073709551621\r\n\r\nabcde");
    row("length of 2^64 - 1", "Content-Length: 18446744073709551615\r\n\r\nabcde");
    row("blank before the colon", "Content-Length : 5\r\n\r\nabcde");
    row("xchunked", "Transfer-Encoding: xchunked\r\n" + body);
    row("xchunked and a length", "Transfer-Encoding: xchunked\r\nContent-Length: 5\r\n\r\nabcde");
    row("gzip, chunked", "Transfer-Encoding: gzip, chunked\r\n" + body);
    row("chunked, identity", "Transfer-Encoding: chunked, identity\r\n" + body);
    row("identity", "Transfer-Encoding: identity\r\n" + body);
    row("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n" + body);
    row("chunked in quotes", "Transfer-Encoding: \"chunked\"\r\n" + body);
    row("folded chunked", "Transfer-Encoding:\r\n chunked\r\n" + body);
    row("no chunk size", "Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc");
    row("one chunk of 2^60", "Transfer-Encoding: chunked\r\n\r\n1fffffffffffffffffff\r\nabc");
}

void Abuse::attack60_conflictingLengths()
{
    QFETCH(QByteArray, fields);
    verifyRefused("POST /v1/push HTTP/1.1\r\nHost: hub\r\n" + fields, 400);
}

void Abuse::attack60_bodyOfOneIsNeverTheNextRequest()
{
    RunningServer server;
    const std::string inner = get("/healthz");
    TlsClient client(server.port());
    QCOMPARE(client.ask(post("/v1/push", inner)).body, std::to_string(inner.size()));
    QCOMPARE(client.ask("POST /v1/push HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, identity\r\n\r\n" + inner).status, 400u);
    QCOMPARE(client.read().status, 0u);
    QCOMPARE(server.handler().handled(), std::size_t(1));
}

void Abuse::attack61_bodyOverTheLimit_data()
{
    QTest::addColumn<QByteArray>("fields");
    const QByteArray chunk = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
    QTest::newRow("3 MB announced") << QByteArray("Content-Length: 3000000\r\n\r\n") + QByteArray(3'000'000, 'x');
    QTest::newRow("1.5 GB announced") << QByteArray("Content-Length: 1610612736\r\n\r\n") + QByteArray(3'000'000, 'x');
    QTest::newRow("one octet over") << QByteArray("Content-Length: 1048577\r\n\r\n") + QByteArray(1'048'577, 'x');
    QTest::newRow("3 MB in chunks") << QByteArray("Transfer-Encoding: chunked\r\n\r\n") + chunk.repeated(45) + "0\r\n\r\n";
    QTest::newRow("asks first") << QByteArray("Expect: 100-continue\r\nContent-Length: 3000000\r\n\r\n");
}

// The answer can be read although the client sends all of its body first.
void Abuse::attack61_bodyOverTheLimit()
{
    QFETCH(QByteArray, fields);
    verifyRefused("POST /v1/push HTTP/1.1\r\nHost: hub\r\n" + fields, 413);
}

void Abuse::attack61_limitIsTheHandlers()
{
    RunningServer server;
    QCOMPARE(server.ask(post("/v1/push", std::string(1u << 20, 'x'))).body, std::to_string(1u << 20));
    QCOMPARE(server.ask(post("/v1/hello", std::string(4'096, 'x'))).status, 200u);
    QCOMPARE(server.ask(post("/v1/hello", std::string(4'097, 'x'))).status, 413u);
    QCOMPARE(server.ask(get("/healthz", "Content-Length: 1\r\n") + "x").status, 413u);
}

void Abuse::attack62_largeHeader()
{
    verifyRefused("GET /healthz HTTP/1.1\r\nHost: hub\r\nA: " + QByteArray(20'000, 'a') + "\r\n\r\n", 431);
    verifyRefused("GET /" + QByteArray(20'000, 'a') + " HTTP/1.1\r\nHost: hub\r\n\r\n", 431);
    RunningServer server;
    QCOMPARE(server.ask(get("/healthz", "A: " + std::string(15'000, 'a') + "\r\n")).status, 200u);
}

void Abuse::attack62_manyTinyHeaders()
{
    verifyRefused("GET /healthz HTTP/1.1\r\nHost: hub\r\n" + QByteArray("a:b\r\n").repeated(3'000) + "\r\n", 431);
}

void Abuse::attack66_forwardedForIsIgnored()
{
    RunningServer server;
    const std::string fields = "X-Forwarded-For: 203.0.113.9\r\nForwarded: for=203.0.113.9\r\nOurTable-Auth: v1;d=ab\r\n";
    QCOMPARE(server.ask(get("/v1/vv", fields)).body, std::string("127.0.0.1 v1;d=ab"));
}

void Abuse::malformedRequests_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<unsigned>("status");
    QTest::newRow("no Host") << QByteArray("GET /healthz HTTP/1.1\r\n\r\n") << 400u;
    QTest::newRow("two Hosts") << QByteArray("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") << 400u;
    QTest::newRow("folded field") << QByteArray("GET /healthz HTTP/1.1\r\nHost: a\r\nA: b\r\n c\r\n\r\n") << 400u;
    QTest::newRow("bare line feeds") << QByteArray("GET /healthz HTTP/1.1\nHost: x\n\n") << 400u;
    static constexpr char nul[] = "GET /healthz HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n";
    QTest::newRow("NUL in a field") << QByteArray(nul, sizeof nul - 1) << 400u;
    QTest::newRow("HTTP/1.0") << QByteArray("GET /healthz HTTP/1.0\r\nHost: a\r\n\r\n") << 400u;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 400u;
    for (const char *method : {"TRACE", "CONNECT", "OPTIONS", "HEAD", "PUT", "DELETE", "PATCH"})
        QTest::newRow(method) << QByteArray(method) + " /healthz HTTP/1.1\r\nHost: a\r\n\r\n" << 405u;
}

void Abuse::malformedRequests()
{
    QFETCH(QByteArray, sent);
    QFETCH(unsigned, status);
    verifyRefused(sent, status);
}

void Abuse::garbage()
{
    RunningServer server(wideLimits());
    quint32 state = 7;
    for (int round = 0; round < 200; ++round) {
        std::string octets(300, '\0');
        for (char &octet : octets) {
            state = state * 1'664'525u + 1'013'904'223u;
            octet = static_cast<char>(state >> 24);
        }
        if (round % 2 == 0) {
            QCOMPARE(server.ask(octets).status, 400u);
            continue;
        }
        const int plain = plainSocket(server.port()); // no TLS at all
        QVERIFY(::send(plain, octets.data(), octets.size(), MSG_NOSIGNAL) > 0);
        ::close(plain);
    }
    QVERIFY(server.serves());
    QCOMPARE(server.handler().handled(), std::size_t(1));
}

void Abuse::trailersStayBounded()
{
    RunningServer server;
    const std::string head = "POST /v1/push HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n";
    std::string trailers;
    for (int i = 0; i < 30'000; ++i)
        trailers += "t: b\r\n";
    const unsigned status = server.ask(head + trailers + "\r\n").status;
    QVERIFY2(status == 431 || status == 400, std::to_string(status).c_str());
    // A trailer is no field of the request.
    QCOMPARE(server.ask(head + "OurTable-Auth: x\r\n\r\n").body, std::string("3"));
}

QTEST_GUILESS_MAIN(Abuse)
#include "abuse.moc"
