// The drafts of live capture: what is typed goes to the disk, and what was left at a table comes back.
#include "app/bridge/capture.h"

namespace ourtable {
namespace {

using DraftContent = NoteDraft::Content;

// Typed before it was known what was left there: one goes behind the other.
Result<void> keepBehind(usecases::Workspace &workspace, const std::string &form, const DraftContent &typed)
{
    const Result<Value> left = workspace.draft(form);
    return workspace.keepDraft(form, (left ? typed.behind(DraftContent::fromValue(*left)) : typed).toValue());
}

} // namespace

std::string Capture::form(int table) const { return "capture/" + m_breakfast.toStdString() + "/" + std::to_string(table); }

// The draft of this table, from where it was left: another look at the page, or another start of the program.
void Capture::bringBack()
{
    if (m_left.contains(m_table)) {
        m_leftIsHere = true;
        return m_draft.replace(m_left.take(m_table));
    }
    m_session->storage().askWorkspace(
        this, [form = form(m_table)](usecases::Workspace &workspace) { return workspace.draft(form); },
        [this, table = m_table](const Result<Value> &left) {
            if (table == m_table)
                takeLeft(left ? DraftContent::fromValue(*left) : DraftContent());
        });
}

void Capture::takeLeft(const NoteDraft::Content &left)
{
    m_leftIsHere = true;
    const bool typed = !m_draft.content().isEmpty(); // somebody writes already
    if (!left.isEmpty())
        m_draft.replace(m_draft.content().behind(left));
    if (typed)
        m_keep.start();
    setCameBack(!left.text.isEmpty());
}

void Capture::chooseTable(int table)
{
    if (table == m_table || table < 1 || (m_ready && table > m_tables.count()))
        return;
    if (m_ready) {
        leave();
        if (m_leftIsHere)
            m_left.insert(m_table, m_draft.content());
    }
    m_table = table;
    m_leftIsHere = false;
    setProblem({});
    setCameBack(false);
    if (m_ready) {
        m_draft.replace({});
        bringBack();
    }
    emit tableChanged();
    emit read();
}

void Capture::keepNow()
{
    m_keep.stop();
    if (m_ready && m_leftIsHere && !m_saving)
        keep([form = form(m_table), content = m_draft.content()](usecases::Workspace &workspace) {
            return content.isEmpty() ? workspace.discardDraft(form) : workspace.keepDraft(form, content.toValue());
        });
}

void Capture::leave()
{
    if (m_leftIsHere)
        return keepNow();
    m_keep.stop();
    if (m_session && !m_breakfast.isEmpty() && !m_draft.content().isEmpty())
        keep([form = form(m_table), content = m_draft.content()](usecases::Workspace &workspace) { return keepBehind(workspace, form, content); });
}

void Capture::keep(const std::function<Result<void>(usecases::Workspace &)> &work)
{
    m_session->storage().askWorkspace(m_session, work, // also when this object is going
                                      [self = QPointer<Capture>(this)](const Result<void> &kept) {
                                          if (self)
                                              self->takeAnswer(kept);
                                      });
}

// Of a disk that is full only this page can say that the words are still here.
void Capture::takeAnswer(const Result<void> &done)
{
    const bool full = !done && done.error().code == ErrorCode::StorageFull;
    const bool wasFull = std::exchange(m_full, full);
    if (full)
        setProblem(tr("This device is full. Your words are still in the box. Make some room, then save them."));
    else if (!done && done.error().code != ErrorCode::NotFound && done.error().code != ErrorCode::Locked)
        setProblem(m_session->textOf(done.error()));
    if (wasFull != full)
        emit read();
}

} // namespace ourtable
