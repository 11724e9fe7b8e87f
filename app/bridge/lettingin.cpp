#include "app/bridge/lettingin.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

#include "app/bridge/daywords.h"

namespace ourtable {
namespace {

constexpr int kAgainMilliseconds = 5000;
constexpr char kPanel[] = "panel"; // nobody is that alone

// A file of that name that is not there yet: an older one may still be meant for somebody.
QString freeFile()
{
    const QDir downloads(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    for (int number = 1;; ++number) {
        const QString path = downloads.filePath(number == 1 ? QStringLiteral("ourtable-invitation.txt")
                                                            : QStringLiteral("ourtable-invitation-%1.txt").arg(number));
        if (!QFile::exists(path))
            return path;
    }
}

} // namespace

LettingIn::LettingIn(QObject *parent) : QObject(parent)
{
    m_again.setInterval(kAgainMilliseconds);
    connect(&m_again, &QTimer::timeout, this, &LettingIn::look);
}

void LettingIn::setSession(Session *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    emit sessionChanged();
    m_again.start();
    look();
}

std::vector<const catalogue::Role *> LettingIn::roles() const
{
    std::vector<const catalogue::Role *> found;
    if (m_session)
        for (const catalogue::Role &role : m_session->catalogue().roles())
            if (role.code != kPanel)
                found.push_back(&role);
    return found;
}

QStringList LettingIn::parts() const
{
    QStringList labels;
    for (const catalogue::Role *role : roles())
        labels.append(QString::fromStdString(role->label));
    return labels;
}

void LettingIn::invite(int part)
{
    const std::vector<const catalogue::Role *> known = roles();
    if (m_busy || part < 0 || part >= static_cast<int>(known.size()))
        return;
    setBusy(true);
    setProblem({});
    usecases::InvitationFor whom;
    whom.roles.push_back(known.at(static_cast<std::size_t>(part))->number);
    m_session->storage().askWorkspaceAlone(
        this,
        [whom](usecases::Workspace &workspace) -> Result<sync::Invitation> {
            OURTABLE_TRY(workspace.share());
            return usecases::invite(workspace, whom);
        },
        [this](const Result<sync::Invitation> &made) {
            setBusy(false);
            if (!made)
                return setProblem(m_session->textOf(made.error()));
            m_address = QString::fromStdString(made->address);
            m_code = QString::fromStdString(made->typedCode()).replace(u'-', u' ');
            m_until = days::localTime(made->expires).toString(QStringLiteral("H:mm"));
            m_text = QString::fromStdString(made->text());
            m_file.clear();
            emit madeChanged();
            emit fileChanged();
        });
}

void LettingIn::save()
{
    const QString path = freeFile();
    QSaveFile file(path);
    const QByteArray text = m_text.toUtf8() + '\n';
    if (!QDir().mkpath(QFileInfo(path).path()) || !file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return setProblem(tr("The file can’t be saved here. Show them the address and the code."));
    m_file = path;
    emit fileChanged();
}

void LettingIn::look()
{
    if (m_busy || m_looking || !m_session)
        return;
    m_looking = true;
    m_session->storage().askWorkspaceAlone(
        this, [](usecases::Workspace &workspace) { return usecases::waitingPeople(workspace); },
        [this](const Result<std::vector<usecases::WaitingPerson>> &people) {
            m_looking = false;
            if (people)
                show(*people); // otherwise it looks again
        });
}

void LettingIn::show(const std::vector<usecases::WaitingPerson> &people)
{
    QList<WaitingPeople::Row> rows;
    for (const usecases::WaitingPerson &each : people) {
        const catalogue::Role *role = each.roles.empty() ? nullptr : m_session->catalogue().role(each.roles.front());
        rows.append({QString::fromStdString(each.invite.hex()), QString::fromStdString(each.knownAs),
                     QString::fromStdString(each.words).replace(u'-', u' '), role ? QString::fromStdString(role->label) : QString()});
    }
    m_waiting.show(rows);
}

void LettingIn::letIn(const QString &key)
{
    if (m_busy)
        return;
    const std::optional<InviteId> invite = InviteId::fromHexText(key.toStdString());
    if (!invite)
        return;
    setBusy(true);
    setProblem({});
    m_session->storage().askWorkspaceAlone(
        this,
        [invite = *invite](usecases::Workspace &workspace) -> Result<std::vector<usecases::WaitingPerson>> {
            OURTABLE_TRY(usecases::letIn(workspace, invite));
            OURTABLE_TRY(workspace.share());
            return usecases::waitingPeople(workspace);
        },
        [this](const Result<std::vector<usecases::WaitingPerson>> &left) {
            setBusy(false);
            if (!left)
                return setProblem(m_session->textOf(left.error()));
            show(*left);
            m_session->sharing()->tryNow(); // lists hear of the new person
            emit letInDone();
        });
}

void LettingIn::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    emit busyChanged();
}

void LettingIn::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

} // namespace ourtable
