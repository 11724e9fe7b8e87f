// Whether the device's disk is nearly full, and whether it still takes what is typed: looked at when somebody signs in and
// whenever something was saved or came.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

#include "core/support/error.h"

namespace ourtable {

class Session;

// Belongs to the session.
class RoomLeft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("the session has it")
    Q_PROPERTY(bool nearlyFull READ nearlyFull NOTIFY changed)
    Q_PROPERTY(bool notKept READ notKept NOTIFY changed)  // words that somebody typed are in memory only: the disk did not take them
    Q_PROPERTY(QString words READ words NOTIFY changed)   // empty while there is room and all words are on disk

public:
    explicit RoomLeft(Session &session);

    [[nodiscard]] bool nearlyFull() const { return m_nearlyFull || notKept(); }
    [[nodiscard]] bool notKept() const { return m_trouble.has_value(); }
    [[nodiscard]] QString words() const;
    // Octets on disk; less is nearly full. For tests: as if the disk were smaller.
    void setLeast(qint64 least);
    // Looks again, and tries again to bring those words to the disk. Does so by itself every few seconds while there are any.
    void look();

signals:
    void changed();

private:
    [[nodiscard]] QString notKeptWords() const;

    Session &m_session;
    QTimer m_again;
    qint64 m_least = 200'000'000;
    bool m_nearlyFull = false;
    std::optional<ErrorCode> m_trouble;
};

} // namespace ourtable
