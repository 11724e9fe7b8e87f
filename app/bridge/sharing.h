// Where the words are: on this device, or with the hub too. Shares by itself (README.md of this folder says when).
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <cstdint>

#include "core/usecases/workspace.h"

namespace ourtable {

class Session;

class Sharing : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the session")
    Q_PROPERTY(ourtable::Sharing::State state READ state NOTIFY changed)
    Q_PROPERTY(int toShare READ toShare NOTIFY changed)
    Q_PROPERTY(int toDecide READ toDecide NOTIFY changed)
    Q_PROPERTY(bool running READ running NOTIFY changed)

public:
    enum class State { Saved, Sharing, Shared, Decide, NeedsHelp }; // in the order of SavePill.State
    Q_ENUM(State)

    explicit Sharing(Session &session);

    [[nodiscard]] State state() const;
    [[nodiscard]] int toShare() const { return m_toShare; } // changes without the hub's receipt
    [[nodiscard]] int toDecide() const { return m_toDecide; }
    [[nodiscard]] bool running() const { return m_running; }

    // Somebody signed in, or out.
    void begin();
    void end();

    Q_INVOKABLE void tryNow();

signals:
    void changed();

private:
    void count();
    void share();
    void takeIn();
    void finished(const Result<sync::ShareReport> &report);

    Session &m_session;
    QTimer m_afterSave;
    int m_toShare = 0;
    int m_toDecide = 0;
    bool m_running = false;
    bool m_again = false;
    bool m_signedIn = false;
    bool m_needsHelp = false;
};

} // namespace ourtable
