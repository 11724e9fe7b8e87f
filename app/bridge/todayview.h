// Today (ux.md 7.3): the day's breakfast, what came of what was said, promises, and what waits for a coordinator.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"
#include "app/bridge/todayreading.h"

namespace ourtable {

class Today : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)      // false until the first answer
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString greeting READ greeting NOTIFY changed)
    Q_PROPERTY(QString dayWords READ dayWords NOTIFY changed)
    Q_PROPERTY(bool coordinator READ coordinator NOTIFY changed)
    Q_PROPERTY(bool mayStart READ mayStart NOTIFY changed)
    Q_PROPERTY(QString breakfast READ breakfast NOTIFY changed) // its key; empty when there is none
    Q_PROPERTY(bool breakfastOld READ breakfastOld NOTIFY changed) // open since another day
    Q_PROPERTY(bool breakfastOver READ breakfastOver NOTIFY changed) // it was today, and is closed
    Q_PROPERTY(QString when READ when NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString detail READ detail NOTIFY changed)
    Q_PROPERTY(QString dateDoubt READ dateDoubt NOTIFY changed) // what to say when the date looks wrong; empty otherwise
    Q_PROPERTY(QString board READ board NOTIFY changed)
    Q_PROPERTY(ourtable::RowsModel *happened READ happened CONSTANT)
    Q_PROPERTY(ourtable::RowsModel *promises READ promises CONSTANT)
    Q_PROPERTY(ourtable::RowsModel *waiting READ waiting CONSTANT)
    Q_PROPERTY(ourtable::RowsModel *figures READ figures CONSTANT)

public:
    explicit Today(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString greeting() const;
    [[nodiscard]] QString dayWords() const;
    [[nodiscard]] bool coordinator() const;
    [[nodiscard]] bool mayStart() const;
    [[nodiscard]] QString breakfast() const { return m_facts.breakfast.key; }
    [[nodiscard]] bool breakfastOld() const { return m_facts.breakfast.old; }
    [[nodiscard]] bool breakfastOver() const { return m_facts.breakfast.over; }
    [[nodiscard]] QString when() const { return m_facts.breakfast.when; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] QString dateDoubt() const;
    [[nodiscard]] QString board() const { return m_facts.board; }
    [[nodiscard]] RowsModel *happened() { return &m_happened; }
    [[nodiscard]] RowsModel *promises() { return &m_promises; }
    [[nodiscard]] RowsModel *waiting() { return &m_waiting; }
    [[nodiscard]] RowsModel *figures() { return &m_figures; }

    Q_INVOKABLE void tryAgain() { ask(); }
    // Somebody has read it.
    Q_INVOKABLE void putDateDoubtAway();

signals:
    void sessionChanged();
    void changed();

private:
    void ask();
    void askNow();
    void take(const TodayFacts &facts);

    Session *m_session = nullptr;
    TodayFacts m_facts;
    RowsModel m_happened, m_promises, m_waiting, m_figures;
    QString m_problem;
    QTimer m_ask; // several changes ask once
    bool m_ready = false;
};

} // namespace ourtable
