#include "app/bridge/sharing.h"

#include "app/bridge/session.h"
#include "core/usecases/keyhandover.h"

namespace ourtable {
namespace {

constexpr int kAfterSaveMilliseconds = 1500; // several notes in a row go together

} // namespace

Sharing::Sharing(Session &session) : m_session(session)
{
    m_afterSave.setSingleShot(true);
    m_afterSave.setInterval(kAfterSaveMilliseconds);
    connect(&m_afterSave, &QTimer::timeout, this, &Sharing::share);
    connect(&session, &Session::touched, this, [this] {
        count();
        if (m_signedIn && !m_running)
            m_afterSave.start();
    });
}

Sharing::State Sharing::state() const
{
    if (m_running)
        return State::Sharing;
    if (m_needsHelp)
        return State::NeedsHelp;
    if (m_toDecide > 0)
        return State::Decide;
    return m_toShare == 0 ? State::Shared : State::Saved;
}

void Sharing::begin()
{
    m_signedIn = true;
    count();
    share();
}

void Sharing::end()
{
    m_signedIn = false;
    m_afterSave.stop();
}

void Sharing::tryNow() { share(); }

void Sharing::count()
{
    m_session.storage().askWorkspace(
        this, [](usecases::Workspace &workspace) { return workspace.status(); },
        [this](const Result<usecases::StatusReport> &status) {
            if (!status)
                return;
            m_toShare = static_cast<int>(status->counts.waitingToBeSent);
            m_toDecide = static_cast<int>(status->twoVersions);
            emit changed();
        });
}

void Sharing::share()
{
    if (m_running) {
        m_again = true;
        return;
    }
    m_running = true;
    emit changed();
    m_session.storage().askAlone(
        this,
        [](Desk &desk) -> Result<sync::ShareReport> {
            if (!desk.profile)
                return Error{ErrorCode::NotFound, "profile"};
            return desk.profile->share();
        },
        [this](const Result<sync::ShareReport> &report) { finished(report); });
}

void Sharing::finished(const Result<sync::ShareReport> &report)
{
    m_running = false;
    m_needsHelp = !report && (report.error().code == ErrorCode::Refused || report.error().code == ErrorCode::Revoked);
    emit changed();
    takeIn(); // whatever the line did: what arrived is on disk and belongs on screen
    if (std::exchange(m_again, false))
        share();
}

void Sharing::takeIn()
{
    m_session.storage().askWorkspace(
        this, [](usecases::Workspace &workspace) { return workspace.afterSharing(); },
        [this](const Result<std::vector<usecases::Touched>> &touched) {
            if (touched)
                m_session.tellTouched(*touched);
            count();
        });
    m_session.storage().askWorkspaceAlone(
        this, [](usecases::Workspace &workspace) { return usecases::handOverKeys(workspace); }, [](const Result<std::size_t> &) {});
}

} // namespace ourtable
