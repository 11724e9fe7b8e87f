// The promises that have to do with one note: made because of it, or linked to it by somebody later (ux.md 7.7). Linking says
// on the note what came of it; the promise itself stays as it is.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/rowsmodel.h"
#include "app/bridge/session.h"

namespace ourtable {

class NotePromises : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString note READ note WRITE setNote NOTIFY noteChanged) // its key
    Q_PROPERTY(bool ready READ ready NOTIFY changed)                    // false until they were read
    Q_PROPERTY(ourtable::RowsModel *rows READ rows CONSTANT)            // amount is 1 where the link can be taken off here
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit NotePromises(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString note() const { return m_note; }
    void setNote(const QString &note);
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] RowsModel *rows() { return &m_rows; }
    [[nodiscard]] QString problem() const { return m_problem; }

    // Of a promise, by its key. Saved at once; each undoes the other.
    Q_INVOKABLE void link(const QString &promise);
    Q_INVOKABLE void unlink(const QString &promise);

signals:
    void sessionChanged();
    void noteChanged();
    void changed();

private:
    void read();
    void write(const QString &promise, usecases::FieldEdit::How how);
    void setProblem(const QString &problem);
    [[nodiscard]] std::optional<RecordId> record() const { return RecordId::fromHexText(m_note.toStdString()); }

    Session *m_session = nullptr;
    QString m_note;
    QTimer m_read;
    RowsModel m_rows;
    QString m_problem;
    bool m_ready = false;
};

} // namespace ourtable
