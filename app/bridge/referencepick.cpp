#include "app/bridge/referencepick.h"

#include "app/bridge/recordquestions.h"
#include "app/bridge/recordwords.h"
#include "core/catalogue/handles.h"

namespace ourtable {
namespace {

namespace kinds = catalogue::kinds;
using usecases::Workspace;

constexpr std::size_t kMostFound = 30;

QString accessNeeds(Workspace &workspace, const RecordId &person, const QString &today)
{
    const catalogue::Kind &needs = *workspace.catalogue().kind(kinds::access_needs::kind);
    const Result<std::vector<store::RecordView>> found = workspace.find(
        {.kind = needs.number, .filters = {{kinds::access_needs::person, store::Comparison::Equal, Value(person)}}, .limit = 1});
    return found && !found->empty() ? records::detailOf(workspace, records::shownOf(needs, found->front()), today) : QString();
}

Result<QList<ReferencePick::Row>> foundFor(Workspace &workspace, const catalogue::Kind &kind, const QString &words, const QString &today)
{
    records::Question question;
    question.kind = kind.number;
    question.words = words;
    question.today = today;
    OURTABLE_ASSIGN(std::vector<store::RecordKey> keys, records::keysFor(workspace, question));
    keys.resize(std::min(keys.size(), kMostFound));
    QList<ReferencePick::Row> rows;
    for (const store::RecordKey &key : keys) {
        OURTABLE_ASSIGN(const store::RecordView view, workspace.get(key.id));
        const records::Shown shown = records::shownOf(kind, view);
        rows.append({QString::fromStdString(key.id.hex()), records::titleOf(workspace, shown, today), records::detailOf(workspace, shown, today),
                     kind.number == kinds::person::kind ? accessNeeds(workspace, key.id, today) : QString()});
    }
    return rows;
}

} // namespace

void ReferencePick::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    emit sessionChanged();
}

void ReferencePick::setKinds(const QStringList &kinds)
{
    if (m_kinds == kinds)
        return;
    m_kinds = kinds;
    emit kindsChanged();
}

void ReferencePick::search(const QString &words)
{
    const int question = ++m_question;
    m_session->storage().askWorkspace(
        this,
        [names = m_kinds, words = words.trimmed(), today = m_session->today()](Workspace &workspace) -> Result<QList<Row>> {
            QList<Row> rows;
            for (const catalogue::Kind &kind : workspace.catalogue().kinds()) {
                const bool asked = names.isEmpty() ? !kind.system : names.contains(QString::fromStdString(kind.name));
                if (!asked || !workspace.may(kind, catalogue::Right::Read))
                    continue;
                OURTABLE_ASSIGN(const QList<Row> found, foundFor(workspace, kind, words, today));
                rows.append(found);
            }
            return rows;
        },
        [this, question](Result<QList<Row>> &&rows) {
            if (question == m_question && rows)
                show(std::move(*rows));
        });
}

// Row by row, so that somebody who is in the list with the arrow keys stays where they are.
void ReferencePick::show(QList<Row> &&rows)
{
    const int before = count();
    for (int row = count() - 1; row >= 0; --row) {
        if (rows.contains(m_rows.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (qsizetype row = 0; row < rows.size(); ++row) {
        if (row < m_rows.size() && m_rows.at(row) == rows.at(row))
            continue;
        const qsizetype from = m_rows.indexOf(rows.at(row));
        if (from >= 0) {
            beginRemoveRows({}, static_cast<int>(from), static_cast<int>(from));
            m_rows.removeAt(from);
            endRemoveRows();
        }
        beginInsertRows({}, static_cast<int>(row), static_cast<int>(row));
        m_rows.insert(row, rows.at(row));
        endInsertRows();
    }
    if (before != count())
        emit countChanged();
}

int ReferencePick::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant ReferencePick::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case KeyRole: return row.key;
    case TextRole: return row.text;
    case DetailRole: return row.detail;
    case FlagRole: return row.flag;
    default: return {};
    }
}

QHash<int, QByteArray> ReferencePick::roleNames() const
{
    return {{KeyRole, "key"}, {TextRole, "text"}, {DetailRole, "detail"}, {FlagRole, "flag"}};
}

} // namespace ourtable
