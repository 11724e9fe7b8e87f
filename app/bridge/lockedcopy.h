// A locked copy on a memory stick: saving what waits for the hub there, and bringing one in (ux.md 7.22). Says what came of it
// in words; what waits goes on waiting until the hub has it.
#pragma once

#include <QObject>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"
#include "core/usecases/carrying.h"

namespace ourtable {

class LockedCopy : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session MEMBER m_session NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // empty: none
    Q_PROPERTY(QString outcome READ outcome NOTIFY changed) // "Saved: 6 notes."; empty: nothing was done yet
    Q_PROPERTY(QString next READ next NOTIFY changed)       // what to do now

public:
    using QObject::QObject;

    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString outcome() const { return m_outcome; }
    [[nodiscard]] QString next() const { return m_next; }

    Q_INVOKABLE void save(const QString &folder);
    Q_INVOKABLE void bringIn(const QString &path);
    Q_INVOKABLE void saveDropped(const QUrl &folder) { save(folder.toLocalFile()); }
    Q_INVOKABLE void bringInDropped(const QUrl &file) { bringIn(file.toLocalFile()); }
    // Back to the question.
    Q_INVOKABLE void forget() { show({}, {}, {}); }

signals:
    void sessionChanged();
    void changed();

private:
    [[nodiscard]] bool begin();
    void saved(const Result<usecases::CopyMade> &made);
    void cameIn(const Result<usecases::CopyTaken> &taken);
    [[nodiscard]] QString savingProblem(const Error &error) const;
    [[nodiscard]] QString bringingProblem(const Error &error) const;
    void show(const QString &problem, const QString &outcome, const QString &next);

    Session *m_session = nullptr;
    bool m_busy = false;
    QString m_problem;
    QString m_outcome;
    QString m_next;
};

} // namespace ourtable
