// Devices nearby over real sockets of this machine: who is found, who is heard, and who is cut off.

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QUdpSocket>

#include "core/crypto/systemrandom.h"
#include "core/sync/nearbyhandshake.h"
#include "core/sync/nearbymessage.h"
#include "platform/common/nearbynetwork.h"
#include "tests/support/nearbypair.h"

using namespace ourtable;
using namespace ourtable::platform;
using namespace ourtable::test;

namespace {

constexpr int kPatienceMilliseconds = 20'000; // of the test, on a machine under load

constexpr char kFirstOne[] = "127.0.0.1"; // the number of the first that was opened: it has the port itself

// One device: what it hears and who calls it.
struct Tablet {
    explicit Tablet(const crypto::VerifyKey &root, const NearbyNetwork::Settings &settings) : network(random, settings)
    {
        opened = network.open(root, {[this] { ++changes; }, [this](std::unique_ptr<sync::NearbyLine> line) { take(std::move(line)); }});
    }
    void take(std::unique_ptr<sync::NearbyLine> line)
    {
        const std::size_t at = lines.size();
        lines.push_back(std::move(line));
        lines[at]->listen({[this](const Bytes &message) { heard.push_back(message); },
                           [this, at](const Error &why) {
                               over.push_back(why.code);
                               lines[at].reset();
                           }});
    }

    crypto::SystemRandom random;
    NearbyNetwork network;
    Result<void> opened;
    int changes = 0;
    std::vector<std::unique_ptr<sync::NearbyLine>> lines;
    std::vector<Bytes> heard;
    std::vector<ErrorCode> over;
};

// Somebody on the same Wi-Fi who follows no rule.
struct Stranger {
    explicit Stranger(std::uint16_t port)
    {
        socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }
    void send(const Bytes &octets) { socket.write(reinterpret_cast<const char *>(octets.data()), static_cast<qint64>(octets.size())); }
    QTcpSocket socket;
};

} // namespace

class tst_nearbynetwork : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(crypto::start()); }
    void init();
    void aBeaconIsReadByItsOwnProgrammeOnly();
    void devicesOfOneProgrammeFindEachOther();
    void whoIsQuietIsForgotten();
    void messagesGoBothWays();
    void aHandshakeGoesThrough();
    void whatWasSentBeforeHangingUpArrives();
    void numbersOfOtherPlacesAreNotCalled_data();
    void numbersOfOtherPlacesAreNotCalled();
    void whoIsClosedIsNotFoundAndNotReached();
    void aFloodOfCallersIsCut();
    void whoSaysNothingIsCutAfterAWhile();
    void whoSaysTooMuchIsCut();

private:
    crypto::VerifyKey m_root;
    NearbyNetwork::Settings m_settings;
};

void tst_nearbynetwork::init()
{
    crypto::SystemRandom random;
    m_root = crypto::SigningKeyPair::make(random).verifyKey;
    QUdpSocket free; // a port that nobody uses
    QVERIFY(free.bind(QHostAddress(QHostAddress::AnyIPv4)));
    m_settings = {};
    m_settings.port = free.localPort();
    m_settings.towards = {"127.255.255.255"};
    m_settings.beaconMilliseconds = 50;
    m_settings.handshakeMilliseconds = kPatienceMilliseconds;
}

void tst_nearbynetwork::aBeaconIsReadByItsOwnProgrammeOnly()
{
    crypto::SystemRandom random;
    const NearbyBeacon said{random.make<sync::NearbyId>(), 4711};
    const Bytes octets = said.encoded(m_root);
    const std::optional<NearbyBeacon> heard = NearbyBeacon::decode(octets, m_root);
    QVERIFY(heard && heard->id == said.id && heard->port == 4711);
    QVERIFY(!NearbyBeacon::decode(octets, crypto::SigningKeyPair::make(random).verifyKey));
    for (std::size_t at = 0; at < octets.size(); ++at) {
        Bytes altered = octets;
        altered[at] ^= 1;
        QVERIFY(!NearbyBeacon::decode(altered, m_root));
        QVERIFY(!NearbyBeacon::decode(ByteView(octets).first(at), m_root));
    }
    QVERIFY(std::ranges::search(octets, m_root.view()).empty());
}

