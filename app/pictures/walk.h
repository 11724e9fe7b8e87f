// Through every place of the app that somebody may go to, with a picture of each.
#pragma once

#include <QDir>
#include <QQuickWindow>
#include <QStringList>

#include "app/bridge/session.h"

namespace ourtable::pictures {

class Walk {
public:
    // Both outlive the walk; the window shows the session.
    Walk(Session &session, QQuickWindow &window, const QDir &into);

    // Signs in the first person of the device, and takes pictures of signing in and of each place. Empty: `problem` says why.
    [[nodiscard]] QStringList go(const QString &secret);
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    bool signIn(const QString &secret);
    bool takePicture(const QString &name);

    Session &m_session;
    QQuickWindow &m_window;
    QDir m_into;
    QStringList m_taken;
    QString m_problem;
};

// index.html beside the pictures, which are named without their ending.
[[nodiscard]] bool writeIndex(const QDir &into, const QStringList &names);

} // namespace ourtable::pictures
