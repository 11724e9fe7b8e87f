// When the numbers of the help card were last checked (domain.md S-07): older than a hundred days, somebody is reminded.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class HelpCheck : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString checkedOn READ checkedOn NOTIFY changed) // "Thursday 1 October 2026"; empty when it is not known
    Q_PROPERTY(bool due READ due NOTIFY changed)                // time to check again
    Q_PROPERTY(bool mayCheck READ mayCheck NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString checkedOn() const;
    [[nodiscard]] bool due() const;
    [[nodiscard]] bool mayCheck() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    // Somebody rang them all today.
    Q_INVOKABLE void checkedToday();

signals:
    void sessionChanged();
    void changed();

private:
    struct Held {
        std::optional<RecordId> record;
        QString day;
    };
    [[nodiscard]] static Result<Held> held(usecases::Workspace &workspace);
    void read();
    void take(const Result<Held> &held);

    Session *m_session = nullptr;
    Held m_held;
    QString m_problem;
    bool m_read = false;
};

} // namespace ourtable
