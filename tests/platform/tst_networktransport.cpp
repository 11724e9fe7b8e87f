// HTTPS to the hub and to nobody else (security.md 3.3; attacks 75 to 84 and 91 of its section 8).

#include <QSignalSpy>
#include <QTest>

#include "core/sync/invitation.h"
#include "platform/common/bootstraptransport.h"
#include "platform/common/certificatepin.h"
#include "platform/common/networktransport.h"
#include "tests/platform/testserver.h"

using namespace ourtable;
using namespace ourtable::platform;
using namespace ourtable::test;

namespace {

constexpr char kNames[] = "DNS:localhost,IP:127.0.0.1";
constexpr char kSecretBody[] = "SECRETBODY";

Bytes bytesOf(const QByteArray &octets) { return toBytes(octets.toStdString()); }

Hash pinOf(const Authority &authority)
{
    return pinOfCertificate(derOfCertificateFile(bytesOf(authority.certificate())).value()).value();
}

std::string addressOf(const TestServer &server, const char *host = "localhost")
{
    return std::string(host) + ":" + std::to_string(server.port());
}

std::unique_ptr<NetworkTransport> transportTo(const TestServer &server, const Authority &authority,
                                              const char *host = "localhost")
{
    return NetworkTransport::make({addressOf(server, host), pinOf(authority)}, bytesOf(authority.certificate())).value();
}

sync::TransportRequest post(int timeout = 20'000)
{
    return {"POST", "/v1/push?c=a1", "v1;d=ab", toBytes(std::string_view(kSecretBody)), timeout};
}

// One request that must end as Offline for this reason, with nothing of it told to whoever listens.
void expectOffline(TestServer &server, NetworkTransport &transport, const char *reason)
{
    server.answerWith(TestServer::answer("ok"));
    const Result<sync::TransportAnswer> answer = transport.send(post());
    QVERIFY(!answer.ok());
    QCOMPARE(answer.error(), (Error{ErrorCode::Offline, reason}));
    QVERIFY(!server.received().contains(kSecretBody));
    QVERIFY(!server.received().contains("v1;d=ab"));
}

} // namespace

class TestNetworkTransport : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void answersComeThroughAsTheyAre();
    void statusesAreAnswers_data();
    void statusesAreAnswers();
    void everyKindOfAuthority_data();
    void everyKindOfAuthority();
    void whatIsSent();
    void oneConnectionForSeveralRequests();
    void attack75_wrongAuthority();
    void attack75_authorityOfTheSameName();
    void attack75_selfSigned();
    void attack75_systemAuthoritiesDoNotCount();
    void attack76_wrongPin();
    void attack77_wrongHostName();
    void attack78_tls12();
    void attack79_http();
    void attack80_captivePortal_data();
    void attack80_captivePortal();
    void attack81_redirect();
    void attack82_tooLarge_data();
    void attack82_tooLarge();
    void attack82_compressedIsNotOpened();
    void attack83_cut();
    void attack84_expiredLeaf();
    void attack91_addresses_data();
    void attack91_addresses();
    void cookiesAreForgotten();
    void silentServer();
    void nobodyThere();
    void targetsGoOutAsSigned_data();
    void targetsGoOutAsSigned();
    void bootstrapBringsTheAuthority();
    void bootstrapIsLimited();

private:
    Authority m_authority;
    TestServer::Setting m_setting;
};

void TestNetworkTransport::initTestCase()
{
    m_setting = {m_authority.issue(kNames), m_authority.certificate()};
}

void TestNetworkTransport::answersComeThroughAsTheyAre()
{
    TestServer server(m_setting);
    const QByteArray body("\x00\xffzero and more", 15);
    server.answerWith(TestServer::answer(body));
    const auto transport = transportTo(server, m_authority);
    const Result<sync::TransportAnswer> answer = transport->send(post());
    QVERIFY(answer.ok());
    QCOMPARE(answer->status, 200u);
    QCOMPARE(answer->body, bytesOf(body));
    QCOMPARE(answer->retryAfter, 0u);
    server.answerWith(TestServer::answer(QByteArray(8 << 20, 'x')));
    QCOMPARE(transport->send(post()).value().body.size(), NetworkTransport::kLargestAnswer);
}

