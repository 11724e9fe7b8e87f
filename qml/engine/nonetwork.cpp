#include "qml/engine/nonetwork.h"

#include <QNetworkReply>

namespace ourtable {
namespace {

class Denied final : public QNetworkReply {
public:
    Denied(QNetworkAccessManager::Operation operation, const QNetworkRequest &request, QObject *parent) : QNetworkReply(parent)
    {
        setOperation(operation);
        setRequest(request);
        setUrl(request.url());
        setOpenMode(QIODevice::ReadOnly);
        setError(ContentAccessDenied, QString());
        setFinished(true);
        // After the return, as every reply does.
        QMetaObject::invokeMethod(this, &Denied::tell, Qt::QueuedConnection);
    }
    void abort() override {}

protected:
    qint64 readData(char *, qint64) override { return -1; }

private:
    void tell()
    {
        emit errorOccurred(error());
        emit finished();
    }
};

} // namespace

QNetworkReply *NoNetwork::createRequest(Operation operation, const QNetworkRequest &request, QIODevice *)
{
    return new Denied(operation, request, this);
}

} // namespace ourtable
