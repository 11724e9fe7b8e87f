// One HTTPS request and its answer, with every convenience of the network library that could surprise us turned off: no
// redirects, cookies, cache, proxy, HTTP/2, decompression, session tickets; TLS 1.3 only. Used inside platform/common only.
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <functional>

#include "core/sync/transport.h"

namespace ourtable::platform {

// Looks at the certificates that the server presented, leaf first, before anything of the request is sent; false stops it.
using ChainCheck = std::function<bool(const QList<QSslCertificate> &)>;

// The request to "https://<address><target>". InvalidInput for an address or a target that would not be sent exactly so.
[[nodiscard]] Result<QNetworkRequest> requestFor(const std::string &address, const std::string &target, int timeout);

// A manager without proxy and cookies.
[[nodiscard]] std::unique_ptr<QNetworkAccessManager> makeManager();

// Waits in an event loop of its own for the whole answer. cap is in octets of its body. Errors as NetworkTransport::send.
[[nodiscard]] Result<sync::TransportAnswer> exchange(QNetworkAccessManager &manager, const QNetworkRequest &request,
                                                     const sync::TransportRequest &content, qint64 cap,
                                                     const ChainCheck &check);

} // namespace ourtable::platform
