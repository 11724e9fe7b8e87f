#include "platform/common/keychainsecretstore.h"

#include <QEventLoop>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include "platform/common/filesecretstore.h"

namespace ourtable::platform {
namespace {

constexpr int kPatience = 120'000;

QString service() { return QStringLiteral("ourtable"); }

Error failed(QKeychain::Error error)
{
    if (error == QKeychain::EntryNotFound)
        return {ErrorCode::NotFound, "secret"};
    return {ErrorCode::StorageFailed, "keyring " + std::to_string(static_cast<int>(error))};
}

// Runs a job to its end. The job belongs to the caller.
Result<void> finish(QKeychain::Job &job, const std::string &scope, const std::string &name)
{
    if (!isSecretName(name))
        return Error{ErrorCode::InvalidInput, "secret name"};
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.setKey(QString::fromStdString(scope + '/' + name));
    QEventLoop loop;
    bool answered = false;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        answered = true;
        loop.quit();
    });
    QTimer::singleShot(kPatience, &loop, &QEventLoop::quit);
    job.start();
    if (!answered)
        loop.exec();
    if (!answered)
        return Error{ErrorCode::StorageFailed, "keyring silent"};
    if (job.error() != QKeychain::NoError)
        return failed(job.error());
    return {};
}

} // namespace

Result<crypto::SecretBytes> KeychainSecretStore::read(const std::string &name)
{
    QKeychain::ReadPasswordJob job(service());
    OURTABLE_TRY(finish(job, m_scope, name));
    QByteArray data = job.binaryData();
    crypto::SecretBytes secret(toBytes(ByteView(reinterpret_cast<const std::uint8_t *>(data.constData()),
                                                static_cast<std::size_t>(data.size()))));
    data.fill('\0');
    return secret;
}

Result<void> KeychainSecretStore::write(const std::string &name, ByteView octets)
{
    if (octets.size() > kLongestSecret)
        return Error{ErrorCode::TooLarge, "secret"};
    QKeychain::WritePasswordJob job(service());
    job.setBinaryData(QByteArray(reinterpret_cast<const char *>(octets.data()), static_cast<qsizetype>(octets.size())));
    return finish(job, m_scope, name);
}

Result<void> KeychainSecretStore::remove(const std::string &name)
{
    QKeychain::DeletePasswordJob job(service());
    const Result<void> removed = finish(job, m_scope, name);
    if (!removed && removed.error().code == ErrorCode::NotFound)
        return {};
    return removed;
}

bool KeychainSecretStore::answers()
{
    static constexpr std::uint8_t kProbe[] = {1, 2, 3, 4};
    if (!write("probe", kProbe))
        return false;
    const Result<crypto::SecretBytes> held = read("probe");
    return held && equal(held->view(), kProbe) && remove("probe");
}

} // namespace ourtable::platform
