#include "platform/common/bootstraptransport.h"

#include <QSslConfiguration>

#include "platform/common/httpexchange.h"

namespace ourtable::platform {
namespace {

constexpr qint64 kLargestAnswer = 64 * 1024;

} // namespace

Result<BootstrapAnswer> BootstrapTransport::fetchInvite(const InviteId &invite, int timeoutMilliseconds)
{
    sync::TransportRequest content;
    content.method = "GET";
    content.target = "/v1/invite/" + invite.hex();
    OURTABLE_ASSIGN(QNetworkRequest request, requestFor(m_address, content.target, timeoutMilliseconds));
    QSslConfiguration tls = request.sslConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    request.setSslConfiguration(tls);
    BootstrapAnswer answer;
    const ChainCheck keepChain = [&answer](const QList<QSslCertificate> &chain) {
        for (const QSslCertificate &each : chain)
            answer.certificates.push_back(toBytes(each.toDer().toStdString()));
        return true;
    };
    const std::unique_ptr<QNetworkAccessManager> manager = makeManager();
    OURTABLE_ASSIGN(const std::unique_ptr<Exchange> exchange, startExchange(*manager, request, content, kLargestAnswer, keepChain));
    OURTABLE_ASSIGN(answer.answer, exchange->finish());
    return answer;
}

} // namespace ourtable::platform
