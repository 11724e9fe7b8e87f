// Records that a reference may name, found by what is typed: the model of a PersonPick.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class ReferencePick : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QStringList kinds READ kinds WRITE setKinds NOTIFY kindsChanged) // by name; empty means any that may be read
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    // flag: what a person needs to take part, where they share it.
    enum Role { KeyRole = Qt::UserRole + 1, TextRole, DetailRole, FlagRole };

    struct Row {
        QString key, text, detail, flag;
        bool operator==(const Row &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QStringList kinds() const { return m_kinds; }
    void setKinds(const QStringList &kinds);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    // Empty words find the first ones.
    Q_INVOKABLE void search(const QString &words);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void kindsChanged();
    void countChanged();

private:
    void show(QList<Row> &&rows);

    Session *m_session = nullptr;
    QStringList m_kinds;
    QList<Row> m_rows;
    int m_question = 0;
};

} // namespace ourtable
