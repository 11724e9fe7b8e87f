// Who asked to be let in, and waits.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <string>
#include <vector>

namespace ourtable {

class WaitingPeople : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with LettingIn")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    struct Row {
        QString key;   // opaque
        QString name;
        QString words; // "BLUE OTTER", as on their own screen
        QString part;  // "Lay partner"
        bool operator==(const Row &) const = default;
    };
    enum Role { KeyRole = Qt::UserRole + 1, NameRole, WordsRole, PartRole };

    using QAbstractListModel::QAbstractListModel;
    // Rows that stay keep their place; new ones come last.
    void show(const QList<Row> &rows);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    QList<Row> m_rows;
};

} // namespace ourtable
