#include "app/pictures/settling.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace ourtable {
namespace {

constexpr int kPatience = 20'000; // milliseconds; a machine under load
constexpr int kTurn = 10;         // of the event loop, at most
constexpr int kRounds = 4;        // answers may ask for more

} // namespace

bool waitUntil(const std::function<bool()> &done)
{
    for (const QDeadlineTimer end(kPatience); !done();) {
        if (end.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, kTurn);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

namespace {

// Whatever was asked for by now is answered.
void drain(Session &session)
{
    for (int round = 0; round < kRounds; ++round) {
        auto answered = std::make_shared<bool>(false);
        session.storage().ask(
            &session, [](Desk &) { return Result<void>(); }, [answered](const Result<void> &) { *answered = true; });
        (void)waitUntil([&answered] { return *answered; });
        QCoreApplication::processEvents();
    }
}

} // namespace

void settle(Session &session, QQuickWindow &window)
{
    drain(session);
    (void)waitUntil([&session] { return !session.sharing()->running(); });
    for (int frame = 0; frame < 2; ++frame) { // rows that a frame makes ask for what they show, and words that wrap move what follows
        drain(session);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        (void)window.grabWindow();
    }
    QCoreApplication::processEvents();
}

} // namespace ourtable