void TestNetworkTransport::statusesAreAnswers_data()
{
    QTest::addColumn<unsigned>("status");
    QTest::addColumn<QByteArray>("type");
    for (const unsigned status : {200u, 201u, 400u, 401u, 403u, 404u, 409u, 410u, 413u, 429u, 500u, 503u})
        QTest::addRow("%u", status) << status << QByteArray("application/cbor");
    QTest::newRow("with a parameter") << 403u << QByteArray("Application/CBOR; v=1");
}

void TestNetworkTransport::statusesAreAnswers()
{
    QFETCH(unsigned, status);
    QFETCH(QByteArray, type);
    TestServer server(m_setting);
    server.answerWith("HTTP/1.1 " + QByteArray::number(status) + " Said\r\nRetry-After: 17\r\nContent-Type: " + type
                      + "\r\nContent-Length: 4\r\n\r\nbody");
    const Result<sync::TransportAnswer> answer = transportTo(server, m_authority)->send(post());
    QVERIFY(answer.ok());
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->retryAfter, 17u);
    QCOMPARE(answer->body, toBytes(std::string_view("body")));
}

void TestNetworkTransport::everyKindOfAuthority_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("P-256") << static_cast<int>(KeyKind::P256);
    QTest::newRow("Ed25519") << static_cast<int>(KeyKind::Ed25519);
    QTest::newRow("RSA") << static_cast<int>(KeyKind::Rsa2048);
}

void TestNetworkTransport::everyKindOfAuthority()
{
    QFETCH(int, kind);
    const Authority authority(static_cast<KeyKind>(kind));
    for (const bool withAuthority : {true, false}) {
        TestServer server({authority.issue(kNames), withAuthority ? authority.certificate() : QByteArray()});
        server.answerWith(TestServer::answer("ok"));
        QVERIFY(transportTo(server, authority)->send(post()).ok());
        QVERIFY(transportTo(server, authority, "127.0.0.1")->send(post()).ok());
    }
}

