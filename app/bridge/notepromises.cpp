#include "app/bridge/notepromises.h"

#include <algorithm>

#include "app/bridge/promiserows.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace fields = catalogue::kinds::contribution;
namespace promise = catalogue::kinds::action;
using How = usecases::FieldEdit::How;

constexpr std::size_t kMost = 50; // of one note; more would be no page to read

std::vector<RecordId> idsIn(const Value &value)
{
    std::vector<RecordId> ids;
    const ValueArray *held = value.array();
    for (const Value &each : held ? *held : ValueArray()) {
        if (const std::optional<RecordId> id = each.id<RecordId>())
            ids.push_back(*id);
    }
    return ids;
}

Result<QList<RowsModel::Row>> rowsOf(usecases::Workspace &workspace, const RecordId &note, const QString &today)
{
    OURTABLE_ASSIGN(const store::RecordView view, workspace.get(note));
    const std::vector<RecordId> linked = idsIn(view.field(fields::became));
    OURTABLE_ASSIGN(std::vector<store::RecordView> promises, workspace.getMany(linked));
    std::erase_if(promises, [](const store::RecordView &each) { return each.kind != promise::kind || each.hidden; });
    store::Query because;
    because.kind = promise::kind;
    because.filters.push_back({promise::contributions, store::Comparison::Contains, Value(note)});
    because.limit = kMost;
    OURTABLE_ASSIGN(const std::vector<store::RecordView> made, workspace.find(because));
    for (const store::RecordView &each : made) {
        if (std::none_of(promises.begin(), promises.end(), [&each](const store::RecordView &other) { return other.id == each.id; }))
            promises.push_back(each);
    }
    OURTABLE_ASSIGN(QList<RowsModel::Row> rows, promiseRows(workspace, promises, today));
    for (std::size_t row = 0; row < promises.size(); ++row) {
        const ValueArray *notes = promises[row].field(promise::contributions).array();
        const bool madeOfIt = notes && std::find(notes->begin(), notes->end(), Value(note)) != notes->end();
        rows[static_cast<qsizetype>(row)].amount = madeOfIt ? 0 : 1;
    }
    return rows;
}

} // namespace

NotePromises::NotePromises(QObject *parent) : QObject(parent)
{
    m_read.setSingleShot(true);
    m_read.setInterval(0);
    connect(&m_read, &QTimer::timeout, this, &NotePromises::read);
}

void NotePromises::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, [this](const std::vector<usecases::Touched> &touched) {
        const std::optional<RecordId> mine = record();
        const bool ours = std::any_of(touched.begin(), touched.end(),
                                      [&mine](const usecases::Touched &each) { return each.kind == promise::kind || (mine && each.record == *mine); });
        if (ours)
            m_read.start();
    });
    emit sessionChanged();
    m_read.start();
}

void NotePromises::setNote(const QString &note)
{
    if (m_note == note)
        return;
    m_note = note;
    emit noteChanged();
    m_read.start();
}

void NotePromises::read()
{
    if (!m_session || !record())
        return;
    m_session->storage().askWorkspace(
        this, [id = *record(), today = m_session->today()](usecases::Workspace &workspace) { return rowsOf(workspace, id, today); },
        [this](const Result<QList<RowsModel::Row>> &rows) {
            if (rows)
                m_rows.show(*rows);
            m_ready = m_ready || rows.ok();
            emit changed(); // a note that is not here says so itself
        });
}

void NotePromises::link(const QString &promise) { write(promise, How::Add); }
void NotePromises::unlink(const QString &promise) { write(promise, How::Remove); }

void NotePromises::write(const QString &promise, How how)
{
    const std::optional<RecordId> other = RecordId::fromHexText(promise.toStdString());
    if (!m_session || !record() || !other)
        return;
    m_session->storage().askWorkspace(
        this,
        [id = *record(), other = *other, how](usecases::Workspace &workspace) {
            return workspace.change(id, {{fields::became, how, Value(other), std::nullopt}});
        },
        [this](const Result<void> &done) {
            setProblem(done ? QString() : m_session->textOf(done.error()));
            if (done)
                m_session->tellTouched(*record(), fields::kind);
        });
}

void NotePromises::setProblem(const QString &problem)
{
    if (m_problem == problem)
        return;
    m_problem = problem;
    emit changed();
}

} // namespace ourtable
