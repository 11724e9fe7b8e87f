// The people of this device, before anybody has proved to be one of them.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include "core/usecases/profile.h"

namespace ourtable {

class PeopleModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the session")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role { KeyRole = Qt::UserRole + 1, NameRole, PartRole, PassphraseRole };

    using QAbstractListModel::QAbstractListModel;
    void show(const std::vector<usecases::PersonOnDevice> &people);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void countChanged();

private:
    struct Row {
        QString key;  // opaque
        QString name; // never empty
        QString part; // "Lay partner", empty when not known
        bool passphrase = false;
        bool operator==(const Row &) const = default;
    };
    QList<Row> m_rows;
};

} // namespace ourtable
