// Whether the device's disk is nearly full, looked at when somebody signs in and whenever something was saved or came.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ourtable {

class Session;

// Belongs to the session.
class RoomLeft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the session has it")
    Q_PROPERTY(bool nearlyFull READ nearlyFull NOTIFY changed)
    Q_PROPERTY(QString words READ words NOTIFY changed) // empty while there is room

public:
    explicit RoomLeft(Session &session);

    [[nodiscard]] bool nearlyFull() const { return m_nearlyFull; }
    [[nodiscard]] QString words() const;
    // Octets on disk; less is nearly full. For tests: as if the disk were smaller.
    void setLeast(qint64 least);

signals:
    void changed();

private:
    void look();

    Session &m_session;
    qint64 m_least = 200'000'000;
    bool m_nearlyFull = false;
};

} // namespace ourtable
