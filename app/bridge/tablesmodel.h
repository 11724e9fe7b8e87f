// The tables of a breakfast and how much was written down at each.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace ourtable {

class TablesModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with Capture")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { NumberRole = Qt::UserRole + 1, NotesRole };

    using QAbstractListModel::QAbstractListModel;
    // Notes of the tables 1, 2, 3 ...
    void show(const QList<int> &notes);

    [[nodiscard]] int count() const { return static_cast<int>(m_notes.size()); }
    [[nodiscard]] int notesAt(int table) const { return table >= 1 && table <= count() ? m_notes.at(table - 1) : 0; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    QList<int> m_notes;
};

} // namespace ourtable