void TestNetworkTransport::whatIsSent()
{
    TestServer server(m_setting);
    server.answerWith(TestServer::answer("ok"));
    QVERIFY(transportTo(server, m_authority)->send(post()).ok());
    const QByteArray sent = server.received();
    QVERIFY(sent.startsWith("POST /v1/push?c=a1 HTTP/1.1\r\n"));
    QVERIFY(sent.endsWith("\r\n\r\nSECRETBODY"));
    const QByteArray head = sent.toLower(); // names of headers have no case, and Qt 6.8 sends them small
    for (const char *line : {"\r\nourtable-auth: v1;d=ab\r\n", "\r\ncontent-type: application/cbor\r\n", "\r\naccept-encoding: identity\r\n",
                             "\r\naccept-language: *\r\n", "\r\nuser-agent: ourtable\r\n"})
        QVERIFY2(head.contains(line), line);
    QVERIFY(!head.contains("cookie"));
    const auto transport = transportTo(server, m_authority);
    sync::TransportRequest get{"GET", "/v1/pull?c=a1&after=12", {}, {}, 20'000};
    QVERIFY(transport->send(get).ok());
    QVERIFY(server.received().mid(sent.size()).startsWith("GET /v1/pull?c=a1&after=12 HTTP/1.1\r\n"));
    QVERIFY(!server.received().mid(sent.size()).toLower().contains("ourtable-auth"));
    get.method = "DELETE";
    QCOMPARE(transport->send(get).error().code, ErrorCode::InvalidInput);
}

void TestNetworkTransport::oneConnectionForSeveralRequests()
{
    TestServer server(m_setting);
    server.answerWith(TestServer::answer("ok"));
    const auto transport = transportTo(server, m_authority);
    for (int n = 0; n < 5; ++n)
        QVERIFY(transport->send(post()).ok());
    QCOMPARE(server.connections(), 1);
}

void TestNetworkTransport::attack75_wrongAuthority()
{
    const Authority other(KeyKind::P256, "Another authority");
    TestServer server({other.issue(kNames), other.certificate()});
    expectOffline(server, *transportTo(server, m_authority), "certificate");
}

void TestNetworkTransport::attack75_authorityOfTheSameName()
{
    const Authority imitation;
    TestServer server({imitation.issue(kNames), imitation.certificate()});
    expectOffline(server, *transportTo(server, m_authority), "certificate");
    // The real authority's certificate behind a leaf that it never signed.
    TestServer mixed({imitation.issue(kNames), m_authority.certificate()});
    expectOffline(mixed, *transportTo(mixed, m_authority), "certificate");
}

void TestNetworkTransport::attack75_selfSigned()
{
    const Authority alone;
    Identity identity = alone.issue(kNames);
    TestServer server({identity, {}});
    expectOffline(server, *transportTo(server, m_authority), "certificate");
}

void TestNetworkTransport::attack75_systemAuthoritiesDoNotCount()
{
    // As if a school or an employer had put an authority of theirs into the system's list.
    const Authority theirs;
    QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration changed = before;
    changed.setCaCertificates(QSslCertificate::fromData(theirs.certificate()));
    QSslConfiguration::setDefaultConfiguration(changed);
    TestServer server({theirs.issue(kNames), theirs.certificate()});
    expectOffline(server, *transportTo(server, m_authority), "certificate");
    QSslConfiguration::setDefaultConfiguration(before);
}

void TestNetworkTransport::attack76_wrongPin()
{
    TestServer server(m_setting);
    HubAddress hub{addressOf(server), pinOf(m_authority)};
    hub.caPin.octets[31] ^= 1;
    QCOMPARE(NetworkTransport::make(hub, bytesOf(m_authority.certificate())).error().code, ErrorCode::SealBroken);
    const Authority imitation;
    hub.caPin = pinOf(m_authority);
    QCOMPARE(NetworkTransport::make(hub, bytesOf(imitation.certificate())).error().code, ErrorCode::SealBroken);
    QCOMPARE(NetworkTransport::make(hub, bytesOf("no certificate")).error().code, ErrorCode::Malformed);
    QCOMPARE(server.connections(), 0);
}

void TestNetworkTransport::attack77_wrongHostName()
{
    TestServer server({m_authority.issue("DNS:another.example"), m_authority.certificate()});
    expectOffline(server, *transportTo(server, m_authority), "certificate host name");
    TestServer byName({m_authority.issue("DNS:localhost"), m_authority.certificate()});
    expectOffline(byName, *transportTo(byName, m_authority, "127.0.0.1"), "certificate host name");
}

void TestNetworkTransport::attack78_tls12()
{
    TestServer::Setting old = m_setting;
    old.protocol = QSsl::TlsV1_2;
    TestServer server(old);
    expectOffline(server, *transportTo(server, m_authority), "network");
}

void TestNetworkTransport::attack79_http()
{
    TestServer::Setting plain;
    plain.plain = true;
    TestServer server(plain);
    expectOffline(server, *transportTo(server, m_authority), "network");
}

void TestNetworkTransport::attack80_captivePortal_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("a page") << TestServer::answer("<html>Welcome to our Wi-Fi</html>", "text/html");
    QTest::newRow("octets") << TestServer::answer("ok", "application/octet-stream");
    QTest::newRow("no type") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
    QTest::newRow("an error page") << TestServer::answer("<html>No</html>", "text/html", "503 Away");
    QTest::newRow("an error without type") << QByteArray("HTTP/1.1 503 Away\r\nContent-Length: 2\r\n\r\nok");
    QTest::newRow("a type that begins alike") << TestServer::answer("ok", "application/cbor-seq");
}

void TestNetworkTransport::attack80_captivePortal()
{
    QFETCH(QByteArray, answer);
    TestServer server(m_setting);
    server.answerWith(answer);
    QCOMPARE(transportTo(server, m_authority)->send(post()).error(), (Error{ErrorCode::Offline, "content type"}));
}

void TestNetworkTransport::attack81_redirect()
{
    TestServer server(m_setting);
    TestServer other(m_setting);
    other.answerWith(TestServer::answer("stolen"));
    server.answerWith("HTTP/1.1 307 Elsewhere\r\nContent-Type: application/cbor\r\nContent-Length: 0\r\nLocation: https://"
                      + QByteArray::fromStdString(addressOf(other)) + "/v1/push\r\n\r\n");
    QCOMPARE(transportTo(server, m_authority)->send(post()).error(), (Error{ErrorCode::Offline, "redirect"}));
    QCOMPARE(other.connections(), 0);
}

void TestNetworkTransport::attack82_tooLarge_data()
{
    QTest::addColumn<QByteArray>("head");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\n";
    QTest::newRow("declared") << head + "Content-Length: 524288000\r\n\r\n";
    QTest::newRow("not declared") << head + "Connection: close\r\n\r\n";
    QTest::newRow("one chunk") << head + "Transfer-Encoding: chunked\r\n\r\n1f400000\r\n";
}

