// A coordinator lets somebody in: makes a code for what they are to do, and lets whoever typed it in once both screens show
// the same two words (design README 8, Joining by typing).
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"
#include "app/bridge/waitingpeople.h"
#include "core/usecases/enrolling.h"

namespace ourtable {

class LettingIn : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QStringList parts READ parts NOTIFY sessionChanged) // what somebody can be, by their labels
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QString address READ address NOTIFY madeChanged)    // of the newest code; empty: none made yet
    Q_PROPERTY(QString code READ code NOTIFY madeChanged)
    Q_PROPERTY(QString until READ until NOTIFY madeChanged)        // "9:30"
    Q_PROPERTY(QString file READ file NOTIFY fileChanged)          // where the newest code was saved
    Q_PROPERTY(ourtable::WaitingPeople *waiting READ waiting CONSTANT)

public:
    explicit LettingIn(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QStringList parts() const;
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QString until() const { return m_until; }
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] WaitingPeople *waiting() { return &m_waiting; }

    Q_INVOKABLE void invite(int part); // a row of parts
    // The newest code as a file among the downloads.
    Q_INVOKABLE void save();
    // Who waits; by itself every few seconds too.
    Q_INVOKABLE void look();
    // Of somebody whose words were compared; key as the row has it.
    Q_INVOKABLE void letIn(const QString &key);

signals:
    void sessionChanged();
    void busyChanged();
    void problemChanged();
    void madeChanged();
    void fileChanged();
    void letInDone();

private:
    [[nodiscard]] std::vector<const catalogue::Role *> roles() const;
    void show(const std::vector<usecases::WaitingPerson> &people);
    void setBusy(bool busy);
    void setProblem(const QString &problem);

    Session *m_session = nullptr;
    WaitingPeople m_waiting;
    QTimer m_again;
    QString m_problem;
    QString m_address;
    QString m_code;
    QString m_until;
    QString m_text; // of the file
    QString m_file;
    bool m_busy = false;
    bool m_looking = false;
};

} // namespace ourtable
