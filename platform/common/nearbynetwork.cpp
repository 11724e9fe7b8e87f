#include "platform/common/nearbynetwork.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUdpSocket>

#include <algorithm>
#include <map>

#include "core/crypto/hashing.h"
#include "platform/common/nearbysocket.h"

namespace ourtable::platform {
namespace {

constexpr std::string_view kBeaconMark = "OTN1";
constexpr std::size_t kBeaconTag = 16;
constexpr std::size_t kBeaconOctets = 4 + sync::NearbyId::size + 2 + kBeaconTag;
constexpr std::size_t kMostDevices = 16; // on one Wi-Fi; whoever makes up more fills no memory

Hash beaconTag(ByteView said, const crypto::VerifyKey &root)
{
    return crypto::keyedHashOf(root.octets, "ourtable.nearby.beacon.v1", {said});
}

// Where another tablet may be: in the same building, or on this machine.
bool isNear(const QHostAddress &address)
{
    static const QList<QPair<QHostAddress, int>> ranges{
        QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),     QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
        QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")), QHostAddress::parseSubnet(QStringLiteral("169.254.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("127.0.0.0/8")),
    };
    return std::ranges::any_of(ranges, [&address](const QPair<QHostAddress, int> &range) { return address.isInSubnet(range); });
}

QHostAddress asIpv4(const QHostAddress &address)
{
    bool good = false;
    const quint32 number = address.toIPv4Address(&good);
    return good ? QHostAddress(number) : QHostAddress();
}

// This device's own, with where everybody on the same Wi-Fi is spoken to.
QList<QNetworkAddressEntry> ownEntries()
{
    QList<QNetworkAddressEntry> entries;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        const QNetworkInterface::InterfaceFlags flags = interface.flags();
        if (!flags.testFlag(QNetworkInterface::IsUp) || flags.testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            if (isNear(entry.ip()))
                entries.append(entry);
    }
    return entries;
}

} // namespace

Bytes NearbyBeacon::encoded(const crypto::VerifyKey &root) const
{
    Bytes said = toBytes(kBeaconMark);
    append(said, id.view());
    said.push_back(static_cast<std::uint8_t>(port >> 8));
    said.push_back(static_cast<std::uint8_t>(port));
    append(said, beaconTag(said, root).view().first(kBeaconTag));
    return said;
}

std::optional<NearbyBeacon> NearbyBeacon::decode(ByteView octets, const crypto::VerifyKey &root)
{
    if (octets.size() != kBeaconOctets || !equal(octets.first(kBeaconMark.size()), viewOf(kBeaconMark)))
        return std::nullopt;
    const ByteView said = octets.first(kBeaconOctets - kBeaconTag);
    if (!crypto::sameSecret(octets.last(kBeaconTag), beaconTag(said, root).view().first(kBeaconTag)))
        return std::nullopt;
    const ByteView id = octets.subspan(kBeaconMark.size(), sync::NearbyId::size);
    const ByteView port = said.last(2);
    return NearbyBeacon{*sync::NearbyId::from(id), static_cast<std::uint16_t>(port[0] << 8 | port[1])};
}

struct NearbyNetwork::Open {
    struct Device {
        QHostAddress address;
        std::uint16_t port = 0;
        int quiet = 0; // beacons of ours since the last one of theirs
    };
    crypto::VerifyKey root;
    Ear ear;
    NearbyBeacon self;
    QTcpServer server;
    QUdpSocket beacons;
    QTimer again;
    std::map<sync::NearbyId, Device> devices;
    std::vector<std::weak_ptr<bool>> halfOpen;
};

NearbyNetwork::NearbyNetwork(Random &random, Settings settings) : m_random(random), m_settings(std::move(settings)) {}

NearbyNetwork::~NearbyNetwork() = default;

Result<void> NearbyNetwork::open(const crypto::VerifyKey &root, Ear ear)
{
    close();
    auto made = std::make_unique<Open>();
    made->root = root;
    made->ear = std::move(ear);
    made->server.setProxy(QNetworkProxy::NoProxy);
    made->server.setMaxPendingConnections(m_settings.halfOpenMost);
    const bool listens = made->server.listen(QHostAddress::AnyIPv4, m_settings.port) || made->server.listen(QHostAddress::AnyIPv4);
    if (!listens)
        return Error{ErrorCode::Offline, "nearby"};
    made->self = {m_random.make<sync::NearbyId>(), made->server.serverPort()};
    m_open = std::move(made);
    QObject::connect(&m_open->server, &QTcpServer::newConnection, &m_open->again, [this] { accept(); });
    // Without beacons there are still numbers to type.
    m_open->beacons.setProxy(QNetworkProxy::NoProxy);
    if (m_open->beacons.bind(QHostAddress::AnyIPv4, m_settings.port, QAbstractSocket::ShareAddress | QAbstractSocket::ReuseAddressHint))
        QObject::connect(&m_open->beacons, &QUdpSocket::readyRead, &m_open->again, [this] { hear(); });
    QObject::connect(&m_open->again, &QTimer::timeout, &m_open->again, [this] {
        sayHere();
        forgetQuiet();
    });
    m_open->again.start(m_settings.beaconMilliseconds);
    sayHere();
    return {};
}

void NearbyNetwork::close() { m_open.reset(); }