void TestNetworkTransport::attack82_tooLarge()
{
    QFETCH(QByteArray, head);
    TestServer server(m_setting);
    server.answerWith(head);
    server.followWith(500LL << 20);
    const auto transport = transportTo(server, m_authority);
    QCOMPARE(transport->send(post()).error(), (Error{ErrorCode::Offline, "too large"}));
    QVERIFY2(server.sent() < 40LL << 20, qPrintable(QString::number(server.sent())));
}

// 64 KiB of zeros, deflated to 90 octets: they come as they are, or not at all.
void TestNetworkTransport::attack82_compressedIsNotOpened()
{
    TestServer server(m_setting);
    const QByteArray deflated = qCompress(QByteArray(65536, '\0'), 9).mid(4);
    server.answerWith("HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nContent-Encoding: deflate\r\nContent-Length: "
                      + QByteArray::number(deflated.size()) + "\r\n\r\n" + deflated);
    const Result<sync::TransportAnswer> answer = transportTo(server, m_authority)->send(post());
    QVERIFY(!answer.ok() || answer->body == bytesOf(deflated));
}

void TestNetworkTransport::attack83_cut()
{
    TestServer server(m_setting);
    server.closeAfterAnswer(true);
    const auto transport = transportTo(server, m_authority);
    server.answerWith("HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nContent-Length: 1000\r\n\r\n" + QByteArray(500, 'h'));
    QCOMPARE(transport->send(post()).error(), (Error{ErrorCode::Offline, "cut"}));
    server.answerWith("HTTP/1.1 200 OK\r\nContent-Type: application/cbor\r\nTransfer-Encoding: chunked\r\n\r\n3e8\r\n"
                      + QByteArray(500, 'h'));
    QCOMPARE(transport->send(post()).error(), (Error{ErrorCode::Offline, "cut"}));
    server.answerWith("HTTP/1.1 503 Busy\r\nContent-Type: application/cbor\r\nContent-Length: 1000\r\n\r\n" + QByteArray(500, 'h'));
    QCOMPARE(transport->send(post()).error(), (Error{ErrorCode::Offline, "cut"}));
    server.answerWith("HTTP/1.1 200 OK\r\nContent-Ty");
    QCOMPARE(transport->send(post()).error().code, ErrorCode::Offline);
    server.answerWith({});
    QCOMPARE(transport->send(post()).error(), (Error{ErrorCode::Offline, "network"}));
}

void TestNetworkTransport::attack84_expiredLeaf()
{
    TestServer server({m_authority.issue(kNames, -1), m_authority.certificate()});
    expectOffline(server, *transportTo(server, m_authority), "certificate expired");
}

void TestNetworkTransport::attack91_addresses_data()
{
    QTest::addColumn<QByteArray>("address");
    for (const char *address : {"", "localhost", "localhost:0", "localhost:65536", "http://localhost:1", "file:///etc:1",
                                "user@localhost:1", "localhost:1/v1", "loc\xd0\xb0lhost:1", "local host:1", "localhost:1\r\nX: y",
                                "[::1:1", "-a:1"})
        QTest::newRow(address) << QByteArray(address);
}

void TestNetworkTransport::attack91_addresses()
{
    QFETCH(QByteArray, address);
    const HubAddress hub{address.toStdString(), pinOf(m_authority)};
    QCOMPARE(NetworkTransport::make(hub, bytesOf(m_authority.certificate())).error().code, ErrorCode::InvalidInput);
    QCOMPARE(BootstrapTransport(hub.address).fetchInvite({}).error().code, ErrorCode::InvalidInput);
}