void tst_nearbynetwork::devicesOfOneProgrammeFindEachOther()
{
    crypto::SystemRandom random;
    Tablet one(m_root, m_settings);
    Tablet two(m_root, m_settings);
    Tablet foreign(crypto::SigningKeyPair::make(random).verifyKey, m_settings);
    QVERIFY(one.opened && two.opened && foreign.opened);
    QTRY_COMPARE_WITH_TIMEOUT(one.network.devices().size(), std::size_t{1}, kPatienceMilliseconds);
    QTRY_COMPARE_WITH_TIMEOUT(two.network.devices().size(), std::size_t{1}, kPatienceMilliseconds);
    QVERIFY(one.changes > 0);
    QVERIFY(foreign.network.devices().empty());
    QVERIFY(one.network.devices() != two.network.devices());
}

void tst_nearbynetwork::whoIsQuietIsForgotten()
{
    m_settings.goneMilliseconds = 100;
    Tablet one(m_root, m_settings);
    {
        Tablet two(m_root, m_settings);
        QTRY_COMPARE_WITH_TIMEOUT(one.network.devices().size(), std::size_t{1}, kPatienceMilliseconds);
    }
    QTRY_VERIFY_WITH_TIMEOUT(one.network.devices().empty(), kPatienceMilliseconds);
}

void tst_nearbynetwork::messagesGoBothWays()
{
    Tablet one(m_root, m_settings);
    Tablet two(m_root, m_settings);
    QTRY_COMPARE_WITH_TIMEOUT(two.network.devices().size(), std::size_t{1}, kPatienceMilliseconds);
    Result<std::unique_ptr<sync::NearbyLine>> line = two.network.call(two.network.devices().front());
    QVERIFY(line.ok());
    two.take(std::move(*line));
    two.lines.front()->send(Bytes(10, 1)); // before it is connected
    two.lines.front()->send(Bytes(20, 2));
    QTRY_COMPARE_WITH_TIMEOUT(one.heard.size(), std::size_t{2}, kPatienceMilliseconds);
    QVERIFY(one.heard == (std::vector<Bytes>{Bytes(10, 1), Bytes(20, 2)}));
    for (const auto &each : {&one, &two})
        each->lines.front()->expect(sync::kNearbyOctets, kPatienceMilliseconds);
    const Bytes large(sync::kNearbyOctets, 3);
    one.lines.front()->send(large);
    QTRY_COMPARE_WITH_TIMEOUT(two.heard.size(), std::size_t{1}, kPatienceMilliseconds);
    QVERIFY(two.heard.front() == large);
}

void tst_nearbynetwork::aHandshakeGoesThrough()
{
    NearbyPair pair;
    Tablet one(m_root, m_settings);
    Tablet two(m_root, m_settings);
    Result<std::unique_ptr<sync::NearbyLine>> line = two.network.callNumber(kFirstOne);
    QVERIFY(line.ok());
    two.take(std::move(*line));
    sync::NearbyHandshake caller(sync::NearbyHandshake::Role::Caller, pair.one, pair.random);
    sync::NearbyHandshake called(sync::NearbyHandshake::Role::Called, pair.two, pair.random);
    two.lines.front()->send(caller.begin());
    for (std::size_t turn = 0; turn < 2; ++turn) {
        QTRY_COMPARE_WITH_TIMEOUT(one.heard.size(), turn + 1, kPatienceMilliseconds);
        one.lines.front()->send(called.take(one.heard.back()).value());
        QTRY_COMPARE_WITH_TIMEOUT(two.heard.size(), turn + 1, kPatienceMilliseconds);
        const Result<Bytes> answer = caller.take(two.heard.back());
        QVERIFY(answer.ok());
        if (!answer->empty())
            two.lines.front()->send(*answer);
    }
    QVERIFY(caller.done() && called.done());
    QCOMPARE(caller.words(), called.words());
}

void tst_nearbynetwork::whatWasSentBeforeHangingUpArrives()
{
    Tablet one(m_root, m_settings);
    Tablet two(m_root, m_settings);
    two.take(two.network.callNumber(kFirstOne).value());
    two.lines.front()->send(Bytes(5, 5));
    QTRY_COMPARE_WITH_TIMEOUT(one.heard.size(), std::size_t{1}, kPatienceMilliseconds);
    one.lines.front()->send(Bytes(90, 9));
    one.lines.front().reset();
    QTRY_COMPARE_WITH_TIMEOUT(two.over.size(), std::size_t{1}, kPatienceMilliseconds);
    QVERIFY(two.over.front() == ErrorCode::Offline);
    QVERIFY(two.heard == std::vector<Bytes>{Bytes(90, 9)});
}

