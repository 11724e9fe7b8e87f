// Locks when nobody has used the device for a while (design README 8, Locking): 5 minutes on tablets, 10 on desktops, what
// the person chose, but 30 while notes are written at a breakfast; and at once when the screen was off for a minute. Says so
// a minute before. All by the session's clock.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

#include "app/bridge/session.h"

namespace ourtable {

class AutoLock : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool touch MEMBER m_touch NOTIFY touchChanged)             // a tablet, or a desktop
    Q_PROPERTY(bool capturing MEMBER m_capturing NOTIFY capturingChanged) // notes are being written at a breakfast
    Q_PROPERTY(bool warning READ warning NOTIFY warningChanged)           // it locks within a minute
    Q_PROPERTY(QString time READ time NOTIFY timeChanged)                 // "8:51"

public:
    explicit AutoLock(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] bool warning() const { return m_warning; }
    [[nodiscard]] QString time() const { return m_time; }

    // Somebody is here. So does every key, tap and move of the mouse.
    Q_INVOKABLE void stay();
    // Compares the clock; by itself every second.
    Q_INVOKABLE void look();
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void sessionChanged();
    void touchChanged();
    void capturingChanged();
    void warningChanged();
    void timeChanged();

private:
    [[nodiscard]] std::int64_t limit() const; // milliseconds
    void follow(Qt::ApplicationState state);
    void setWarning(bool warning);
    void lookAtTime();

    Session *m_session = nullptr;
    QTimer m_timer;
    std::int64_t m_used = 0;   // monotonic milliseconds, as all of these
    std::int64_t m_looked = 0;
    std::optional<std::int64_t> m_away; // since the app or the screen went to sleep
    QString m_time;
    bool m_touch = true;
    bool m_capturing = false;
    bool m_warning = false;
};

} // namespace ourtable
