// The root of all that the screens see: who uses this device, who is signed in, and the way to the storage thread. One a
// window. Screens are given it, and make their own view models with it.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>

#include "app/bridge/comfort.h"
#include "app/bridge/idlework.h"
#include "app/bridge/peoplemodel.h"
#include "app/bridge/roomleft.h"
#include "app/bridge/secretwait.h"
#include "app/bridge/sharing.h"
#include "app/bridge/storage.h"
#include "core/support/placesource.h"

namespace ourtable {

class Session : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("handed in by the program")
    Q_PROPERTY(ourtable::Session::Stage stage READ stage NOTIFY stageChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    // `problem` says how long to wait before the next secret, counts down and goes by itself.
    Q_PROPERTY(bool waiting READ waiting NOTIFY waitingChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(ourtable::PeopleModel *people READ people CONSTANT)
    Q_PROPERTY(ourtable::Sharing *sharing READ sharing CONSTANT)
    Q_PROPERTY(ourtable::RoomLeft *room READ room CONSTANT)
    Q_PROPERTY(ourtable::Comfort *comfort READ comfort CONSTANT)
    Q_PROPERTY(QString personName READ personName NOTIFY stageChanged)
    Q_PROPERTY(QString part READ part NOTIFY stageChanged)
    Q_PROPERTY(QStringList roles READ roles NOTIFY stageChanged)
    Q_PROPERTY(QString programme READ programme NOTIFY programmeChanged)
    Q_PROPERTY(QString place READ place NOTIFY stageChanged)
    Q_PROPERTY(QString today READ today NOTIFY todayChanged)
    Q_PROPERTY(QString lastPerson READ lastPerson NOTIFY stageChanged)
    Q_PROPERTY(bool hidden READ hidden WRITE setHidden NOTIFY hiddenChanged)

public:
    enum class Stage {
        Starting,
        NoProgramme, // this device belongs to none yet
        SignedOut,
        SignedIn,
        Broken       // the device's files can't be used; `problem` says why
    };
    Q_ENUM(Stage)

    // All outlive the session. settingsFolder: what holds for the device before anybody signs in; no personal data. places:
    // nullptr when nothing can tell where the device is.
    Session(Storage &storage, Clock &clock, const QString &settingsFolder, PlaceSource *places = nullptr, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool waiting() const { return m_wait.runs(); }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] PeopleModel *people() { return &m_people; }
    [[nodiscard]] Sharing *sharing() { return &m_sharing; }
    [[nodiscard]] RoomLeft *room() { return &m_room; }
    [[nodiscard]] Comfort *comfort() { return &m_comfort; }
    [[nodiscard]] QString personName() const { return m_person.name; }
    [[nodiscard]] QString part() const { return m_person.part; }
    [[nodiscard]] QStringList roles() const { return m_person.roles; } // codes; the main one first
    [[nodiscard]] QString programme() const { return m_person.programme; }
    // Where this person was on this device, as the shell wrote it with keepPlace(); empty at the first time.
    [[nodiscard]] QString place() const { return m_person.place; }
    [[nodiscard]] QString today() const { return m_today; } // "YYYY-MM-DD", in local time
    // Who was signed in last since the app started, as PeopleModel's key; empty when nobody was.
    [[nodiscard]] QString lastPerson() const { return m_lastPerson; }
    [[nodiscard]] bool hidden() const { return m_hidden; }

    // Opens the device's files, or looks again at who uses the device. Ends in NoProgramme, SignedOut or Broken.
    Q_INVOKABLE void start();
    // key as PeopleModel has it. Ends in SignedIn, or with a problem. Asks the hub first for whoever was not let in yet.
    Q_INVOKABLE void signIn(const QString &key, const QString &secret);
    // Signed out at once; unfinished writing is kept first, and what needs this person at the hub ends. A hidden screen
    // stays hidden.
    Q_INVOKABLE void lock();
    // Covers or uncovers the screen without signing out.
    void setHidden(bool hidden);
    Q_INVOKABLE void keepPlace(const QString &place);
    Q_INVOKABLE void forgetProblem();
    // Whether some record of the kind ("gathering") may be worked with by this right ("create", "read", "change").
    Q_INVOKABLE [[nodiscard]] bool may(const QString &kind, const QString &right) const;

    // --- for the other classes of the bridge
    [[nodiscard]] Storage &storage() { return m_storage; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    // For what holds for the device whoever uses it; nothing personal.
    [[nodiscard]] const QString &settingsFolder() const { return m_settingsFolder; }
    [[nodiscard]] SecretWait &secretWait() { return m_wait; }
    [[nodiscard]] PlaceSource *places() { return m_places; }
    // The programme's own while somebody is signed in, else the built-in one.
    [[nodiscard]] const catalogue::Catalogue &catalogue() const { return *m_catalogue; }
    [[nodiscard]] IdleWork &idleWork() { return m_idleWork; }
    // The same, for whoever keeps something of it; stays as it is when somebody else signs in.
    [[nodiscard]] std::shared_ptr<const catalogue::Catalogue> catalogueShared() const { return m_catalogue; }
    [[nodiscard]] PersonId person() const { return m_person.id; }
    [[nodiscard]] QString textOf(const Error &error) const;
    void setLastPerson(const QString &key) { m_lastPerson = key; }
    // To be called by whoever saved something or took something in: lists look again at what changed.
    void tellTouched(const std::vector<usecases::Touched> &touched);
    void tellTouched(const RecordId &record, catalogue::KindNumber kind) { tellTouched({usecases::Touched{record, kind}}); }

signals:
    void stageChanged();
    void programmeChanged();
    void problemChanged();
    void waitingChanged();
    // Signing in did not work; `problem` says why.
    void refused();
    // The wait is over.
    void mayTryAgain();
    // Broken as before, after another try.
    void stillBroken();
    void busyChanged();
    void todayChanged();
    void hiddenChanged();
    void touched(const std::vector<ourtable::usecases::Touched> &touched);
    // Somebody began to write in a form, or what was begun in it went.
    void draftsChanged();
    // Edit objects keep their drafts now: the person is signed out right after, or the program may end.
    void aboutToLock();

private:
    struct Person {
        PersonId id;
        QString name, part, programme, place;
        QStringList roles;
    };
    struct SignedIn {
        Person person;
        QString comfort;
        std::shared_ptr<const catalogue::Catalogue> catalogue;
        std::vector<std::pair<catalogue::KindNumber, catalogue::Right>> rights;
    };
    [[nodiscard]] static Result<SignedIn> unlock(Desk &desk, const std::string &key, const std::string &secret);
    [[nodiscard]] static SignedIn describe(usecases::Workspace &workspace);
    void readPeople();
    void unlockThen(const QString &key, const QString &secret, bool askHub);
    void askHubThenUnlock(const QString &key, const QString &secret);
    void enter(SignedIn &&signedIn);
    void setStage(Stage stage);
    void setProblem(const QString &problem);
    void setBusy(bool busy);
    void refuse(const Error &error, const QString &key);
    void breakOff(const Error &error);
    void askProgramme();
    void lookAtCalendar();

    Storage &m_storage;
    Clock &m_clock;
    QString m_settingsFolder;
    PlaceSource *m_places;
    Stage m_stage = Stage::Starting;
    QString m_problem;
    bool m_busy = false;
    bool m_hidden = false;
    QString m_lastPerson;
    QString m_today;
    QTimer m_calendar;
    PeopleModel m_people;
    Comfort m_comfort;
    SecretWait m_wait;
    Person m_person;
    std::shared_ptr<const catalogue::Catalogue> m_catalogue;
    std::vector<std::pair<catalogue::KindNumber, catalogue::Right>> m_rights;
    Sharing m_sharing;   // these last: they ask the session
    IdleWork m_idleWork;
    RoomLeft m_room;
};

} // namespace ourtable
