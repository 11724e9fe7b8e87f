// Opening a breakfast to write in it, whether it was planned or is open already.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class OpenBreakfast : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }

    // Ends in opened(), or with a problem.
    Q_INVOKABLE void open(const QString &key);

signals:
    void sessionChanged();
    void changed();
    void opened(const QString &key);

private:
    Session *m_session = nullptr;
    QString m_problem;
    bool m_busy = false;
};

} // namespace ourtable
