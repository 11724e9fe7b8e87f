#include "app/bridge/waitingpeople.h"

namespace ourtable {

void WaitingPeople::show(const QList<Row> &rows)
{
    const int before = count();
    for (int at = count() - 1; at >= 0; --at) {
        if (rows.contains(m_rows.at(at)))
            continue;
        beginRemoveRows({}, at, at);
        m_rows.removeAt(at);
        endRemoveRows();
    }
    for (const Row &row : rows) {
        if (m_rows.contains(row))
            continue;
        beginInsertRows({}, count(), count());
        m_rows.append(row);
        endInsertRows();
    }
    if (count() != before)
        emit countChanged();
}

int WaitingPeople::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant WaitingPeople::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case KeyRole: return row.key;
    case NameRole: return row.name;
    case WordsRole: return row.words;
    case PartRole: return row.part;
    default: return {};
    }
}

QHash<int, QByteArray> WaitingPeople::roleNames() const
{
    return {{KeyRole, "key"}, {NameRole, "name"}, {WordsRole, "words"}, {PartRole, "part"}};
}

} // namespace ourtable
