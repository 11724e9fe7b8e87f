// What waits for a decision of whoever is signed in.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class VersionsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY readyChanged) // false until the first answer
    Q_PROPERTY(QString firstKey READ firstKey NOTIFY countChanged)

public:
    enum Role { KeyRole = Qt::UserRole + 1, SymbolRole, TextRole, DetailRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QString firstKey() const { return m_rows.isEmpty() ? QString() : m_rows.first().key; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void countChanged();
    void readyChanged();

private:
    struct Row {
        QString key, symbol, text, detail;
        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] static Result<QList<Row>> read(usecases::Workspace &workspace, const QString &today);
    void ask();
    void show(const QList<Row> &rows);

    Session *m_session = nullptr;
    QList<Row> m_rows;
    bool m_ready = false;
    int m_asked = 0;
};

} // namespace ourtable
