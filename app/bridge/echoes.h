// "Did anyone else say so?" of one note: how many did, one more, one less. Steps add up across tablets.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class Echoes : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY changed REQUIRED)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY changed) // its key
    Q_PROPERTY(int count READ count NOTIFY changed)                 // 0 until it was read
    Q_PROPERTY(int most READ most CONSTANT)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit Echoes(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString note() const { return m_note; }
    void setNote(const QString &note);
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] int most() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    // One more (1) or one less (-1), shown at once and saved at once. Nothing at either end.
    Q_INVOKABLE void step(int by);

signals:
    void changed();
    // For a screen reader: how many it is now.
    void said(const QString &words);

private:
    void read();

    Session *m_session = nullptr;
    QString m_note;
    QString m_problem;
    QTimer m_read;
    int m_count = 0;
    bool m_known = false;
};

} // namespace ourtable
