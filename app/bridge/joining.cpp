#include "app/bridge/joining.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include "app/bridge/joinwords.h"
#include "core/crypto/securebytes.h"

namespace ourtable {
namespace {

constexpr int kAgainMilliseconds = 5000;
constexpr qint64 kLargestFile = 8192;
constexpr qsizetype kLongestName = 80;
constexpr char kInvitation[] = "OT1:";
constexpr char kUsualPort[] = ":8443";

// "https://hub.example.org/" is the same as "hub.example.org", and a hub is where hubs usually are.
std::string addressOf(const QString &typed)
{
    QString address = typed.simplified().remove(u' ').toLower();
    if (address.startsWith(QStringLiteral("https://")))
        address = address.mid(8);
    while (address.endsWith(u'/'))
        address.chop(1);
    const bool hasPort = address.startsWith(u'[') ? address.contains(QStringLiteral("]:")) : address.contains(u':');
    if (!address.isEmpty() && !hasPort)
        address += QString::fromLatin1(kUsualPort);
    return address.toStdString();
}

} // namespace

Joining::Joining(QObject *parent) : QObject(parent)
{
    m_again.setInterval(kAgainMilliseconds);
    connect(&m_again, &QTimer::timeout, this, &Joining::tryNow);
}

void Joining::readTyped(const QString &address, const QString &code)
{
    if (code.trimmed().startsWith(QString::fromLatin1(kInvitation)))
        return readText(code);
    if (address.trimmed().isEmpty())
        return setProblem(tr("Type the address too. It is above the code."));
    read([address = addressOf(address), code = code.toStdString()](const usecases::Surroundings &around) {
        return usecases::readTypedInvitation(address, code, around);
    });
}

void Joining::readText(const QString &text)
{
    read([text = text.trimmed().toStdString()](const usecases::Surroundings &around) { return usecases::readInvitation(text, around); });
}

void Joining::readFile(const QUrl &file)
{
    QFile invitation(file.toLocalFile());
    if (!invitation.open(QIODevice::ReadOnly) || invitation.size() > kLargestFile)
        return setProblem(tr("That is no invitation. Look for a file that your coordinator made."));
    readText(QString::fromUtf8(invitation.readAll()));
}

void Joining::findFile()
{
    const QDir downloads(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    for (const QFileInfo &each : downloads.entryInfoList({QStringLiteral("ourtable-invitation*")}, QDir::Files, QDir::Time))
        return readFile(QUrl::fromLocalFile(each.absoluteFilePath()));
    setProblem(tr("There is no invitation among the downloads. Paste its words here."));
}

void Joining::read(std::function<Result<usecases::JoinRequest>(const usecases::Surroundings &)> how)
{
    if (m_busy || m_step != Step::Invited)
        return;
    setProblem({});
    setBusy(true);
    m_session->storage().askAlone(
        this, [how = std::move(how)](Desk &desk) { return how(desk.around); },
        [this](const Result<usecases::JoinRequest> &request) {
            setBusy(false);
            if (!request)
                return setProblem(textOf(request.error()));
            m_request = *request;
            setStep(Step::Named);
        });
}

void Joining::call(const QString &name)
{
    const QString whole = name.simplified();
    if (whole.isEmpty())
        return setProblem(tr("Type what people call you. A first name is enough."));
    if (whole.size() > kLongestName)
        return setProblem(tr("That is longer than there is room for. A first name is enough."));
    m_name = whole;
    setProblem({});
    setStep(Step::Secured);
}

void Joining::choose(const QString &secret, const QString &again, bool passphrase)
{
    if (m_busy || !m_request)
        return;
    if (secret != again)
        return setProblem(tr("The two are not the same. Type them again, or show them."));
    setProblem({});
    setBusy(true);
    m_session->storage().askAlone(
        this,
        [request = *m_request, person = usecases::NewPerson{m_name.toStdString(), secret.toStdString(), passphrase}](Desk &desk) mutable {
            const Result<Asked> asked = ask(desk, request, person);
            crypto::wipe({reinterpret_cast<std::uint8_t *>(person.password.data()), person.password.size()});
            return asked;
        },
        [this](const Result<Asked> &asked) {
            setBusy(false);
            if (asked)
                return wait(*asked);
            setProblem(textOf(asked.error()));
            if (asked.error().code == ErrorCode::Expired || asked.error().code == ErrorCode::AlreadyUsed) {
                m_request.reset();
                setStep(Step::Invited);
            }
        });
}

// A folder is one process's and one profile's: whoever is here already lets go of it meanwhile.
Result<Joining::Asked> Joining::ask(Desk &desk, const usecases::JoinRequest &request, const usecases::NewPerson &person)
{
    desk.profile.reset();
    Result<usecases::Joining> joined = usecases::join(desk.folder, request, person, desk.around);
    if (joined) {
        desk.profile = std::move(joined->profile);
        return Asked{QString::fromStdString(joined->endpoint.hex()), QString::fromStdString(joined->words)};
    }
    Result<std::unique_ptr<usecases::Profile>> again = usecases::Profile::open(desk.folder, desk.around);
    if (again) // otherwise there is none yet
        desk.profile = std::move(*again);
    return joined.error();
}

void Joining::wait(const Asked &asked)
{
    m_key = asked.key;
    m_words = asked.words;
    joinwords::keep(m_session->settingsFolder(), m_key, m_words);
    setStep(Step::Waiting);
    m_again.start();
    tryNow();
}

void Joining::tryNow()
{
    if (m_busy || m_step != Step::Waiting)
        return;
    setBusy(true);
    m_session->storage().askAlone(
        this,
        [](Desk &desk) -> Result<void> {
            if (!desk.profile)
                return ErrorCode::NotFound;
            return usecases::finishJoining(*desk.profile);
        },
        [this](const Result<void> &in) { finish(in); });
}

void Joining::finish(const Result<void> &in)
{
    setBusy(false);
    if (!in) {
        const ErrorCode code = in.error().code;
        return setNews(code == ErrorCode::Waiting   ? tr("Waiting for your coordinator to let you in.")
                       : code == ErrorCode::Offline ? tr("No Wi-Fi here. We ask again by ourselves. You can close the app meanwhile.")
                                                    : textOf(in.error()));
    }
    m_again.stop();
    joinwords::forget(m_session->settingsFolder(), m_key);
    m_session->setLastPerson(m_key);
    m_session->start(); // looks again at who uses the device
    setStep(Step::In);
}

bool Joining::back()
{
    if (m_step != Step::Named && m_step != Step::Secured)
        return false;
    setProblem({});
    setStep(m_step == Step::Secured ? Step::Named : Step::Invited);
    return true;
}

QString Joining::grouped(const QString &code) const
{
    QString letters;
    for (const QChar letter : code)
        if (letter.isLetterOrNumber())
            letters += letter.toUpper();
    QString groups;
    for (qsizetype at = 0; at < letters.size(); at += 4)
        groups += (at == 0 ? QString() : QStringLiteral(" ")) + letters.mid(at, 4);
    return groups;
}

QString Joining::textOf(const Error &error) const
{
    switch (error.code) {
    case ErrorCode::Offline: return tr("We can’t reach the hub. Look at the address, and at the Wi-Fi. Then try again.");
    case ErrorCode::NotFound: return tr("The hub does not know that code. Look at it again, or ask for a new one.");
    case ErrorCode::SealBroken: return tr("Address and code don’t belong together. Stop here and tell your coordinator.");
    case ErrorCode::Malformed: return tr("That is no invitation, or not all of it. Copy it again, whole.");
    case ErrorCode::AlreadyExists: return tr("This device belongs to another programme already.");
    case ErrorCode::InvalidInput:
        if (error.detail == "code")
            return tr("That is not the whole code. It has 26 letters and digits. Look at it again.");
        if (error.detail == "address")
            return tr("That is no address of a hub. Look at it again.");
        return m_session->textOf(error);
    default: return m_session->textOf(error);
    }
}

void Joining::setStep(Step step)
{
    m_step = step;
    emit stepChanged();
}

void Joining::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    emit busyChanged();
}

void Joining::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

void Joining::setNews(const QString &news)
{
    if (m_news == news)
        return;
    m_news = news;
    emit newsChanged();
}

} // namespace ourtable
