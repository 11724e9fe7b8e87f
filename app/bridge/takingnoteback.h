// Taking one note back for good (design README 8), and what of it stays: things that were made of it in other words, which a
// person reads again.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/rowsmodel.h"
#include "app/bridge/session.h"

namespace ourtable {

class TakingNoteBack : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY noteChanged) // its key
    Q_PROPERTY(ourtable::RowsModel *reworded READ reworded CONSTANT)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)      // why it was not taken back

public:
    explicit TakingNoteBack(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString note() const { return m_note; }
    void setNote(const QString &note);
    [[nodiscard]] RowsModel *reworded() { return &m_reworded; }
    [[nodiscard]] QString problem() const { return m_problem; }

    // There is no way back. Ends with taken(), or with a problem and everything as it was.
    Q_INVOKABLE void take();

signals:
    void sessionChanged();
    void noteChanged();
    void problemChanged();
    void taken();

private:
    void read();

    Session *m_session = nullptr;
    QString m_note;
    RowsModel m_reworded;
    QTimer m_read;
    QString m_problem;
};

} // namespace ourtable
