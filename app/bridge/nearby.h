// Passing to another tablet nearby (ux.md 7.22): finds it, shows the same two words on both, and passes what each lacks once
// both people said so. This device can be found as long as this object is there and somebody is signed in.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <list>
#include <memory>
#include <optional>

#include "app/bridge/nearbywords.h"
#include "app/bridge/session.h"
#include "core/crypto/systemrandom.h"
#include "core/sync/nearbymeeting.h"
#include "core/sync/nearbyway.h"

namespace ourtable {

class Nearby : public QObject, private sync::NearbyHost {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(ourtable::Nearby::Stage stage READ stage NOTIFY stageChanged)
    Q_PROPERTY(int found READ found NOTIFY foundChanged)            // devices of this programme that can be called
    Q_PROPERTY(QString number READ number NOTIFY foundChanged)      // to type on the other one; "A or B" on more than one Wi-Fi
    Q_PROPERTY(QString words READ words NOTIFY stageChanged)        // "BLUE OTTER"
    Q_PROPERTY(double part READ part NOTIFY moved)                  // of all that is passed both ways: 0 to 1
    Q_PROPERTY(QString result READ result NOTIFY stageChanged)      // once it is done
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)  // why it ended, or what is wrong with the number

public:
    enum class Stage {
        Starting,
        Looking, // can be found, and finds others
        Calling,
        Words,   // both screens show them
        Waiting, // for the person at the other one
        Passing,
        Done,
        Over,    // ended before; `problem` says why
    };
    Q_ENUM(Stage)

    explicit Nearby(QObject *parent = nullptr);
    ~Nearby() override;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] int found() const;
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString words() const;
    [[nodiscard]] double part() const;
    [[nodiscard]] QString result() const { return m_result; }
    [[nodiscard]] QString problem() const { return m_problem; }

    // One of those found, from 0 on; or by its number, as it is typed.
    Q_INVOKABLE void call(int device);
    Q_INVOKABLE void callNumber(const QString &number);
    // What the person says of the words.
    Q_INVOKABLE void agree();
    Q_INVOKABLE void refuse();
    // Ends whatever goes on, and looks again.
    Q_INVOKABLE void lookAgain();
    Q_INVOKABLE void forgetProblem() { setProblem({}); }

signals:
    void sessionChanged();
    void stageChanged();
    void foundChanged();
    void moved();
    void problemChanged();

private:
    struct Stranger { // a connection on which the handshake goes on
        std::unique_ptr<sync::NearbyLine> line;
        sync::NearbyHandshake handshake;
        bool answered = false;
    };
    using Strangers = std::list<Stranger>;

    [[nodiscard]] sync::NearbyWay *way() const; // nullptr: the program offers none
    void start();
    void open(sync::NearbyPapers papers);
    void stop();
    void follow(Result<std::unique_ptr<sync::NearbyLine>> line);
    void shakeHands(std::unique_ptr<sync::NearbyLine> line, sync::NearbyHandshake::Role role);
    void hear(Strangers::iterator stranger, const Bytes &message);
    void lose(Strangers::iterator stranger, const Error &why);
    [[nodiscard]] bool givesWay(const sync::NearbyHandshake &newer) const;
    void meet(Strangers::iterator stranger);
    void hearInMeeting(const Bytes &message);
    void lineIsOver(const Error &why);
    void showMeeting();
    void endMeeting(const Error &why);
    [[nodiscard]] nearbywords::When when() const;
    void setStage(Stage stage);
    void setProblem(const QString &problem);
    // Work of the meeting that goes on, on the storage thread; whatever fails ends it.
    template <class Work, class Then>
    void ask(Work work, Then then);

    void send(Bytes message) override;
    void wantHeads() override;
    void wantPages(const sync::NearbyHeads &theirs) override;
    void wantTakenIn(sync::PullAnswer set) override;

    Session *m_session = nullptr;
    crypto::SystemRandom m_random;
    std::optional<sync::NearbyPapers> m_papers;
    Strangers m_strangers;
    std::unique_ptr<sync::NearbyLine> m_line; // of the meeting
    std::optional<sync::NearbyMeeting> m_meeting;
    sync::NearbyTaken m_came;
    int m_round = 0; // of meetings: answers of an earlier one are dropped
    Stage m_stage = Stage::Starting;
    QString m_result;
    QString m_problem;
};

} // namespace ourtable
