#include "app/bridge/session.h"

#include <algorithm>

#include "app/bridge/daywords.h"
#include "app/bridge/errortext.h"
#include "app/bridge/joinwords.h"
#include "app/bridge/programmename.h"
#include "core/catalogue/handles.h"
#include "core/crypto/securebytes.h"
#include "core/usecases/enrolling.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

constexpr char kPlace[] = "place";
constexpr char kComfort[] = "comfort";
constexpr int kCalendarMilliseconds = 60'000;

// Not there yet is nothing: an app that is opened for the first time has no place.
QString secretText(usecases::Workspace &workspace, const std::string &name)
{
    const Result<crypto::SecretBytes> held = workspace.secret(name);
    if (!held)
        return {};
    return QString::fromUtf8(reinterpret_cast<const char *>(held->view().data()), static_cast<qsizetype>(held->view().size()));
}

// For whoever has not been let in yet: what the coordinator's screen shows too.
QString waitingWords(const Error &error, const QString &words)
{
    if (error.code != ErrorCode::Waiting || words.isEmpty())
        return {};
    return QStringLiteral(" ") + Session::tr("Your two words are %1.").arg(words);
}

std::optional<catalogue::Right> rightOf(const QString &name)
{
    if (name == QStringLiteral("create"))
        return catalogue::Right::Create;
    if (name == QStringLiteral("read"))
        return catalogue::Right::Read;
    if (name == QStringLiteral("change"))
        return catalogue::Right::Change;
    if (name == QStringLiteral("writeSealed"))
        return catalogue::Right::WriteSealed;
    return std::nullopt;
}

} // namespace

Session::Session(Storage &storage, Clock &clock, const QString &settingsFolder, PlaceSource *places, QObject *parent)
    : QObject(parent), m_storage(storage), m_clock(clock), m_settingsFolder(settingsFolder), m_places(places), m_comfort(settingsFolder), m_wait(clock, this),
      m_catalogue(&catalogue::Catalogue::builtIn(), [](const catalogue::Catalogue *) {}), m_sharing(*this), m_idleWork(*this), m_room(*this)
{
    connect(&m_calendar, &QTimer::timeout, this, &Session::lookAtCalendar);
    m_calendar.start(kCalendarMilliseconds);
    lookAtCalendar();
    connect(this, &Session::stageChanged, this, &Session::programmeChanged);
    connect(&m_wait, &SecretWait::counted, this, [this] { setProblem(textOf({ErrorCode::TryLater, std::to_string(m_wait.left())})); });
    connect(&m_wait, &SecretWait::over, this, [this] {
        forgetProblem();
        emit mayTryAgain();
    });
    connect(&m_comfort, &Comfort::personalChanged, this, [this](const QString &settings) {
        m_storage.askWorkspace(
            this, [octets = settings.toStdString()](usecases::Workspace &workspace) { return workspace.keepSecret(kComfort, viewOf(octets)); },
            [this](const Result<void> &kept) {
                if (!kept)
                    setProblem(textOf(kept.error()));
            });
    });
}

Session::~Session() = default;

Session::SignedIn Session::describe(usecases::Workspace &workspace)
{
    SignedIn told;
    told.catalogue = workspace.catalogueShared();
    told.person.id = workspace.person();
    const Result<store::RecordView> record = workspace.get(RecordId{workspace.person().octets});
    if (record && record->field(kinds::person::known_as).text())
        told.person.name = QString::fromStdString(*record->field(kinds::person::known_as).text());
    for (const catalogue::RoleNumber number : workspace.roles()) {
        const catalogue::Role *role = told.catalogue->role(number);
        if (!role)
            continue;
        told.person.roles.append(QString::fromStdString(role->code));
        if (told.person.part.isEmpty())
            told.person.part = QString::fromStdString(role->label);
    }
    told.person.programme = programmeName(workspace);
    told.person.place = secretText(workspace, kPlace);
    told.comfort = secretText(workspace, kComfort);
    for (const catalogue::Kind &kind : told.catalogue->kinds()) {
        for (const catalogue::Right right : {catalogue::Right::Create, catalogue::Right::Read, catalogue::Right::Change, catalogue::Right::WriteSealed}) {
            if (workspace.may(kind, right))
                told.rights.emplace_back(kind.number, right);
        }
    }
    return told;
}

Result<Session::SignedIn> Session::unlock(Desk &desk, const std::string &key, const std::string &secret)
{
    if (!desk.profile)
        return ErrorCode::Busy; // somebody is joining
    OURTABLE_ASSIGN(const std::vector<usecases::PersonOnDevice> people, desk.profile->people());
    const auto chosen = std::find_if(people.begin(), people.end(), [&key](const auto &each) { return each.endpoint.hex() == key; });
    if (chosen == people.end())
        return Error{ErrorCode::NotFound, "person"};
    Result<std::unique_ptr<usecases::Workspace>> workspace = usecases::Workspace::unlock(*desk.profile, secret, chosen->endpoint);
    if (!workspace && workspace.error().code == ErrorCode::WrongSecret)
        return Error{ErrorCode::WrongSecret, chosen->passphrase ? "passphrase" : "pin"};
    if (!workspace)
        return workspace.error();
    desk.workspace = std::move(*workspace);
    return describe(*desk.workspace);
}

