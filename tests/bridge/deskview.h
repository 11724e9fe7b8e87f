// A session and its storage thread without a window, for one person of a test's programme: for view models.
#pragma once

#include <QTest>

#include <memory>

#include "app/bridge/session.h"
#include "tests/support/programme.h"

namespace ourtable::test {

// The person's workspace of the programme must be closed first: the storage thread opens the folder itself.
class DeskView {
public:
    DeskView(Programme &programme, Member &member) : DeskView(member, programme.around(member)) {}
    // With another way to the hub.
    DeskView(Member &member, const usecases::Surroundings &around)
        : storage(member.folder, around), session(storage, member.clock, QString::fromStdString(member.folder)),
          m_password(QString::fromStdString(member.password))
    {
    }

    [[nodiscard]] bool open()
    {
        session.start();
        const bool there = QTest::qWaitFor([this] { return session.stage() == Session::Stage::SignedOut; }, kPatience);
        settle();
        return there;
    }
    [[nodiscard]] bool signIn()
    {
        if (session.stage() != Session::Stage::SignedOut && !open())
            return false;
        session.signIn(session.people()->data(session.people()->index(0), PeopleModel::KeyRole).toString(), m_password);
        const bool in = QTest::qWaitFor([this] { return session.stage() == Session::Stage::SignedIn; }, kPatience);
        settle();
        return in;
    }
    // Until everything that was asked for is answered, and sharing rests.
    void settle()
    {
        drain();
        (void)QTest::qWaitFor([this] { return !session.sharing()->running(); }, kPatience);
        drain(); // what a sharing ended with
    }
    void drain()
    {
        for (int round = 0; round < 4; ++round) {
            bool done = false;
            storage.ask(&session, [](Desk &) { return Result<void>(); }, [&done](const Result<void> &) { done = true; });
            (void)QTest::qWaitFor([&done] { return done; }, kPatience);
            QCoreApplication::processEvents();
        }
    }
    // On the storage thread, waited for; then tells what was touched.
    template <class Work>
    auto inWorkspace(Work work)
    {
        std::optional<std::invoke_result_t<Work, usecases::Workspace &>> answer;
        storage.askWorkspace(&session, std::move(work), [&answer](auto &&done) { answer.emplace(std::move(done)); });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, kPatience);
        return std::move(*answer);
    }

    Storage storage;
    Session session;

private:
    static constexpr int kPatience = 20'000; // milliseconds; a machine under load
    QString m_password;
};

} // namespace ourtable::test
