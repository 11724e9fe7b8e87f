// What is kept in one area of the app: the kinds of records that this person may read, with how many there are.
#pragma once

#include <QAbstractListModel>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class KindsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString area READ area WRITE setArea NOTIFY areaChanged) // "partners", "support", "lists"
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    // further: not one of the area's own, but nothing is out of reach.
    enum Role { NameRole = Qt::UserRole + 1, TextRole, RecordsRole, SymbolRole, FurtherRole };

    explicit KindsModel(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString area() const { return m_area; }
    void setArea(const QString &area);
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] QString problem() const { return m_problem; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void sessionChanged();
    void areaChanged();
    void countChanged();
    void problemChanged();

private:
    struct Row {
        catalogue::KindNumber kind = 0;
        QString name;
        QString text;
        int records = -1; // not counted yet
        bool further = false;
    };
    void begin();
    void countRecords();
    void takeCounts(const std::vector<std::int64_t> &counts);

    Session *m_session = nullptr;
    QString m_area;
    QString m_problem;
    QList<Row> m_rows;
    QTimer m_counting;
};

} // namespace ourtable
