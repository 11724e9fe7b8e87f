// Which known café somebody is standing at, asked for by a tap and by nothing else. Where the device is goes no further than
// this question: it is compared with the venues and forgotten.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class NearestPlace : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool available READ available NOTIFY sessionChanged) // this device may be able to know
    Q_PROPERTY(bool looking READ looking NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)   // of the venue; empty when none was found
    Q_PROPERTY(QString words READ words NOTIFY changed) // what came of it, in a sentence

public:
    using QObject::QObject;
    ~NearestPlace() override;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] bool available() const;
    [[nodiscard]] bool looking() const { return m_looking; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString words() const { return m_words; }

    Q_INVOKABLE void look();
    // Whatever comes now comes too late.
    Q_INVOKABLE void stop();

signals:
    void sessionChanged();
    void changed();

private:
    void compare(const Spot &spot);
    void end(const QString &name, const QString &words);

    Session *m_session = nullptr;
    QString m_name, m_words;
    bool m_looking = false;
};

} // namespace ourtable