void Session::signIn(const QString &key, const QString &secret)
{
    if (m_busy || m_stage != Stage::SignedOut)
        return;
    forgetProblem();
    setBusy(true);
    unlockThen(key, secret, true);
}

void Session::unlockThen(const QString &key, const QString &secret, bool askHub)
{
    m_storage.askChange(
        this,
        [key = key.toStdString(), secret = secret.toStdString()](Desk &desk) mutable {
            Result<SignedIn> unlocked = unlock(desk, key, secret);
            crypto::wipe({reinterpret_cast<std::uint8_t *>(secret.data()), secret.size()});
            return unlocked;
        },
        [this, key, secret, askHub](Result<SignedIn> &&unlocked) {
            if (!unlocked && askHub && unlocked.error().code == ErrorCode::Waiting)
                return askHubThenUnlock(key, secret);
            setBusy(false);
            if (!unlocked)
                return refuse(unlocked.error(), key);
            joinwords::forget(m_settingsFolder, key);
            m_lastPerson = key;
            enter(std::move(*unlocked));
        });
}

void Session::refuse(const Error &error, const QString &key)
{
    if (error.code == ErrorCode::TryLater)
        m_wait.begin(QByteArray::fromStdString(error.detail).toInt());
    setProblem(textOf(error) + waitingWords(error, joinwords::of(m_settingsFolder, key)));
    emit waitingChanged();
    emit refused();
}

void Session::forgetProblem()
{
    m_wait.stop();
    emit waitingChanged();
    setProblem({});
}

// A coordinator may have let them in since this device last met the hub.
void Session::askHubThenUnlock(const QString &key, const QString &secret)
{
    m_storage.askAlone(
        this,
        [](Desk &desk) -> Result<void> {
            if (!desk.profile)
                return ErrorCode::Busy;
            return usecases::finishJoining(*desk.profile);
        },
        [this, key, secret](const Result<void> &) { unlockThen(key, secret, false); }); // which says what is still missing
}

void Session::enter(SignedIn &&signedIn)
{
    m_person = std::move(signedIn.person);
    m_catalogue = std::move(signedIn.catalogue);
    m_rights = std::move(signedIn.rights);
    m_comfort.follow(signedIn.comfort);
    setStage(Stage::SignedIn);
}

void Session::lock()
{
    if (m_stage != Stage::SignedIn)
        return;
    emit aboutToLock();
    setStage(Stage::SignedOut);
    m_person = {};
    m_rights.clear();
    m_catalogue = std::shared_ptr<const catalogue::Catalogue>(&catalogue::Catalogue::builtIn(), [](const catalogue::Catalogue *) {});
    m_comfort.unfollow();
    m_storage.askChange(
        this,
        [](Desk &desk) -> Result<void> {
            if (desk.workspace)
                (void)desk.workspace->writeSnapshot(); // only makes the next opening quicker
            desk.workspace.reset();
            return {};
        },
        [this](const Result<void> &) { readPeople(); });
}

void Session::setHidden(bool hidden)
{
    if (m_hidden == hidden)
        return;
    m_hidden = hidden;
    emit hiddenChanged();
}

void Session::keepPlace(const QString &place)
{
    if (m_stage != Stage::SignedIn || place == m_person.place)
        return;
    m_person.place = place;
    m_storage.askWorkspace(
        this, [octets = place.toStdString()](usecases::Workspace &workspace) { return workspace.keepSecret(kPlace, viewOf(octets)); },
        [](const Result<void> &) {}); // the next one is kept again; nothing of the person's is lost
}

bool Session::may(const QString &kind, const QString &right) const
{
    const catalogue::Kind *known = m_catalogue->kind(kind.toStdString());
    const std::optional<catalogue::Right> wanted = rightOf(right);
    return known && wanted && std::find(m_rights.begin(), m_rights.end(), std::pair(known->number, *wanted)) != m_rights.end();
}

QString Session::textOf(const Error &error) const { return errorText(error, *m_catalogue); }

void Session::tellTouched(const std::vector<usecases::Touched> &records)
{
    if (records.empty())
        return;
    const bool named = std::any_of(records.begin(), records.end(), [](const usecases::Touched &each) { return each.kind == kinds::agreement::kind; });
    if (named && m_stage == Stage::SignedIn)
        askProgramme();
    emit touched(records);
}

void Session::askProgramme()
{
    m_storage.askWorkspace(
        this, [](usecases::Workspace &workspace) -> Result<QString> { return programmeName(workspace); },
        [this](const Result<QString> &name) {
            if (!name || m_stage != Stage::SignedIn || m_person.programme == *name)
                return;
            m_person.programme = *name;
            emit programmeChanged();
        });
}

void Session::setStage(Stage stage)
{
    if (m_stage == stage)
        return;
    m_stage = stage;
    emit stageChanged();
}

void Session::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit problemChanged();
}

void Session::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    emit busyChanged();
}

void Session::lookAtCalendar()
{
    const QString today = days::isoDay(m_clock.wallMilliseconds());
    if (today == m_today)
        return;
    m_today = today;
    emit todayChanged();
}

} // namespace ourtable
