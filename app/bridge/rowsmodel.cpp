#include "app/bridge/rowsmodel.h"

#include <algorithm>

namespace ourtable {

// Rows that stay at the beginning stay in place; those after the first that is another one are made anew.
void RowsModel::show(const QList<Row> &rows)
{
    const int before = count();
    qsizetype same = 0;
    const qsizetype shorter = std::min(rows.size(), m_rows.size());
    while (same < shorter && rows[same].key == m_rows[same].key && rows[same].page == m_rows[same].page && rows[same].kind == m_rows[same].kind)
        ++same;
    for (qsizetype row = 0; row < same; ++row) {
        if (m_rows[row] == rows[row])
            continue;
        m_rows[row] = rows[row];
        emit dataChanged(index(static_cast<int>(row)), index(static_cast<int>(row)));
    }
    if (same < m_rows.size()) {
        beginRemoveRows({}, static_cast<int>(same), before - 1);
        m_rows.resize(same);
        endRemoveRows();
    }
    if (same < rows.size()) {
        beginInsertRows({}, static_cast<int>(same), static_cast<int>(rows.size()) - 1);
        m_rows.append(rows.mid(same));
        endInsertRows();
    }
    if (before != count())
        emit countChanged();
}

int RowsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case KeyRole: return row.key;
    case PageRole: return row.page;
    case KindRole: return row.kind;
    case TextRole: return row.text;
    case DetailRole: return row.detail;
    case TagRole: return row.tag;
    case MarkRole: return row.mark;
    case SignRole: return row.sign;
    case AmountRole: return row.amount;
    default: return {};
    }
}

QHash<int, QByteArray> RowsModel::roleNames() const
{
    return {{KeyRole, "key"}, {PageRole, "page"}, {KindRole, "kind"}, {TextRole, "text"},    {DetailRole, "detail"},
            {TagRole, "tag"}, {MarkRole, "mark"}, {SignRole, "sign"}, {AmountRole, "amount"}};
}

} // namespace ourtable