void NearbyNetwork::sayHere()
{
    const Bytes said = m_open->self.encoded(m_open->root);
    const QByteArray octets(reinterpret_cast<const char *>(said.data()), static_cast<qsizetype>(said.size()));
    QList<QHostAddress> towards;
    for (const std::string &each : m_settings.towards)
        towards.append(QHostAddress(QString::fromStdString(each)));
    if (towards.isEmpty())
        for (const QNetworkAddressEntry &entry : ownEntries())
            if (!entry.broadcast().isNull())
                towards.append(entry.broadcast());
    for (const QHostAddress &to : towards)
        m_open->beacons.writeDatagram(octets, to, m_settings.port);
}

void NearbyNetwork::forgetQuiet()
{
    const int most = m_settings.goneMilliseconds / m_settings.beaconMilliseconds;
    for (auto &[id, device] : m_open->devices)
        ++device.quiet;
    const std::size_t went = std::erase_if(m_open->devices, [most](const auto &each) { return each.second.quiet > most; });
    if (went > 0)
        m_open->ear.changed();
}

void NearbyNetwork::hear()
{
    while (m_open && m_open->beacons.hasPendingDatagrams()) {
        const QNetworkDatagram heard = m_open->beacons.receiveDatagram(kBeaconOctets + 1);
        const QByteArray octets = heard.data();
        const std::optional<NearbyBeacon> beacon = NearbyBeacon::decode(
            {reinterpret_cast<const std::uint8_t *>(octets.constData()), static_cast<std::size_t>(octets.size())}, m_open->root);
        const QHostAddress from = asIpv4(heard.senderAddress());
        if (beacon && beacon->id != m_open->self.id && beacon->port != 0 && isNear(from))
            meet(*beacon, from);
    }
}

void NearbyNetwork::meet(const NearbyBeacon &beacon, const QHostAddress &from)
{
    const auto known = m_open->devices.find(beacon.id);
    if (known != m_open->devices.end()) {
        known->second = {from, beacon.port, 0};
        return;
    }
    // One that came back to its page: under another id, at the same place.
    std::erase_if(m_open->devices, [&](const auto &each) { return each.second.address == from && each.second.port == beacon.port; });
    if (m_open->devices.size() >= kMostDevices)
        return;
    m_open->devices.emplace(beacon.id, Open::Device{from, beacon.port, 0});
    sayHere(); // they need not wait for the next time
    m_open->ear.changed();
}

void NearbyNetwork::accept()
{
    while (m_open && m_open->server.hasPendingConnections()) {
        std::unique_ptr<QTcpSocket> socket(m_open->server.nextPendingConnection());
        std::erase_if(m_open->halfOpen, [](const std::weak_ptr<bool> &each) { return each.expired() || !*each.lock(); });
        if (static_cast<int>(m_open->halfOpen.size()) >= m_settings.halfOpenMost || !isNear(asIpv4(socket->peerAddress())))
            continue; // cut off
        auto line = std::make_unique<NearbySocket>(std::move(socket), m_settings.handshakeMilliseconds);
        m_open->halfOpen.push_back(line->halfOpen());
        const auto called = m_open->ear.called; // it may close this
        called(std::move(line));
    }
}

std::vector<sync::NearbyId> NearbyNetwork::devices() const
{
    std::vector<sync::NearbyId> ids;
    if (m_open)
        for (const auto &[id, device] : m_open->devices)
            ids.push_back(id);
    return ids;
}

std::vector<std::string> NearbyNetwork::numbers() const
{
    std::vector<std::string> numbers;
    if (!m_open)
        return numbers;
    const QString port = m_open->self.port == m_settings.port ? QString() : QStringLiteral(":%1").arg(m_open->self.port);
    for (const QNetworkAddressEntry &entry : ownEntries())
        numbers.push_back(QString(entry.ip().toString() + port).toStdString());
    return numbers;
}

std::unique_ptr<sync::NearbyLine> NearbyNetwork::connectTo(const QHostAddress &address, std::uint16_t port) const
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy);
    socket->connectToHost(address, port);
    return std::make_unique<NearbySocket>(std::move(socket), m_settings.handshakeMilliseconds);
}

Result<std::unique_ptr<sync::NearbyLine>> NearbyNetwork::call(const sync::NearbyId &device)
{
    if (!m_open)
        return Error{ErrorCode::NotFound, "nearby"};
    const auto found = m_open->devices.find(device);
    if (found == m_open->devices.end())
        return Error{ErrorCode::NotFound, "nearby"};
    return connectTo(found->second.address, found->second.port);
}

Result<std::unique_ptr<sync::NearbyLine>> NearbyNetwork::callNumber(const std::string &number)
{
    static const QRegularExpression form(QStringLiteral("^(\\d{1,3}(?:\\.\\d{1,3}){3})(?::(\\d{1,5}))?$"));
    const QRegularExpressionMatch parts = form.match(QString::fromStdString(number).remove(u' '));
    const QHostAddress address(parts.captured(1));
    const uint port = parts.captured(2).isEmpty() ? m_settings.port : parts.captured(2).toUInt();
    if (!parts.hasMatch() || !isNear(address) || port == 0 || port > 65535)
        return Error{ErrorCode::InvalidInput, "number"};
    return connectTo(address, static_cast<std::uint16_t>(port));
}

} // namespace ourtable::platform
