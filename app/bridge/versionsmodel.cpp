#include "app/bridge/versionsmodel.h"

#include <algorithm>

#include "app/bridge/recordwords.h"
#include "core/usecases/undecided.h"

namespace ourtable {

void VersionsModel::setSession(Session *session)
{
    if (m_session == session)
        return;
    m_session = session;
    connect(session, &Session::touched, this, &VersionsModel::ask);
    emit sessionChanged();
    ask();
}

int VersionsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case KeyRole: return row.key;
    case SymbolRole: return row.symbol;
    case TextRole: return row.text;
    case DetailRole: return row.detail;
    default: return {};
    }
}

QHash<int, QByteArray> VersionsModel::roleNames() const
{
    return {{KeyRole, "key"}, {SymbolRole, "sign"}, {TextRole, "text"}, {DetailRole, "detail"}};
}

Result<QList<VersionsModel::Row>> VersionsModel::read(usecases::Workspace &workspace, const QString &today)
{
    OURTABLE_ASSIGN(const std::vector<usecases::Undecided> undecided, usecases::undecidedBy(workspace));
    QList<Row> rows;
    for (const usecases::Undecided &one : undecided) {
        OURTABLE_ASSIGN(const store::RecordView view, workspace.get(one.record));
        const catalogue::Kind &kind = *workspace.catalogue().kind(one.kind);
        rows.append({QString::fromStdString(one.record.hex()), records::symbolOf(kind.name), records::titleOf(workspace, records::shownOf(kind, view), today),
                     tr("%1 in two versions").arg(QString::fromStdString(kind.label))});
    }
    return rows;
}

void VersionsModel::ask()
{
    m_session->storage().askWorkspace(
        this, [today = m_session->today()](usecases::Workspace &workspace) { return read(workspace, today); },
        [this, asked = ++m_asked](const Result<QList<Row>> &rows) {
            if (rows && asked == m_asked)
                show(*rows);
        });
}

// Settled ones go, new ones come at their places; nothing else moves.
void VersionsModel::show(const QList<Row> &rows)
{
    const auto there = [](const QList<Row> &list, const QString &key) {
        return std::any_of(list.begin(), list.end(), [&](const Row &row) { return row.key == key; });
    };
    for (qsizetype at = m_rows.size() - 1; at >= 0; --at) {
        if (there(rows, m_rows[at].key))
            continue;
        beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.removeAt(at);
        endRemoveRows();
    }
    for (qsizetype at = 0; at < rows.size(); ++at) {
        if (at < m_rows.size() && m_rows[at].key == rows[at].key) {
            if (m_rows[at] != rows[at]) {
                m_rows[at] = rows[at];
                emit dataChanged(index(static_cast<int>(at)), index(static_cast<int>(at)));
            }
            continue;
        }
        const auto later = std::find_if(m_rows.begin() + at, m_rows.end(), [&](const Row &row) { return row.key == rows[at].key; });
        if (later != m_rows.end()) {
            const int from = static_cast<int>(later - m_rows.begin());
            beginRemoveRows({}, from, from);
            m_rows.erase(later);
            endRemoveRows();
        }
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at));
        m_rows.insert(at, rows[at]);
        endInsertRows();
    }
    if (!std::exchange(m_ready, true))
        emit readyChanged();
    emit countChanged();
}

} // namespace ourtable