void TestNetworkTransport::cookiesAreForgotten()
{
    TestServer server(m_setting);
    server.answerWith("HTTP/1.1 200 OK\r\nSet-Cookie: follow=me; Path=/\r\nCache-Control: max-age=9999\r\n"
                      "Content-Type: application/cbor\r\nContent-Length: 2\r\n\r\nok");
    const auto transport = transportTo(server, m_authority);
    sync::TransportRequest get{"GET", "/v1/fate", {}, {}, 20'000};
    QVERIFY(transport->send(get).ok());
    QVERIFY(transport->send(get).ok());
    QVERIFY(!server.received().contains("follow"));
    QCOMPARE(server.received().count("GET /v1/fate"), 2);
}

void TestNetworkTransport::silentServer()
{
    TestServer server(m_setting);
    server.answerWith("HTTP/1.1 200 OK\r\n"); // and then nothing
    QCOMPARE(transportTo(server, m_authority)->send(post(300)).error().code, ErrorCode::Offline);
}

void TestNetworkTransport::nobodyThere()
{
    std::string address;
    {
        const TestServer gone(m_setting);
        address = addressOf(gone);
    }
    const auto transport = NetworkTransport::make({address, pinOf(m_authority)}, bytesOf(m_authority.certificate())).value();
    QCOMPARE(transport->send(post()).error(), (Error{ErrorCode::Offline, "network"}));
}

void TestNetworkTransport::targetsGoOutAsSigned_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("sent");
    QTest::newRow("/v1/pull?c=0a1b&after=-1") << QByteArray("/v1/pull?c=0a1b&after=-1") << true;
    QTest::newRow("/healthz") << QByteArray("/healthz") << true;
    QTest::newRow("") << QByteArray("") << false;
    QTest::newRow("v1/pull") << QByteArray("v1/pull") << false;
    QTest::newRow("//elsewhere/v1") << QByteArray("//elsewhere/v1") << false;
    QTest::newRow("@elsewhere/v1") << QByteArray("@elsewhere/v1") << false;
    QTest::newRow(":1@elsewhere/") << QByteArray(":1@elsewhere/") << false;
    QTest::newRow("/v1/pull#part") << QByteArray("/v1/pull#part") << false;
    QTest::newRow("/v1/a b") << QByteArray("/v1/a b") << false;
    QTest::newRow("/v1/a\r\nX: y") << QByteArray("/v1/a\r\nX: y") << false;
    QTest::newRow("/v1/%zz") << QByteArray("/v1/%zz") << false;
    QTest::newRow("/v1/caf\xc3\xa9") << QByteArray("/v1/caf\xc3\xa9") << false;
}

void TestNetworkTransport::targetsGoOutAsSigned()
{
    QFETCH(QByteArray, target);
    QFETCH(bool, sent);
    TestServer server(m_setting);
    server.answerWith(TestServer::answer("ok"));
    const sync::TransportRequest get{"GET", target.toStdString(), {}, {}, 20'000};
    const Result<sync::TransportAnswer> answer = transportTo(server, m_authority)->send(get);
    QCOMPARE(answer.ok(), sent);
    if (sent)
        QVERIFY(server.received().startsWith(QByteArray("GET " + target + " HTTP/1.1\r\n")));
    else
        QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
}

void TestNetworkTransport::bootstrapBringsTheAuthority()
{
    TestServer server(m_setting);
    server.answerWith(TestServer::answer("voucher"));
    const InviteId invite = *InviteId::fromHexText("00112233445566778899aabbccddeeff");
    const BootstrapAnswer answer = BootstrapTransport(addressOf(server)).fetchInvite(invite).value();
    QCOMPARE(answer.answer.status, 200u);
    QCOMPARE(answer.answer.body, toBytes(std::string_view("voucher")));
    QCOMPARE(answer.certificates.size(), std::size_t{2});
    QVERIFY(server.received().startsWith("GET /v1/invite/00112233445566778899aabbccddeeff HTTP/1.1\r\n"));
    const Bytes authority = certificateWithPin(answer.certificates, pinOf(m_authority)).value();
    QVERIFY(NetworkTransport::make({addressOf(server), pinOf(m_authority)}, authority).value()->send(post()).ok());
    Hash other = pinOf(m_authority);
    other.octets[0] ^= 1;
    QCOMPARE(certificateWithPin(answer.certificates, other).error().code, ErrorCode::NotFound);
}

void TestNetworkTransport::bootstrapIsLimited()
{
    TestServer::Setting old = m_setting;
    old.protocol = QSsl::TlsV1_2;
    TestServer oldServer(old);
    QCOMPARE(BootstrapTransport(addressOf(oldServer)).fetchInvite({}).error().code, ErrorCode::Offline);
    TestServer server(m_setting);
    server.answerWith(TestServer::answer(QByteArray(65537, 'x')));
    QCOMPARE(BootstrapTransport(addressOf(server)).fetchInvite({}).error(), (Error{ErrorCode::Offline, "too large"}));
    server.answerWith(TestServer::answer("<html>", "text/html"));
    QCOMPARE(BootstrapTransport(addressOf(server)).fetchInvite({}).error(), (Error{ErrorCode::Offline, "content type"}));
}

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "tst_networktransport.moc"
