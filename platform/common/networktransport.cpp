#include "platform/common/networktransport.h"

#include <QSslConfiguration>

#include "core/sync/invitation.h"
#include "platform/common/certificatepin.h"
#include "platform/common/httpexchange.h"

namespace ourtable::platform {
namespace {

QByteArray octetsOf(ByteView octets)
{
    return {reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size())};
}

// TLS has verified the chain against the one CA already; this does not rely on how it was told to.
bool endsAt(const Bytes &caDer, const QList<QSslCertificate> &chain)
{
    if (chain.isEmpty())
        return false;
    const Bytes last = toBytes(chain.last().toDer().toStdString());
    const std::optional<CertificateParts> lastParts = partsOfCertificate(last);
    const std::optional<CertificateParts> caParts = partsOfCertificate(caDer);
    if (!lastParts || !caParts || !equal(lastParts->issuer, caParts->subject))
        return false;
    const bool selfIssued = equal(lastParts->issuer, lastParts->subject);
    return !selfIssued || equal(lastParts->publicKeyInfo, caParts->publicKeyInfo);
}

} // namespace

NetworkTransport::NetworkTransport(HubAddress hub, Bytes caDer)
    : m_hub(std::move(hub)), m_caDer(std::move(caDer)), m_manager(makeManager())
{
}

NetworkTransport::~NetworkTransport() = default;

Result<std::unique_ptr<NetworkTransport>> NetworkTransport::make(const HubAddress &hub, ByteView caCertificate)
{
    if (!sync::isHubAddress(hub.address))
        return Error{ErrorCode::InvalidInput, "hub address"};
    OURTABLE_ASSIGN(Bytes der, derOfCertificateFile(caCertificate));
    OURTABLE_ASSIGN(const Hash pin, pinOfCertificate(der));
    if (pin != hub.caPin)
        return Error{ErrorCode::SealBroken, "hub certificate"};
    return std::unique_ptr<NetworkTransport>(new NetworkTransport(hub, std::move(der)));
}

Result<sync::TransportAnswer> NetworkTransport::send(const sync::TransportRequest &request)
{
    OURTABLE_TRY(start(request));
    return finish();
}

Result<void> NetworkTransport::begin(const sync::TransportRequest &request)
{
    OURTABLE_TRY(start(request));
    m_begun->handOver();
    return {};
}

Result<sync::TransportAnswer> NetworkTransport::finish()
{
    if (!m_begun)
        return Error{ErrorCode::Offline, "nothing begun"};
    Result<sync::TransportAnswer> answer = m_begun->finish();
    m_begun.reset();
    return answer;
}

Result<void> NetworkTransport::start(const sync::TransportRequest &request)
{
    m_begun.reset();
    OURTABLE_ASSIGN(QNetworkRequest prepared, requestFor(m_hub.address, request.target, request.timeoutMilliseconds));
    QSslConfiguration tls = prepared.sslConfiguration();
    tls.setCaCertificates({QSslCertificate(octetsOf(m_caDer), QSsl::Der)});
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    prepared.setSslConfiguration(tls);
    OURTABLE_ASSIGN(m_begun, startExchange(*m_manager, prepared, request, kLargestAnswer,
                                           [this](const QList<QSslCertificate> &chain) { return endsAt(m_caDer, chain); }));
    return {};
}

} // namespace ourtable::platform
