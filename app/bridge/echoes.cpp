#include "app/bridge/echoes.h"

#include <algorithm>

#include "core/catalogue/handles.h"
#include "core/usecases/anyoneelse.h"

namespace ourtable {

namespace {

using catalogue::kinds::contribution::kind;

} // namespace

Echoes::Echoes(QObject *parent) : QObject(parent)
{
    m_read.setSingleShot(true);
    m_read.setInterval(0);
    connect(&m_read, &QTimer::timeout, this, &Echoes::read);
}

void Echoes::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        const std::optional<RecordId> mine = RecordId::fromHexText(m_note.toStdString());
        if (mine && std::any_of(touched.begin(), touched.end(), [&mine](const usecases::Touched &each) { return each.record == *mine; }))
            m_read.start();
    });
    emit changed();
    m_read.start();
}

void Echoes::setNote(const QString &note)
{
    if (m_note == note)
        return;
    m_note = note;
    m_count = 0;
    m_known = false;
    m_problem.clear();
    emit changed();
    m_read.start();
}

int Echoes::most() const { return static_cast<int>(usecases::kMostEchoes); }

void Echoes::read()
{
    const std::optional<RecordId> note = RecordId::fromHexText(m_note.toStdString());
    if (!m_session || !note)
        return;
    m_session->storage().askWorkspace(
        this, [note = *note](usecases::Workspace &workspace) { return workspace.get(note); },
        [this, asked = m_note](const Result<store::RecordView> &view) {
            if (!view || asked != m_note)
                return; // a note that is not here says so itself
            m_known = true;
            m_count = view->erased ? 0 : static_cast<int>(usecases::echoesOf(*view));
            emit changed();
        });
}

void Echoes::step(int by)
{
    const std::optional<RecordId> note = RecordId::fromHexText(m_note.toStdString());
    const bool beyond = m_known && (m_count + by < 0 || m_count + by > most());
    if (!m_session || !note || beyond)
        return;
    m_count = std::clamp(m_count + by, 0, most()); // told again as it is on disk
    emit changed();
    m_session->storage().askWorkspace(
        this, [note = *note, by](usecases::Workspace &workspace) { return usecases::echoNote(workspace, note, by); },
        [this, note = *note](const Result<std::int64_t> &count) {
            m_problem = count ? QString() : m_session->textOf(count.error());
            emit said(count ? tr("%n others said so", nullptr, static_cast<int>(*count)) : m_problem);
            if (count)
                m_session->tellTouched(note, kind);
            else
                m_read.start();
            emit changed();
        });
}

} // namespace ourtable
