// The thread that owns the device's files and whoever is signed in. Screens ask it for work and get the answer in their own
// thread later; they never touch what it owns.
#pragma once

#include <QObject>
#include <QPointer>
#include <QThread>

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>

#include "core/support/reserve.h"
#include "core/usecases/workspace.h"

namespace ourtable {

// What the thread owns. Only work that runs there gets to see it.
struct Desk {
    std::string folder;
    usecases::Surroundings around;
    std::unique_ptr<usecases::Profile> profile;     // none before the device belongs to a programme
    std::unique_ptr<usecases::Workspace> workspace; // none while nobody is signed in
};

// Lives in the GUI thread. Work runs in the order asked for, with one exception: while work asked for with askAlone() waits
// for the hub, ordinary work goes on in between; other work that is to run alone waits. An answer whose receiver is gone is
// dropped. Ends the thread when it goes: what was asked for before is done, words that the disk did not take are tried again, a
// wait for the hub is given up.
class Storage final : public QObject {
    Q_OBJECT

public:
    // The surroundings have to outlive this.
    Storage(const std::string &folder, const usecases::Surroundings &around);
    ~Storage() override;

    // work: Result<T>(Desk &), on the storage thread; then: void(Result<T>), in the receiver's thread, which is this one's.
    template <class Work, class Then>
    void ask(QObject *receiver, Work work, Then then)
    {
        post(answering(receiver, std::move(work), std::move(then)), Turn::Any);
    }
    // Work that talks to the hub.
    template <class Work, class Then>
    void askAlone(QObject *receiver, Work work, Then then)
    {
        post(answering(receiver, std::move(work), std::move(then)), Turn::Alone);
    }
    // work: Result<T>(usecases::Workspace &); Locked when nobody is signed in.
    template <class Work, class Then>
    void askWorkspace(QObject *receiver, Work work, Then then)
    {
        ask(receiver, inWorkspace(std::move(work)), std::move(then));
    }
    // The same with whoever is signed in, who stays until it is done: askChange() waits. What had not begun when they signed
    // out is not done: Locked.
    template <class Work, class Then>
    void askWorkspaceAlone(QObject *receiver, Work work, Then then)
    {
        post(answering(receiver, inWorkspace(std::move(work)), std::move(then)), Turn::AloneSignedIn);
    }
    // Work that signs somebody in or out.
    template <class Work, class Then>
    void askChange(QObject *receiver, Work work, Then then)
    {
        post(answering(receiver, std::move(work), std::move(then)), Turn::Change);
    }

signals:
    // Why words are in memory only, as the disk did not take them; nothing: all are on disk.
    void keepingChanged(std::optional<ourtable::ErrorCode> trouble);

private:
    using Task = std::function<void(Desk &)>;
    enum class Turn { Any, Alone, AloneSignedIn, Change };
    struct Waiting {
        Task task;
        Turn turn;
    };

    template <class Work>
    static auto inWorkspace(Work work)
    {
        return [work = std::move(work)](Desk &desk) mutable -> std::invoke_result_t<Work, usecases::Workspace &> {
            if (!desk.workspace)
                return Error{ErrorCode::Locked, {}};
            return work(*desk.workspace);
        };
    }
    template <class Work, class Then>
    Task answering(QObject *receiver, Work work, Then then)
    {
        using Answer = std::invoke_result_t<Work, Desk &>;
        auto shared = std::make_shared<Then>(std::move(then));
        return [this, waiting = QPointer<QObject>(receiver), work = std::move(work), shared](Desk &desk) mutable {
            auto answer = std::make_shared<Answer>(work(desk));
            QMetaObject::invokeMethod(
                this,
                [waiting, shared, answer] {
                    if (waiting)
                        (*shared)(std::move(*answer));
                },
                Qt::QueuedConnection);
        };
    }
    void post(Task task, Turn turn);
    void take(const Task &task, Turn turn);
    void runAlone(const Task &task, Turn turn);
    void runNext();
    void runChange(const Task &task);
    void lookAtKeeping();

    QThread m_thread;
    std::unique_ptr<QObject> m_place; // lives in the thread: work is sent to it
    Reserve m_reserve;                // looked at before each work; touched in the thread only
    std::unique_ptr<Desk> m_desk;     // touched in the thread only, but for the beginning and the end
    std::deque<Waiting> m_waiting;    // to run alone; touched in the thread only, as all below
    std::deque<Task> m_changes;       // that wait for work with whoever is signed in
    std::optional<ErrorCode> m_trouble; // with words that are not on disk
    bool m_busyAlone = false;
    bool m_needsSignedIn = false;     // what runs alone
};

} // namespace ourtable
