// For hands that shake: a tap right after another one never reaches the screen (ux.md 7.29).
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <optional>

#include "app/bridge/session.h"

namespace ourtable {

class SteadyTaps : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session MEMBER m_session NOTIFY sessionChanged REQUIRED)

public:
    // Listens to the whole program, while the session's comfort asks for it.
    explicit SteadyTaps(QObject *parent = nullptr);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void sessionChanged();

private:
    Session *m_session = nullptr;
    std::optional<std::int64_t> m_ended; // monotonic milliseconds of the last tap that counted
    bool m_leavingOut = false;           // until the finger is up again
};

} // namespace ourtable
