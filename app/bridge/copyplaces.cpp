#include "app/bridge/copyplaces.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <sys/stat.h>

#include "app/bridge/daywords.h"

namespace ourtable {
namespace {

constexpr int kSticksMilliseconds = 2000;
constexpr qsizetype kMostCopies = 12;

bool isDiskOfItsOwn(const QString &folder)
{
    struct stat here {}, above {};
    return ::stat(QFile::encodeName(folder).constData(), &here) == 0
        && ::stat(QFile::encodeName(QFileInfo(folder).path()).constData(), &above) == 0 && here.st_dev != above.st_dev;
}

// Where desktops put sticks.
QStringList mountFolders()
{
    const QString user = QFileInfo(QDir::homePath()).fileName();
    return {QStringLiteral("/media/") + user, QStringLiteral("/run/media/") + user, QStringLiteral("/media")};
}

} // namespace

CopyPlaces::CopyPlaces(QObject *parent) : QObject(parent)
{
    m_again.setInterval(kSticksMilliseconds);
    connect(&m_again, &QTimer::timeout, this, &CopyPlaces::look);
    connect(this, &CopyPlaces::filesChanged, this, &CopyPlaces::look);
}

void CopyPlaces::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    emit sessionChanged();
    m_again.start();
    look();
}

void CopyPlaces::look()
{
    if (!m_session || m_looking)
        return;
    m_looking = true;
    m_session->storage().ask(
        this, [](Desk &) { return Result<Seen>(seen()); },
        [this](const Result<Seen> &seen) {
            m_looking = false;
            show(*seen);
        });
}

QStringList CopyPlaces::sticksUnder(const QStringList &mountFolders, const std::function<bool(const QString &)> &isMounted)
{
    QStringList sticks;
    for (const QString &folder : mountFolders) {
        for (const QFileInfo &each : QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
            if (isMounted(each.absoluteFilePath()))
                sticks.append(each.absoluteFilePath());
        }
    }
    return sticks;
}

QStringList CopyPlaces::copiesIn(const QStringList &folders)
{
    QFileInfoList found;
    for (const QString &folder : folders)
        found += QDir(folder).entryInfoList({QStringLiteral("*.ourtable")}, QDir::Files);
    std::stable_sort(found.begin(), found.end(), [](const QFileInfo &a, const QFileInfo &b) { return a.lastModified() > b.lastModified(); });
    QStringList copies;
    for (const QFileInfo &each : found.mid(0, kMostCopies))
        copies.append(each.absoluteFilePath());
    return copies;
}

CopyPlaces::Seen CopyPlaces::seen()
{
    Seen seen;
    seen.sticks = sticksUnder(mountFolders(), isDiskOfItsOwn);
    seen.downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    seen.copies = copiesIn(seen.sticks + QStringList{seen.downloads});
    return seen;
}

void CopyPlaces::show(const Seen &seen)
{
    const auto nameOf = [&seen](const QString &folder) { return folder == seen.downloads ? tr("Downloads") : QFileInfo(folder).fileName(); };
    QList<RowsModel::Row> rows;
    const auto add = [&rows](const QString &path, const QString &text, const QString &detail) {
        RowsModel::Row &row = rows.emplace_back();
        row.key = path;
        row.text = text;
        row.detail = detail;
    };
    for (const QString &copy : m_files ? seen.copies : QStringList()) {
        const QFileInfo file(copy);
        const QString moment = days::momentWords(file.lastModified().toMSecsSinceEpoch(), m_session->today());
        add(copy, file.fileName(), tr("%1, %2").arg(nameOf(file.absolutePath()), moment));
    }
    if (!m_files) {
        for (const QString &stick : seen.sticks)
            add(stick, nameOf(stick), tr("Memory stick"));
        add(seen.downloads, nameOf(seen.downloads), tr("A folder on this device"));
    }
    m_rows.show(rows);
    if (std::exchange(m_stick, !seen.sticks.isEmpty()) != m_stick)
        emit stickChanged();
}

} // namespace ourtable
