#include "app/bridge/tablesmodel.h"

namespace ourtable {

void TablesModel::show(const QList<int> &notes)
{
    const int before = count();
    const int after = static_cast<int>(notes.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_notes.resize(after);
        endRemoveRows();
    }
    for (int row = 0; row < std::min(before, after); ++row) {
        if (m_notes.at(row) == notes.at(row))
            continue;
        m_notes[row] = notes.at(row);
        emit dataChanged(index(row), index(row), {NotesRole});
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_notes = notes;
        endInsertRows();
    }
    if (before != after)
        emit countChanged();
}

int TablesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : count(); }

QVariant TablesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == NumberRole)
        return index.row() + 1;
    return role == NotesRole ? QVariant(m_notes.at(index.row())) : QVariant();
}

QHash<int, QByteArray> TablesModel::roleNames() const
{
    return {{NumberRole, "number"}, {NotesRole, "notes"}};
}

} // namespace ourtable
