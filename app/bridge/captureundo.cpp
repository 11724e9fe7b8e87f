#include <algorithm>
#include <utility>

#include "app/bridge/capture.h"

namespace ourtable {

void Capture::undo()
{
    if (!m_last)
        return;
    const Last last = *m_last;
    setLast(std::nullopt);
    m_session->storage().askWorkspace(
        this, [record = last.record.record](usecases::Workspace &workspace) { return workspace.hide(record); },
        [this, last](const Result<void> &hidden) {
            if (!hidden)
                return setProblem(m_session->textOf(hidden.error()));
            takenOff(last);
        });
}

void Capture::takenOff(const Last &last)
{
    m_undone = last;
    const bool back = m_table == last.table && m_draft.content().isEmpty();
    if (back) {
        m_draft.replace(last.content);
        keepNow();
    }
    m_session->tellTouched(last.record.record, last.record.kind);
    emit said(back ? tr("Undone. The words are back in the box.") : tr("Undone. The note is off the list."));
}

void Capture::redo()
{
    if (!m_undone)
        return;
    const Last last = *std::exchange(m_undone, std::nullopt);
    m_session->storage().askWorkspace(
        this, [record = last.record.record](usecases::Workspace &workspace) { return workspace.restore(record); },
        [this, last](const Result<void> &restored) {
            if (!restored)
                return setProblem(m_session->textOf(restored.error()));
            putBack(last);
        });
}

void Capture::putBack(const Last &last)
{
    if (m_table == last.table && m_draft.content() == last.content) {
        m_draft.takeOut(last.content);
        keepNow();
    }
    setLast(last);
    m_session->tellTouched(last.record.record, last.record.kind);
    emit said(tr("The note is on the list again."));
}

// Undo and Redo hold words too.
void Capture::lookWhetherTakenBack(const std::vector<usecases::Touched> &touched)
{
    for (const std::optional<Last> *held : {&m_last, &m_undone}) {
        const bool concerned = *held && std::any_of(touched.begin(), touched.end(), [held](const usecases::Touched &each) {
            return each.record == (*held)->record.record;
        });
        if (!concerned)
            continue;
        m_session->storage().askWorkspace(
            this, [record = (*held)->record.record](usecases::Workspace &workspace) { return workspace.get(record); },
            [this](const Result<store::RecordView> &view) {
                if (view && view->erased)
                    forget(view->id);
            });
    }
}

void Capture::forget(const RecordId &record)
{
    for (const std::optional<Last> *held : {&m_last, &m_undone}) {
        if (!*held || (*held)->record.record != record)
            continue;
        if (m_table == (*held)->table && m_draft.content() == (*held)->content) { // in the box again, by Undo
            m_draft.takeOut((*held)->content);
            keepNow();
        }
    }
    if (m_undone && m_undone->record.record == record)
        m_undone.reset();
    if (m_last && m_last->record.record == record)
        setLast(std::nullopt);
}

void Capture::setLast(const std::optional<Last> &last)
{
    m_last = last;
    m_lastKey = last ? QString::fromStdString(last->record.record.hex()) : QString();
    emit lastKeyChanged();
}

} // namespace ourtable
