// Where the words are: on this device, or with the hub too. Shares by itself: when the device's files are open (also while
// everybody is signed out), soon after a save, every few minutes, when there is a way out again; after the hub was out of
// reach later and later, and never sooner than it asked for. Nothing counts as shared without the hub's receipt.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>

#include "app/bridge/sharingrhythm.h"
#include "app/bridge/sharingwords.h"

namespace ourtable {

struct Desk;
class Session;

class Sharing : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the session")
    Q_PROPERTY(ourtable::Sharing::State state READ state NOTIFY changed)
    Q_PROPERTY(int toShare READ toShare NOTIFY changed)
    Q_PROPERTY(int toDecide READ toDecide NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)
    Q_PROPERTY(bool outOfReach READ outOfReach NOTIFY changed)
    Q_PROPERTY(double sharedPart READ sharedPart NOTIFY changed)   // of all that is here: 0 to 1
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QString decision READ decision NOTIFY changed)
    Q_PROPERTY(QString sharedWords READ sharedWords NOTIFY changed)
    Q_PROPERTY(QString waitingWords READ waitingWords NOTIFY changed)
    Q_PROPERTY(QString lastShared READ lastShared NOTIFY changed)
    Q_PROPERTY(QString details READ details NOTIFY changed)        // for support; folded away
    Q_PROPERTY(bool tablet MEMBER m_tablet NOTIFY tabletChanged)   // how the sentences call this device
    Q_PROPERTY(bool watched READ watched WRITE setWatched NOTIFY watchedChanged) // somebody looks: all that is here is counted too

public:
    enum class State { Saved, Sharing, Shared, Decide, NeedsHelp, NotKept }; // in the order of SavePill.State
    Q_ENUM(State)

    explicit Sharing(Session &session);

    [[nodiscard]] State state() const;
    [[nodiscard]] int toShare() const { return static_cast<int>(m_facts.waiting.total()); } // things without the hub's receipt
    [[nodiscard]] int toDecide() const { return m_facts.toDecide; } // by whoever is signed in
    [[nodiscard]] bool running() const { return m_facts.running; }
    [[nodiscard]] bool outOfReach() const { return m_facts.way == SharingFacts::Way::OutOfReach; }
    [[nodiscard]] double sharedPart() const;
    [[nodiscard]] QString headline() const { return sharingwords::headline(facts()); }
    [[nodiscard]] QString sentence() const { return sharingwords::sentence(facts()); }
    [[nodiscard]] QString decision() const { return sharingwords::decision(facts()); }
    [[nodiscard]] QString decisionTitle() const { return sharingwords::decisionTitle(facts()); }
    [[nodiscard]] bool isTablet() const { return m_tablet; }
    [[nodiscard]] QString sharedWords() const { return sharingwords::shared(facts()); }
    [[nodiscard]] QString waitingWords() const { return sharingwords::waiting(facts()); }
    [[nodiscard]] QString lastShared() const { return sharingwords::lastShared(facts()); }
    [[nodiscard]] QString details() const { return m_details; }
    [[nodiscard]] bool watched() const { return m_watched; }
    void setWatched(bool watched);

    // At once, whatever came of the last time.
    Q_INVOKABLE void tryNow();
    // There is a way out of this device again (the program is told by the system, where the system can tell).
    void wayIsBack();
    // For tests: other waits; and looking at the clock now.
    void setPace(const SharingPace &pace);
    void lookAtClock();

signals:
    void changed();
    void tabletChanged();
    void watchedChanged();
    // A sharing is over, good or not, and what came with it is shown.
    void rested();

private:
    struct Counted {
        usecases::Things waiting;
        std::optional<usecases::Things> all;
        std::int64_t met = 0;
        int toDecide = 0;
        std::string toDecideKind;
        std::string helper;
    };
    struct TakenIn {
        std::vector<usecases::Touched> touched;
    };
    [[nodiscard]] static Result<Counted> counted(Desk &desk, bool all);
    [[nodiscard]] static Result<TakenIn> takenIn(Desk &desk, const usecases::SharingRound &round);
    [[nodiscard]] SharingFacts facts() const;
    void followStage();
    void count();
    void show(const Counted &counted);
    void share();
    void finished(const usecases::SharingRound &round);
    void judge(const Result<sync::ShareReport> &report);
    void rest(const std::vector<usecases::Touched> &touched);
    void handKeysOver();
    void setTimer();
    [[nodiscard]] std::int64_t now() const;

    Session &m_session;
    SharingRhythm m_rhythm;
    SharingFacts m_facts;
    QTimer m_timer;
    QTimer m_progress; // counts again while a sharing goes on
    QString m_details;
    std::shared_ptr<std::atomic<std::int64_t>> m_arriving;
    int m_saves = 0;         // told of
    int m_countedSaves = -1; // of them, what the counts know of
    bool m_tablet = true;
    bool m_watched = false;
    bool m_open = false;     // the device's files
    bool m_again = false;
    bool m_counting = false;
    bool m_countAgain = false;
    bool m_takingIn = false;
};

} // namespace ourtable
