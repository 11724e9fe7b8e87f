// The guards on a request's head, each by itself; abuse.cpp sends the same shapes through a server.
#include <QTest>

#include "app/hub/requesthead.h"

using namespace ourtable::hub;

class ServerHead : public QObject {
    Q_OBJECT
private slots:
    void plainRequestIsRead();
    void lengthAndWordsAreRead();
    void refusals_data();
    void refusals();
    void finderTakesPieces();
    void finderRefuses_data();
    void finderRefuses();
    void sixtyFourFieldsAreEnough();
};

namespace {

Refusal judge(const QByteArray &raw)
{
    RequestHead head;
    return readHead(raw.toStdString(), head);
}

} // namespace

void ServerHead::plainRequestIsRead()
{
    RequestHead head;
    QCOMPARE(readHead("GET /v1/pull?c=a1&after=12 HTTP/1.1\r\nHost: hub\r\nOurTable-Auth:  v1;d=ab\t\r\n\r\n", head), Refusal::None);
    QCOMPARE(head.method, std::string("GET"));
    QCOMPARE(head.target, std::string("/v1/pull?c=a1&after=12"));
    QCOMPARE(head.authorization, std::string("v1;d=ab"));
    QVERIFY(!head.contentLength && !head.chunked && !head.expectsContinue);
}

void ServerHead::lengthAndWordsAreRead()
{
    RequestHead head;
    QCOMPARE(readHead("POST / HTTP/1.1\r\nHOST: h\r\ncontent-LENGTH: 007\r\nExpect: 100-Continue\r\n\r\n", head), Refusal::None);
    QCOMPARE(*head.contentLength, std::uint64_t(7));
    QVERIFY(head.expectsContinue);
    RequestHead chunked;
    QCOMPARE(readHead("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: Chunked\r\n\r\n", chunked), Refusal::None);
    QVERIFY(chunked.chunked);
}

void ServerHead::refusals_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<unsigned>("status");
    const QByteArray host("Host: h\r\n");
    const auto line = [&host](const char *name, const QByteArray &text, unsigned status) {
        QTest::newRow(name) << text << host << status;
    };
    line("lower-case method", "get / HTTP/1.1", 405);
    line("TRACE", "TRACE / HTTP/1.1", 405);
    line("CONNECT", "CONNECT hub:443 HTTP/1.1", 405);
    line("long method", QByteArray(17, 'A') + " / HTTP/1.1", 400);
    line("no method", " / HTTP/1.1", 400);
    line("empty line", "", 400);
    line("version 1.0", "GET / HTTP/1.0", 400);
    line("version 2", "PRI * HTTP/2.0", 400);
    line("no version", "GET /", 400);
    line("two blanks", "GET  / HTTP/1.1", 400);
    line("blank in target", "GET /a b HTTP/1.1", 400);
    line("tab in target", "GET /a\tb HTTP/1.1", 400);
    line("absolute target", "GET https://hub/v1/pull HTTP/1.1", 404);
    line("star", "GET * HTTP/1.1", 404);
    line("octet above ASCII", "GET /caf\xc3\xa9 HTTP/1.1", 404);
    const auto field = [](const char *name, const QByteArray &text, unsigned status) {
        QTest::newRow(name) << QByteArray("POST / HTTP/1.1") << text << status;
    };
    field("empty host", "Host:\r\n", 400);
    field("two hosts", "Host: h\r\nhost: h\r\n", 400);
    field("no colon", host + "nonsense\r\n", 400);
    field("empty name", host + ": x\r\n", 400);
    field("octet above ASCII in a value", host + "X: \xff\r\n", 400);
    field("two authorizations", host + "OurTable-Auth: a\r\nOurTable-Auth: a\r\n", 400);
    field("unknown expectation", host + "Expect: gold\r\n", 400);
    field("sixteen digits", host + "Content-Length: 0000000000000001\r\n", 400);
    field("empty length", host + "Content-Length:\r\n", 400);
    field("hexadecimal length", host + "Content-Length: 0x10\r\n", 400);
    field("length of signs", host + "Content-Length: +7\r\n", 400);
    field("empty encoding", host + "Transfer-Encoding:\r\n", 400);
    field("malformed wins over not found", "Host: h\r\nHost: h\r\n", 400);
    QTest::newRow("65 fields") << QByteArray("GET / HTTP/1.1") << host + QByteArray("a:b\r\n").repeated(64) << 431u;
}

void ServerHead::refusals()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, fields);
    QFETCH(unsigned, status);
    QCOMPARE(static_cast<unsigned>(judge(line + "\r\n" + fields + "\r\n")), status);
}

void ServerHead::finderTakesPieces()
{
    const std::string text = "GET / HTTP/1.1\r\nHost: h\r\n\r\nbody";
    HeadFinder finder;
    for (std::size_t size = 0; size < text.size() - 4; ++size)
        QCOMPARE(finder.look(std::string_view(text).substr(0, size)).length, std::size_t(0));
    QCOMPARE(finder.look(text).length, text.size() - 4);
    QCOMPARE(HeadFinder().look(text).length, text.size() - 4);
}

void ServerHead::finderRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<unsigned>("status");
    QTest::newRow("lone line feed") << QByteArray("GET / HTTP/1.1\nHost: h\n\n") << 400u;
    QTest::newRow("lone return") << QByteArray("GET / HTTP/1.1\rHost") << 400u;
    QTest::newRow("two returns") << QByteArray("GET / HTTP/1.1\r\r\n") << 400u;
    QTest::newRow("NUL") << QByteArray("GET /\0", 6) << 400u;
    QTest::newRow("escape") << QByteArray("GET / HTTP/1.1\r\nA: \x1b[1m") << 400u;
    QTest::newRow("delete") << QByteArray("GET /\x7f") << 400u;
    QTest::newRow("no end in 16 KiB") << QByteArray("GET /") + QByteArray(kHeadOctets, 'a') << 431u;
    QTest::newRow("end one octet late")
        << QByteArray("GET /") + QByteArray(int(kHeadOctets) - 8, 'a') + "\r\n\r\n" << 431u;
}

void ServerHead::finderRefuses()
{
    QFETCH(QByteArray, text);
    QFETCH(unsigned, status);
    const std::string held = text.toStdString();
    const HeadFinder::Found found = HeadFinder().look(held);
    QCOMPARE(static_cast<unsigned>(found.refusal), status);
    QCOMPARE(found.length, std::size_t(0));
}

void ServerHead::sixtyFourFieldsAreEnough()
{
    QCOMPARE(judge("GET / HTTP/1.1\r\nHost: h\r\n" + QByteArray("a:b\r\n").repeated(63) + "\r\n"), Refusal::None);
}

QTEST_GUILESS_MAIN(ServerHead)
#include "server_head.moc"
