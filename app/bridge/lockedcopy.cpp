#include "app/bridge/lockedcopy.h"

#include <QDir>
#include <QStandardPaths>

#include "app/bridge/sharingwords.h"

namespace ourtable {

bool LockedCopy::begin()
{
    if (m_busy)
        return false;
    m_busy = true;
    show({}, {}, {});
    return true;
}

void LockedCopy::save(const QString &folder)
{
    if (!begin())
        return;
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    if (folder == downloads)
        (void)QDir().mkpath(downloads); // a new device may have none yet
    m_session->storage().askWorkspace(
        this, [folder = folder.trimmed().toStdString()](usecases::Workspace &workspace) { return usecases::makeCopy(workspace, folder); },
        [this](const Result<usecases::CopyMade> &made) { saved(made); });
}

void LockedCopy::saved(const Result<usecases::CopyMade> &made)
{
    m_busy = false;
    if (!made)
        return show(savingProblem(made.error()), {}, {});
    show({}, tr("Saved: %1.").arg(sharingwords::things(made->things)),
         tr("The file is called %1. Take it to your coordinator. Until the hub has it, this goes on waiting here too.").arg(QString::fromStdString(made->name)));
}

void LockedCopy::bringIn(const QString &path)
{
    if (!begin())
        return;
    m_session->storage().askWorkspace(
        this, [path = path.trimmed().toStdString()](usecases::Workspace &workspace) { return usecases::takeCopy(workspace, path); },
        [this](const Result<usecases::CopyTaken> &taken) { cameIn(taken); });
}

void LockedCopy::cameIn(const Result<usecases::CopyTaken> &taken)
{
    m_busy = false;
    if (!taken)
        return show(bringingProblem(taken.error()), {}, {});
    m_session->tellTouched(taken->touched);
    if (taken->came.total() == 0)
        return show({}, tr("Everything in it is here already."), tr("Nothing was changed."));
    m_session->sharing()->tryNow();
    show({}, tr("Came in: %1.").arg(sharingwords::things(taken->came)), tr("It goes on to the hub when there is Wi-Fi."));
}

QString LockedCopy::savingProblem(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return error.detail == "waiting" ? tr("Everything here is with the hub already. There is nothing to carry.")
                                         : tr("That place is gone. Is the stick still in?");
    case ErrorCode::StorageFull: return tr("There is no room left there. Nothing was saved. Choose another place.");
    case ErrorCode::StorageFailed: return tr("Nothing can be written there. Choose another place.");
    case ErrorCode::TooLarge: return tr("That is too much for one copy. Find Wi-Fi for it.");
    case ErrorCode::NoKey: return tr("This device has to meet the hub first. Find Wi-Fi, then try again.");
    default: return m_session->textOf(error);
    }
}

QString LockedCopy::bringingProblem(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::NotFound: return tr("That file is gone. Is the stick still in?");
    case ErrorCode::StorageFailed: return tr("That file can’t be read. Is the stick still in?");
    case ErrorCode::Malformed: return tr("That is no locked copy. Its name would begin with our-table.");
    case ErrorCode::TooLarge: return tr("That file is too large to be a locked copy.");
    case ErrorCode::SealBroken: return tr("That copy is damaged, or a part of it is missing. Nothing was changed. Save it again on the other device.");
    case ErrorCode::NotMember: return tr("That copy is from another programme. It can’t come in here.");
    case ErrorCode::NoKey: return tr("This device has to meet the hub first. Find Wi-Fi, then try again.");
    case ErrorCode::Unsupported: return tr("A newer version made that copy. Install the newest version first.");
    case ErrorCode::Expired: return tr("That copy is more than 90 days old. Make a new one.");
    default: return m_session->textOf(error);
    }
}

void LockedCopy::show(const QString &problem, const QString &outcome, const QString &next)
{
    m_problem = problem;
    m_outcome = outcome;
    m_next = next;
    emit changed();
}

} // namespace ourtable
