#include "app/bridge/takingnoteback.h"

#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"
#include "core/usecases/takingback.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;

QString signOfKind(catalogue::KindNumber kind)
{
    switch (kind) {
    case kinds::action::kind: return QStringLiteral("promised");
    case kinds::need_statement::kind: return QStringLiteral("need");
    case kinds::resource::kind: return QStringLiteral("resource");
    default: return QStringLiteral("experience"); // a line of the board
    }
}

Result<QList<RowsModel::Row>> rewordedRows(usecases::Workspace &workspace, const RecordId &note, const QString &today)
{
    OURTABLE_ASSIGN(const std::vector<store::RecordView> made, usecases::reworded(workspace, note));
    QList<RowsModel::Row> rows;
    for (const store::RecordView &each : made) {
        const catalogue::Kind &kind = *workspace.catalogue().kind(each.kind);
        RowsModel::Row row;
        row.key = QString::fromStdString(each.id.hex());
        row.page = QStringLiteral("record");
        row.kind = QString::fromStdString(kind.name);
        row.text = records::titleOf(workspace, records::shownOf(kind, each), today);
        row.detail = QString::fromStdString(kind.label);
        row.tag = TakingNoteBack::tr("Read it again");
        row.mark = QStringLiteral("warning");
        row.sign = signOfKind(each.kind);
        rows.append(row);
    }
    return rows;
}

} // namespace

TakingNoteBack::TakingNoteBack(QObject *parent) : QObject(parent)
{
    m_read.setSingleShot(true);
    m_read.setInterval(0);
    connect(&m_read, &QTimer::timeout, this, &TakingNoteBack::read);
}

void TakingNoteBack::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, &m_read, qOverload<>(&QTimer::start));
    emit sessionChanged();
    m_read.start();
}

void TakingNoteBack::setNote(const QString &note)
{
    if (m_note == note)
        return;
    m_note = note;
    m_problem.clear();
    m_reworded.show({});
    emit noteChanged();
    emit problemChanged();
    m_read.start();
}

void TakingNoteBack::read()
{
    const std::optional<RecordId> note = RecordId::fromHexText(m_note.toStdString());
    if (!m_session || !note)
        return;
    m_session->storage().askWorkspace(
        this, [note = *note, today = m_session->today()](usecases::Workspace &workspace) { return rewordedRows(workspace, note, today); },
        [this, asked = m_note](const Result<QList<RowsModel::Row>> &rows) {
            if (rows && asked == m_note)
                m_reworded.show(*rows);
        });
}

void TakingNoteBack::take()
{
    const std::optional<RecordId> note = RecordId::fromHexText(m_note.toStdString());
    if (!m_session || !note)
        return;
    m_session->storage().askWorkspace(
        this,
        [note = *note](usecases::Workspace &workspace) -> Result<std::vector<usecases::Touched>> {
            OURTABLE_TRY(workspace.takeBack(note));
            return workspace.catchUp(); // its copies went too
        },
        [this](const Result<std::vector<usecases::Touched>> &touched) {
            m_problem = touched ? QString() : m_session->textOf(touched.error());
            emit problemChanged();
            if (!touched)
                return;
            m_session->tellTouched(*touched);
            emit taken();
        });
}

} // namespace ourtable
