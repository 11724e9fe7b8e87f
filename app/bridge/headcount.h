// How many people came to a breakfast: a counter for each group. Steps add up across tablets.
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class HeadCount : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY changed REQUIRED)
    Q_PROPERTY(QString breakfast READ breakfast WRITE setBreakfast NOTIFY changed) // key
    Q_PROPERTY(int total READ total NOTIFY counted) // of the people; who is here for the first time is among them
    Q_PROPERTY(QString problem READ problem NOTIFY counted)

public:
    enum Role { WordsRole = Qt::UserRole + 1, CountRole };

    explicit HeadCount(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString breakfast() const { return m_breakfast; }
    void setBreakfast(const QString &key);
    [[nodiscard]] int total() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    // One more or one less of a group; never below nobody.
    Q_INVOKABLE void step(int row, int by);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

signals:
    void changed();
    void counted();

private:
    void ask();

    Session *m_session = nullptr;
    QString m_breakfast;
    QList<int> m_counts;
    QString m_problem;
};

} // namespace ourtable
