// What a meeting needs of the device: work on the storage thread.
#include "app/bridge/nearby.h"
#include "core/usecases/passing.h"

namespace ourtable {

template <class Work, class Then>
void Nearby::ask(Work work, Then then)
{
    m_session->storage().askWorkspace(this, std::move(work), [this, round = m_round, then = std::move(then)](auto &&answer) {
        if (round != m_round)
            return;
        if (!answer) {
            m_meeting->stop(false);
            return endMeeting(answer.error());
        }
        then(std::move(*answer));
        showMeeting();
    });
}

void Nearby::send(Bytes message) { m_line->send(std::move(message)); }

void Nearby::wantHeads()
{
    ask([other = m_meeting->other()](usecases::Workspace &workspace) { return usecases::headsFor(workspace, other); },
        [this](const sync::NearbyHeads &mine) { m_meeting->gotHeads(mine); });
}

void Nearby::wantPages(const sync::NearbyHeads &theirs)
{
    ask([other = m_meeting->other(), theirs](usecases::Workspace &workspace) { return usecases::pagesFor(workspace, other, theirs); },
        [this](std::vector<sync::PullAnswer> pages) { m_meeting->gotPages(std::move(pages)); });
}

void Nearby::wantTakenIn(sync::PullAnswer set)
{
    ask([other = m_meeting->other(), set = std::move(set)](usecases::Workspace &workspace) { return usecases::takeNearby(workspace, other, set); },
        [this](const usecases::CameNearby &came) {
            m_came.notes += static_cast<std::uint64_t>(came.things.notes);
            m_came.promises += static_cast<std::uint64_t>(came.things.promises);
            m_came.others += static_cast<std::uint64_t>(came.things.others);
            m_session->tellTouched(came.touched); // it waits for the hub here too
            m_meeting->gotTakenIn(m_came);
        });
}

} // namespace ourtable
