#include "app/bridge/openbreakfast.h"

#include "core/catalogue/handles.h"

namespace ourtable {

void OpenBreakfast::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    emit sessionChanged();
}

void OpenBreakfast::open(const QString &key)
{
    const std::optional<RecordId> id = RecordId::fromHexText(key.toStdString());
    if (m_busy || !id)
        return;
    m_busy = true;
    emit changed();
    m_session->storage().askWorkspace(
        this,
        [id = *id](usecases::Workspace &workspace) -> Result<bool> {
            OURTABLE_ASSIGN(const store::RecordView meeting, workspace.get(id));
            if (meeting.state != "planned")
                return false; // open, or over: whoever writes may still add what was left out
            OURTABLE_TRY(workspace.move(id, "open"));
            return true;
        },
        [this, id = *id, key](const Result<bool> &moved) {
            m_busy = false;
            m_problem = moved ? QString() : m_session->textOf(moved.error());
            emit changed();
            if (!moved)
                return;
            if (*moved)
                m_session->tellTouched(id, catalogue::kinds::gathering::kind);
            emit opened(key);
        });
}

} // namespace ourtable
