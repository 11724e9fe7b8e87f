// A network on which nothing can be reached, for engines of QML: the hub is asked by platform/common alone.
#pragma once

#include <QNetworkAccessManager>
#include <QQmlNetworkAccessManagerFactory>

namespace ourtable {

// Every request fails at once with ContentAccessDenied; nothing is sent or looked up.
class NoNetwork final : public QNetworkAccessManager {
public:
    explicit NoNetwork(QObject *parent) : QNetworkAccessManager(parent) {}

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *outgoing) override;
};

// Thread-safe, as engines ask for one in each thread that loads.
class NoNetworkFactory final : public QQmlNetworkAccessManagerFactory {
public:
    QNetworkAccessManager *create(QObject *parent) override { return new NoNetwork(parent); }
};

} // namespace ourtable
