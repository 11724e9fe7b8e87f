// The hub's certificates and its side of TLS, seen by the library that tablets use. Attacks by their number in security.md 8.
#include <sys/stat.h>

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTest>

#include "app/hub/certificates.h"
#include "app/hub/tls.h"
#include "core/crypto/hashing.h"
#include "core/support/files.h"
#include "tests/hub/server_fixture.h"

using namespace ourtable;
using namespace ourtable::hub;
using namespace ourtable::hub::test;

class Tls : public QObject {
    Q_OBJECT
private slots:
    void clientThatTrustsTheAuthorityConnects_data();
    void clientThatTrustsTheAuthorityConnects();
    void attack75_anotherAuthorityIsRefused();
    void attack76_pinIsOfThePublicKey();
    void attack77_wrongHostNameIsRefused();
    void attack78_olderTlsIsRefused();
    void attack79_plainHttpIsRefused();
    void sessionsAreNotKept();
    void authorityIsMadeOnce();
    void authorityMustBePrivateAndWhole();
    void leafIsMadeAgainWhenItMust();
    void leafIsForItsNames();
    void hostNames_data();
    void hostNames();
};

namespace {

constexpr std::int64_t kNow = 1'795'000'000;
constexpr std::int64_t kDay = 86'400;

QList<QSslCertificate> authorityIn(const std::string &folder)
{
    return QSslCertificate::fromPath(QString::fromStdString(folder + "/authority-public.pem"));
}

// Connects as a tablet does: this authority only, TLS 1.3 only. Empty when it worked, the library's words otherwise.
QString connectingFails(std::uint16_t port, const QString &name, const QList<QSslCertificate> &authorities,
                        QSsl::SslProtocol protocol = QSsl::TlsV1_3OrLater)
{
    QSslSocket socket;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(authorities);
    configuration.setProtocol(protocol);
    socket.setSslConfiguration(configuration);
    socket.setPeerVerifyName(name);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForEncrypted(10'000))
        return socket.errorString();
    socket.write(QByteArray::fromStdString(get("/healthz")));
    while (!socket.readAll().contains("ok\n")) {
        if (!socket.waitForReadyRead(10'000))
            return QStringLiteral("no answer");
    }
    return {};
}

std::vector<std::string> leafNames(const Authority &authority)
{
    const Result<Bytes> pem = files::readWhole(authority.chainFile());
    const Result<x509::KeyAndCertificate> leaf = x509::fromPem(*pem);
    return x509::namesOf(leaf->certificate.get());
}

} // namespace

void Tls::clientThatTrustsTheAuthorityConnects_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("its name") << QStringLiteral("hub.test");
    QTest::newRow("address") << QStringLiteral("127.0.0.1");
    QTest::newRow("localhost") << QStringLiteral("localhost");
}

void Tls::clientThatTrustsTheAuthorityConnects()
{
    QFETCH(QString, name);
    RunningServer server;
    QCOMPARE(connectingFails(server.port(), name, authorityIn(server.folder())), QString());
}

void Tls::attack75_anotherAuthorityIsRefused()
{
    RunningServer server, other;
    QVERIFY(!connectingFails(server.port(), QStringLiteral("hub.test"), authorityIn(other.folder())).isEmpty());
    QVERIFY(!connectingFails(server.port(), QStringLiteral("hub.test"), QSslConfiguration::systemCaCertificates()).isEmpty());
    QVERIFY(!connectingFails(server.port(), QStringLiteral("hub.test"), {}).isEmpty());
}

// A client finds the authority in the chain that the server shows and compares what it is pinned to.
void Tls::attack76_pinIsOfThePublicKey()
{
    RunningServer server;
    const Result<Authority> authority = Authority::load(server.folder());
    QSslSocket socket;
    socket.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.port());
    QVERIFY(socket.waitForEncrypted(10'000));
    QCOMPARE(socket.peerCertificateChain().size(), 2);
    const QByteArray info = socket.peerCertificateChain().at(1).publicKey().toDer();
    const Hash pin = crypto::plainHashOf(viewOf(info.toStdString()));
    QCOMPARE(pin.hex(), authority->pin().hex());
    QCOMPARE(authority->hubId().hex(), pin.hex().substr(0, 32));
    QCOMPARE(toHex(authority->certificateDer()), toHex(viewOf(socket.peerCertificateChain().at(1).toDer().toStdString())));
}

void Tls::attack77_wrongHostNameIsRefused()
{
    RunningServer server;
    QVERIFY(!connectingFails(server.port(), QStringLiteral("elsewhere.test"), authorityIn(server.folder())).isEmpty());
    QVERIFY(!connectingFails(server.port(), QStringLiteral("127.0.0.2"), authorityIn(server.folder())).isEmpty());
}

void Tls::attack78_olderTlsIsRefused()
{
    RunningServer server;
    QVERIFY(!TlsClient(server.port(), TLS1_2_VERSION).connected());
    QVERIFY(!connectingFails(server.port(), QStringLiteral("hub.test"), authorityIn(server.folder()), QSsl::TlsV1_2).isEmpty());
    QVERIFY(TlsClient(server.port(), TLS1_3_VERSION).connected());
}

void Tls::attack79_plainHttpIsRefused()
{
    RunningServer server;
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), server.port());
    QVERIFY(socket.waitForConnected(10'000));
    socket.write(QByteArray::fromStdString(get("/healthz")));
    QVERIFY(socket.state() == QAbstractSocket::UnconnectedState || socket.waitForDisconnected(10'000));
    QVERIFY(!socket.readAll().contains("HTTP"));
    QCOMPARE(server.handler().handled(), std::size_t(0));
}

void Tls::sessionsAreNotKept()
{
    RunningServer server;
    SSL_CTX *context = SSL_CTX_new(TLS_server_method());
    QVERIFY(configureTls(context, server.settings().chainFile));
    QCOMPARE(SSL_CTX_get_session_cache_mode(context), long(SSL_SESS_CACHE_OFF));
    QCOMPARE(SSL_CTX_get_num_tickets(context), std::size_t(1));
    QCOMPARE(SSL_CTX_get_max_early_data(context), 0u);
    QCOMPARE(SSL_CTX_get_min_proto_version(context), long(TLS1_3_VERSION));
    SSL_CTX_free(context);
}

void Tls::authorityIsMadeOnce()
{
    QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    QCOMPARE(Authority::load(path).error().code, ErrorCode::NotFound);
    const Result<Authority> made = Authority::create(path, kNow);
    QVERIFY(made);
    QCOMPARE(Authority::create(path, kNow).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(Authority::load(path)->pin(), made->pin());
    const QSslCertificate certificate = authorityIn(path).constFirst();
    QCOMPARE(certificate.effectiveDate().toSecsSinceEpoch(), kNow - kDay);
    QCOMPARE(certificate.expiryDate().toSecsSinceEpoch() / (365 * kDay) - kNow / (365 * kDay), 20);
    for (const char *name : {"/authority.pem", "/authority-public.pem"}) {
        struct stat found{};
        QCOMPARE(::stat((path + name).c_str(), &found), 0);
        QCOMPARE(found.st_mode & 0777, mode_t(0600));
    }
}

void Tls::authorityMustBePrivateAndWhole()
{
    QTemporaryDir folder, otherFolder;
    const std::string path = folder.path().toStdString(), otherPath = otherFolder.path().toStdString();
    QVERIFY(Authority::create(path, kNow) && Authority::create(otherPath, kNow));
    const std::string file = path + "/authority.pem";
    QCOMPARE(::chmod(file.c_str(), 0640), 0);
    QCOMPARE(Authority::load(path).error().code, ErrorCode::NotPermitted);
    QCOMPARE(::chmod(file.c_str(), 0600), 0);
    QVERIFY(Authority::load(path));
    // A key with somebody else's certificate, and no PEM at all.
    const Bytes mine = *files::readWhole(file), other = *files::readWhole(otherPath + "/authority.pem");
    const std::string_view key = textOf(mine).substr(0, textOf(mine).find("-----BEGIN CERTIFICATE"));
    const std::string_view certificate = textOf(other).substr(textOf(other).find("-----BEGIN CERTIFICATE"));
    QVERIFY(files::writeWhole(file, viewOf(std::string(key).append(certificate))));
    QCOMPARE(Authority::load(path).error().code, ErrorCode::Corrupt);
    QVERIFY(files::writeWhole(file, viewOf("nothing")));
    QCOMPARE(Authority::load(path).error().code, ErrorCode::Corrupt);
}

void Tls::leafIsMadeAgainWhenItMust()
{
    QTemporaryDir folder, otherFolder;
    const Result<Authority> authority = Authority::create(folder.path().toStdString(), kNow);
    const Result<Authority> other = Authority::create(otherFolder.path().toStdString(), kNow);
    QVERIFY(*authority->ensureLeaf({"a.test"}, kNow));
    QVERIFY(!*authority->ensureLeaf({"a.test"}, kNow));
    QCOMPARE(*authority->leafEnds(), kNow + 730 * kDay);
    QVERIFY(!*authority->ensureLeaf({"a.test"}, kNow + 669 * kDay));
    QVERIFY(*authority->ensureLeaf({"a.test"}, kNow + 671 * kDay));
    QVERIFY(*authority->ensureLeaf({"a.test"}, kNow)); // that one is not valid yet
    QVERIFY(*authority->ensureLeaf({"a.test", "b.test"}, kNow));
    QVERIFY(*authority->ensureLeaf({"b.test"}, kNow));
    QVERIFY(files::writeWhole(authority->chainFile(), viewOf("damaged")));
    QVERIFY(*authority->ensureLeaf({"b.test"}, kNow));
    QVERIFY(*other->ensureLeaf({"b.test"}, kNow));
    QVERIFY(files::writeWhole(authority->chainFile(), *files::readWhole(other->chainFile())));
    QVERIFY(*authority->ensureLeaf({"b.test"}, kNow)); // another authority's
    QCOMPARE(::chmod(authority->chainFile().c_str(), 0644), 0);
    QVERIFY(*authority->ensureLeaf({"b.test"}, kNow)); // its key may have been read
    const std::int64_t late = kNow + 20 * 365 * kDay - 100 * kDay;
    QVERIFY(*authority->ensureLeaf({"b.test"}, late));
    QVERIFY(*authority->leafEnds() < late + 200 * kDay); // never longer than the authority
}

void Tls::leafIsForItsNames()
{
    QTemporaryDir folder;
    const Result<Authority> authority = Authority::create(folder.path().toStdString(), kNow);
    QVERIFY(authority->ensureLeaf({"hub.test", "10.1.2.3", "2001:db8::1", "localhost"}, kNow));
    const std::vector<std::string> wanted = {"10.1.2.3", "127.0.0.1", "2001:db8::1", "hub.test", "localhost"};
    QVERIFY(leafNames(*authority) == wanted);
    QVERIFY(!*authority->ensureLeaf({"2001:db8::1", "hub.test", "10.1.2.3"}, kNow));
}

void Tls::hostNames_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QByteArray>("canonical");
    QTest::newRow("name") << QByteArray("Hub.Example.ORG") << QByteArray("hub.example.org");
    QTest::newRow("one label") << QByteArray("tablet-hub") << QByteArray("tablet-hub");
    QTest::newRow("address") << QByteArray("10.0.0.1") << QByteArray("10.0.0.1");
    QTest::newRow("IPv6") << QByteArray("2001:DB8:0:0::1") << QByteArray("2001:db8::1");
    for (const char *wrong : {"", "hub:8443", "https://hub", "a..b", ".a", "a.", "-a", "a-", "a_b", "a b", "caf\xc3\xa9.org", "a,b",
                              "10.0.0.256", "1.2.3", "DNS:a", "*.example.org", "a\nb"})
        QTest::newRow(wrong) << QByteArray(wrong) << QByteArray();
    QTest::newRow("long label") << QByteArray(64, 'a') << QByteArray();
    QTest::newRow("long name") << QByteArray("a.").repeated(130) + "a" << QByteArray();
}

void Tls::hostNames()
{
    QFETCH(QByteArray, host);
    QFETCH(QByteArray, canonical);
    const Result<std::string> result = canonicalHost(host.toStdString());
    QCOMPARE(result.ok(), !canonical.isEmpty());
    if (result)
        QCOMPARE(*result, canonical.toStdString());
}

QTEST_GUILESS_MAIN(Tls)
#include "tls.moc"
