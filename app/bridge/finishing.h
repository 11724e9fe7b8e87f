// The end of a breakfast: what has to be answered, and closing it. Both tablets of a breakfast may close it.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/headcount.h"

namespace ourtable {

class Finishing : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session MEMBER m_session NOTIFY changed REQUIRED)
    Q_PROPERTY(QString breakfast READ breakfast WRITE setBreakfast NOTIFY changed) // key
    Q_PROPERTY(bool rulesRead MEMBER m_rulesRead NOTIFY changed)
    Q_PROPERTY(bool notesExplained MEMBER m_notesExplained NOTIFY changed)
    Q_PROPERTY(bool roomPhoto MEMBER m_roomPhoto NOTIFY changed) // one of the room was taken, and agreed
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    using QObject::QObject;

    [[nodiscard]] QString breakfast() const { return m_breakfast; }
    void setBreakfast(const QString &key);
    [[nodiscard]] QString problem() const { return m_problem; }

    // What was answered before, at the start of it or on another tablet.
    Q_INVOKABLE void look();
    // Ends in finished(), or with a problem. people: how many were counted.
    Q_INVOKABLE void close(int people);

signals:
    void changed();
    void finished();

private:
    void setProblem(const QString &problem);

    Session *m_session = nullptr;
    QString m_breakfast;
    QString m_problem;
    bool m_rulesRead = false;
    bool m_notesExplained = false;
    bool m_roomPhoto = false;
};

} // namespace ourtable
