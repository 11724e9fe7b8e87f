#include "platform/common/httpexchange.h"

#include <QEventLoop>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QUrl>
#include <algorithm>
#include <memory>

#include "core/sync/invitation.h"
#include "core/sync/requestauth.h"

namespace ourtable::platform {
namespace {

constexpr int kLongestRetryAfter = 24 * 3600;

// Never keeps or sends a cookie.
class NoCookies final : public QNetworkCookieJar {
public:
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

QByteArray octetsOf(std::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

void turnOffConveniences(QNetworkRequest &request)
{
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::HttpPipeliningAllowedAttribute, false);
    // A value of our own keeps the library from decompressing by itself, and from telling the language of the device.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept-Language", "*");
    request.setRawHeader("User-Agent", "OurTable");
    request.setRawHeader("Accept", "application/cbor");
}

class ReplyExchange final : public Exchange {
public:
    ReplyExchange(std::unique_ptr<QNetworkReply> held, qint64 cap, ChainCheck check)
        : m_reply(std::move(held)), m_cap(cap), m_check(std::move(check))
    {
        QNetworkReply *reply = m_reply.get();
        m_reply->setReadBufferSize(cap + 1);
        QObject::connect(reply, &QNetworkReply::encrypted, reply, [this] { lookAtChain(); });
        QObject::connect(reply, &QNetworkReply::sslErrors, reply, [this](const QList<QSslError> &e) { note(e); });
        QObject::connect(reply, &QNetworkReply::metaDataChanged, reply, [this] { lookAtHead(); });
        QObject::connect(reply, &QNetworkReply::readyRead, reply, [this] { takeData(); });
        QObject::connect(reply, &QNetworkReply::finished, &m_loop, &QEventLoop::quit);
    }

    void handOver() override
    {
        const auto handed = QObject::connect(m_reply.get(), &QNetworkReply::uploadProgress, m_reply.get(), [this](qint64 sent, qint64 all) {
            if (sent == all)
                m_loop.quit();
        });
        if (!isOver())
            m_loop.exec(QEventLoop::ExcludeUserInputEvents);
        QObject::disconnect(handed);
    }

    Result<sync::TransportAnswer> finish() override
    {
        if (!isOver())
            m_loop.exec(QEventLoop::ExcludeUserInputEvents);
        takeData();
        if (m_refusal)
            return Error{ErrorCode::Offline, m_refusal};
        if (!isAnswer())
            return Error{ErrorCode::Offline, status() == 0 ? "network" : "cut"};
        sync::TransportAnswer answer;
        answer.status = static_cast<unsigned>(status());
        answer.body = std::move(m_body);
        const int retry = m_reply->rawHeader("Retry-After").toInt();
        answer.retryAfter = static_cast<unsigned>(std::clamp(retry, 0, kLongestRetryAfter));
        return answer;
    }

private:
    [[nodiscard]] bool isOver() const { return m_refusal || m_reply->isFinished(); }
    [[nodiscard]] int status() const
    {
        return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    // The library reports the hub's 4xx and 5xx as errors of its own, above 200 and above 400, and 400 itself as an
    // invalid operation; they are whole answers.
    [[nodiscard]] bool isAnswer() const
    {
        const int error = m_reply->error();
        const bool refused = (error > 200 && error < 300) || error > 400
            || (error == QNetworkReply::ProtocolInvalidOperationError && status() == 400);
        return status() != 0 && (error == QNetworkReply::NoError || refused);
    }

    void refuse(const char *reason)
    {
        if (!m_refusal)
            m_refusal = reason;
        // With a status of 400 and above the reply fails by itself, and may do so only once; deleting it will do.
        if (status() < 400)
            m_reply->abort();
        m_loop.quit();
    }

    void lookAtChain()
    {
        if (!m_check(m_reply->sslConfiguration().peerCertificateChain()))
            refuse("certificate");
    }

    // Not ignored: the library ends the connection after this.
    void note(const QList<QSslError> &errors)
    {
        m_refusal = "certificate";
        for (const QSslError &each : errors) {
            if (each.error() == QSslError::HostNameMismatch)
                m_refusal = "certificate host name";
            if (each.error() == QSslError::CertificateExpired)
                m_refusal = "certificate expired";
        }
    }

    void lookAtHead()
    {
        if (status() >= 300 && status() < 400)
            return refuse("redirect");
        const QByteArray type = m_reply->rawHeader("Content-Type").split(';').constFirst().trimmed().toLower();
        m_typed = type == "application/cbor";
        if (!m_typed && !(type.isEmpty() && status() >= 400))
            return refuse("content type");
        if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_cap)
            refuse("too large");
    }

    void takeData()
    {
        if (m_refusal || !m_reply->isOpen())
            return;
        const QByteArray data = m_reply->readAll();
        if (static_cast<qint64>(m_body.size()) + data.size() > m_cap)
            return refuse("too large");
        if (!data.isEmpty() && !m_typed)
            return refuse("content type");
        append(m_body, viewOf(std::string_view(data.constData(), static_cast<std::size_t>(data.size()))));
    }

    QEventLoop m_loop; // outlives the reply, which tells it
    std::unique_ptr<QNetworkReply> m_reply;
    qint64 m_cap;
    ChainCheck m_check;
    Bytes m_body;
    const char *m_refusal = nullptr;
    bool m_typed = false;
};

} // namespace

Result<QNetworkRequest> requestFor(const std::string &address, const std::string &target, int timeout)
{
    if (!sync::isHubAddress(address))
        return Error{ErrorCode::InvalidInput, "hub address"};
    const QUrl url = QUrl::fromEncoded(octetsOf("https://" + address + target), QUrl::StrictMode);
    QByteArray sent = url.path(QUrl::FullyEncoded).toUtf8();
    if (url.hasQuery())
        sent += "?" + url.query(QUrl::FullyEncoded).toUtf8();
    if (!url.isValid() || !target.starts_with('/') || target.starts_with("//") || sent != octetsOf(target))
        return Error{ErrorCode::InvalidInput, "target"};
    QNetworkRequest request(url);
    turnOffConveniences(request);
    request.setTransferTimeout(timeout);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_3OrLater);
    tls.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    tls.setCaCertificates({});
    request.setSslConfiguration(tls);
    return request;
}

std::unique_ptr<QNetworkAccessManager> makeManager()
{
    auto manager = std::make_unique<QNetworkAccessManager>();
    manager->setProxy(QNetworkProxy::NoProxy);
    manager->setCookieJar(new NoCookies); // the manager owns it
    return manager;
}

Result<std::unique_ptr<Exchange>> startExchange(QNetworkAccessManager &manager, const QNetworkRequest &request,
                                                const sync::TransportRequest &content, qint64 cap, ChainCheck check)
{
    QNetworkRequest complete = request;
    if (!content.authorization.empty())
        complete.setRawHeader(octetsOf(sync::kAuthHeader), octetsOf(content.authorization));
    std::unique_ptr<QNetworkReply> reply;
    if (content.method == "GET" && content.body.empty()) {
        reply.reset(manager.get(complete));
    } else if (content.method == "POST") {
        complete.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/cbor"));
        reply.reset(manager.post(complete, octetsOf(textOf(content.body))));
    } else {
        return Error{ErrorCode::InvalidInput, "method"};
    }
    return std::unique_ptr<Exchange>(std::make_unique<ReplyExchange>(std::move(reply), cap, std::move(check)));
}

} // namespace ourtable::platform
