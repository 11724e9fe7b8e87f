// Who changed a record, when, and what: newest first, in words.
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class RecordHistory : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY keyChanged)
    Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY shownChanged) // read only while somebody looks
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    // who: "Ruth"; when: "Monday 1 June, 10:02"; what: one line for each thing that changed.
    enum Role { WhoRole = Qt::UserRole + 1, WhenRole, WhatRole };

    struct Entry {
        QString who, when, what;
        bool operator==(const Entry &) const = default;
    };

    explicit RecordHistory(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString &key);
    [[nodiscard]] bool shown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] int count() const { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void keyChanged();
    void shownChanged();
    void countChanged();
    void problemChanged();

private:
    void read();
    void show(QList<Entry> &&entries);

    Session *m_session = nullptr;
    QString m_key;
    bool m_shown = false;
    QString m_problem;
    QList<Entry> m_entries;
    QTimer m_read;
};

} // namespace ourtable
