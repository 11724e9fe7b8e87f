// What happened between this device and the hub, newest first: moments and counts, no words of anybody's. The first rows are
// about now: what waits, and what has to be decided.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"
#include "core/usecases/sharingdiary.h"

namespace ourtable {

class SharingHistory : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum class What { Saved, Shared, Came, Decide, Joined, Copied, BroughtIn };
    Q_ENUM(What)
    enum Role { WhatRole = Qt::UserRole + 1, TextRole, DetailRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void countChanged();

private:
    struct Joined {
        std::string name;
        std::int64_t at = 0;
    };
    struct Told { // as the storage thread knows it
        std::vector<usecases::DiaryEntry> diary;
        std::vector<Joined> joined;
        usecases::Things waiting;
        std::int64_t waitingFrom = 0;
        std::int64_t waitingTo = 0;
    };
    struct Row {
        What what = What::Saved;
        std::int64_t at = 0;
        QString text;
        QString detail;
        bool operator==(const Row &) const = default;
    };
    [[nodiscard]] static Result<Told> told(Desk &desk);
    [[nodiscard]] static std::pair<What, QString> tellingOf(usecases::DiaryEntry::What what);
    [[nodiscard]] static Result<void> findWaiting(Desk &desk, Told &told);
    [[nodiscard]] static Result<void> findJoined(Desk &desk, Told &told);
    void ask();
    [[nodiscard]] QList<Row> rowsOf(const Told &told) const;
    [[nodiscard]] QString between(std::int64_t from, std::int64_t to) const;
    void show(const QList<Row> &rows);

    Session *m_session = nullptr;
    QList<Row> m_rows;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace ourtable
