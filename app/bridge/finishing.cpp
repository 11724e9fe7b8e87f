#include "app/bridge/finishing.h"

#include "core/catalogue/handles.h"
#include "core/usecases/breakfasts.h"

namespace ourtable {
namespace {

namespace fields = catalogue::kinds::gathering;
using store::RecordView;

bool isYes(const RecordView &view, catalogue::FieldNumber field)
{
    const bool *yes = view.field(field).boolean();
    return yes && *yes;
}

} // namespace

void Finishing::setBreakfast(const QString &key)
{
    if (m_breakfast == key)
        return;
    m_breakfast = key;
    emit changed();
}

void Finishing::look()
{
    const std::optional<RecordId> gathering = RecordId::fromHexText(m_breakfast.toStdString());
    if (!m_session || !gathering)
        return;
    m_session->storage().askWorkspace(
        this, [id = *gathering](usecases::Workspace &workspace) { return workspace.get(id); },
        [this](const Result<RecordView> &view) {
            if (!view)
                return setProblem(m_session->textOf(view.error()));
            m_rulesRead = isYes(*view, fields::ground_rules_read);
            m_notesExplained = isYes(*view, fields::notes_explained);
            const std::string *photo = view->field(fields::photo).text();
            m_roomPhoto = photo && *photo == "room_only_agreed";
            setProblem({});
        });
}

void Finishing::close(int people)
{
    const std::optional<RecordId> gathering = RecordId::fromHexText(m_breakfast.toStdString());
    if (!m_session || !gathering)
        return;
    if (people == 0)
        return setProblem(tr("Count the people who came first."));
    usecases::Closing closing;
    closing.rulesRead = m_rulesRead;
    closing.notesExplained = m_notesExplained;
    closing.photo = m_roomPhoto ? "room_only_agreed" : "none";
    m_session->storage().askWorkspace(
        this, [id = *gathering, closing](usecases::Workspace &workspace) { return usecases::closeBreakfast(workspace, id, closing); },
        [this, id = *gathering](const Result<void> &closed) {
            setProblem(closed ? QString() : m_session->textOf(closed.error()));
            if (!closed)
                return;
            m_session->tellTouched(id, fields::kind);
            emit finished();
        });
}

void Finishing::setProblem(const QString &problem)
{
    m_problem = problem;
    emit changed();
}

} // namespace ourtable
