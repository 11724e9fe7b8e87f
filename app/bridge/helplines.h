// The programme's own numbers for a bad moment (domain.md 8.2, S-07): kept as settings, and copied to the device's settings
// folder when somebody is signed in, so that they show before anybody is. They are open; nobody's name is copied.
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class HelpLines : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    // Empty: not set up yet.
    Q_PROPERTY(QString crisisLine READ crisisLine NOTIFY changed)
    Q_PROPERTY(QString adultsLead READ adultsLead NOTIFY changed)
    Q_PROPERTY(QString childrenLead READ childrenLead NOTIFY changed)
    Q_PROPERTY(QString personToAsk READ personToAsk NOTIFY changed) // while somebody is signed in only
    Q_PROPERTY(QString personsPhone READ personsPhone NOTIFY changed)
    Q_PROPERTY(bool known READ known NOTIFY changed)                // false until somebody signed in on this device
    Q_PROPERTY(bool setUp READ setUp NOTIFY changed)                // one of the three at least
    Q_PROPERTY(QString checkedWords READ checkedWords NOTIFY changed) // "Thursday 1 October"; empty: never
    Q_PROPERTY(bool checkedLongAgo READ checkedLongAgo NOTIFY changed) // more than 100 days, or never
    Q_PROPERTY(bool mayChange READ mayChange NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    using QObject::QObject;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString crisisLine() const { return held("crisis_line"); }
    [[nodiscard]] QString adultsLead() const { return held("adults_lead"); }
    [[nodiscard]] QString childrenLead() const { return held("children_lead"); }
    [[nodiscard]] QString personToAsk() const { return m_personToAsk; }
    [[nodiscard]] QString personsPhone() const { return m_personsPhone; }
    [[nodiscard]] bool known() const { return !m_lines.isEmpty(); }
    [[nodiscard]] bool setUp() const { return !crisisLine().isEmpty() || !adultsLead().isEmpty() || !childrenLead().isEmpty(); }
    [[nodiscard]] QString checkedWords() const;
    [[nodiscard]] bool checkedLongAgo() const;
    [[nodiscard]] bool mayChange() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }

    // All of them as they are now, checked today. Ends in saved(), or with a problem.
    Q_INVOKABLE void save(const QString &crisisLine, const QString &adultsLead, const QString &childrenLead,
                          const QString &personToAsk, const QString &personsPhone);

signals:
    void sessionChanged();
    void changed();
    void busyChanged();
    void problemChanged();
    void saved();

private:
    [[nodiscard]] QString held(const char *line) const { return m_lines[QString::fromLatin1(line)].toString(); }
    [[nodiscard]] QString file() const;
    void read();
    void take(const QHash<QString, QString> &settings);
    void finish(const Result<std::vector<usecases::Touched>> &written);

    Session *m_session = nullptr;
    QJsonObject m_lines; // as the file holds them
    QString m_personToAsk;
    QString m_personsPhone;
    QString m_problem;
    bool m_busy = false;
};

} // namespace ourtable