void tst_nearbynetwork::numbersOfOtherPlacesAreNotCalled_data()
{
    QTest::addColumn<QString>("number");
    for (const char *number : {"", "kettle.example.org", "localhost", "8.8.8.8", "203.0.113.9:80", "192.168.1", "192.168.1.300", "192.168.1.2:0", "192.168.1.2:65536",
                               "::1", "fe80::1", "192.168.1.2/24", "0.0.0.0", "255.255.255.255"})
        QTest::newRow(*number ? number : "nothing") << QString::fromLatin1(number);
}

void tst_nearbynetwork::numbersOfOtherPlacesAreNotCalled()
{
    QFETCH(QString, number);
    crypto::SystemRandom random;
    NearbyNetwork network(random, m_settings);
    const auto line = network.callNumber(number.toStdString());
    QVERIFY(!line && line.error().code == ErrorCode::InvalidInput);
    QVERIFY(network.callNumber(" 127.0.0.1 : 9 ").ok()); // as people type
}

void tst_nearbynetwork::whoIsClosedIsNotFoundAndNotReached()
{
    Tablet one(m_root, m_settings);
    one.network.close();
    Tablet two(m_root, m_settings);
    QVERIFY(one.network.devices().empty() && one.network.numbers().empty());
    QVERIFY(one.network.call(sync::NearbyId{}).error().code == ErrorCode::NotFound);
    two.network.close();
    Stranger stranger(m_settings.port);
    QTRY_COMPARE_WITH_TIMEOUT(stranger.socket.error(), QAbstractSocket::ConnectionRefusedError, kPatienceMilliseconds);
}

void tst_nearbynetwork::aFloodOfCallersIsCut()
{
    Tablet one(m_root, m_settings);
    std::vector<std::unique_ptr<Stranger>> flood;
    for (int i = 0; i < 40; ++i)
        flood.push_back(std::make_unique<Stranger>(m_settings.port));
    const auto cut = [&flood] {
        return std::ranges::count_if(flood, [](const auto &each) { return each->socket.state() == QAbstractSocket::UnconnectedState; });
    };
    QTRY_COMPARE_WITH_TIMEOUT(cut(), 40 - m_settings.halfOpenMost, kPatienceMilliseconds);
    QCOMPARE(static_cast<int>(one.lines.size()), m_settings.halfOpenMost);
    // Once somebody is known, there is room for another.
    one.lines.front()->expect(100, kPatienceMilliseconds);
    Stranger next(m_settings.port);
    QTRY_COMPARE_WITH_TIMEOUT(static_cast<int>(one.lines.size()), m_settings.halfOpenMost + 1, kPatienceMilliseconds);
}

void tst_nearbynetwork::whoSaysNothingIsCutAfterAWhile()
{
    m_settings.handshakeMilliseconds = 60;
    Tablet one(m_root, m_settings);
    Stranger silent(m_settings.port);
    Stranger slow(m_settings.port);
    slow.send({0, 0, 0, 33, 1, 2}); // never more
    QTRY_COMPARE_WITH_TIMEOUT(one.over.size(), std::size_t{2}, kPatienceMilliseconds);
    QVERIFY(one.over == (std::vector<ErrorCode>{ErrorCode::Expired, ErrorCode::Expired}));
    for (Stranger *each : {&silent, &slow}) {
        QTRY_COMPARE_WITH_TIMEOUT(each->socket.state(), QAbstractSocket::UnconnectedState, kPatienceMilliseconds);
        QCOMPARE(each->socket.bytesAvailable(), 0); // and heard nothing
    }
}

void tst_nearbynetwork::whoSaysTooMuchIsCut()
{
    Tablet one(m_root, m_settings);
    Stranger loud(m_settings.port);
    loud.send({0, 0, 0, static_cast<std::uint8_t>(sync::kHandshakeOctets + 1)});
    QTRY_COMPARE_WITH_TIMEOUT(one.over.size(), std::size_t{1}, kPatienceMilliseconds);
    QVERIFY(one.over.front() == ErrorCode::TooLarge);
    QVERIFY(one.heard.empty());
    QTRY_COMPARE_WITH_TIMEOUT(loud.socket.state(), QAbstractSocket::UnconnectedState, kPatienceMilliseconds);
}

QTEST_GUILESS_MAIN(tst_nearbynetwork)
#include "tst_nearbynetwork.moc"
