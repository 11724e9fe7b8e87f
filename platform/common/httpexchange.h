// One HTTPS request and its answer, with every convenience of the network library that could surprise us turned off: no
// redirects, cookies, cache, proxy, HTTP/2, decompression, session tickets; TLS 1.3 only. Used inside platform/common only.
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <functional>
#include <memory>

#include "core/sync/transport.h"

namespace ourtable::platform {

// Looks at the certificates that the server presented, leaf first, before anything of the request is sent; false stops it.
using ChainCheck = std::function<bool(const QList<QSslCertificate> &)>;

// The request to "https://<address><target>". InvalidInput for an address or a target that would not be sent exactly so.
[[nodiscard]] Result<QNetworkRequest> requestFor(const std::string &address, const std::string &target, int timeout);

// A manager without proxy and cookies.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeManager();

// A request on its way. Waits in event loops of its own; what comes between them is read by the library's thread.
class Exchange {
public:
    virtual ~Exchange() = default; // gives up what was not finished
    // Until the network has all of the request, or it is over already.
    virtual void handOver() = 0;
    // Until the whole answer is here. Errors as NetworkTransport::send.
    [[nodiscard]] virtual Result<sync::TransportAnswer> finish() = 0;
};

// cap is in octets of the answer's body. InvalidInput for another method. The manager has to outlive it.
[[nodiscard]] Result<std::unique_ptr<Exchange>> startExchange(QNetworkAccessManager &manager, const QNetworkRequest &request,
                                                              const sync::TransportRequest &content, qint64 cap, ChainCheck check);

} // namespace ourtable::platform
