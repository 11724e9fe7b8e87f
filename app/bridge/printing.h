// Printing: makes a paper, keeps it as a file of the person's own and lets the system show it. Says what came of it in words. The
// file is outside of what is sealed; that is said, and it can be removed again.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/printjob.h"
#include "app/bridge/rowsmodel.h"
#include "app/bridge/session.h"

namespace ourtable {

class Printing : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session MEMBER m_session NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString meeting MEMBER m_meeting NOTIFY meetingChanged) // a breakfast's key
    // It was held: its notes can be printed. Before, what it takes to hold one.
    Q_PROPERTY(bool held READ held WRITE setHeld NOTIFY heldChanged)
    Q_PROPERTY(ourtable::RowsModel *papers READ papers CONSTANT) // that fit it; key: for make(); text, detail; sign: an icon
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // empty: none
    Q_PROPERTY(QString outcome READ outcome NOTIFY changed) // "Saved as notes-2026-11-12.pdf and opened."; empty: nothing yet
    Q_PROPERTY(QString next READ next NOTIFY changed)       // where it is, and who can read it
    Q_PROPERTY(bool saved READ saved NOTIFY changed)        // there is a file that can be deleted

public:
    explicit Printing(QObject *parent = nullptr);

    [[nodiscard]] bool held() const { return m_held; }
    void setHeld(bool held);
    [[nodiscard]] RowsModel *papers() { return &m_papers; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString outcome() const { return m_outcome; }
    [[nodiscard]] QString next() const { return m_next; }
    [[nodiscard]] bool saved() const { return !m_path.isEmpty(); }

    // paper: "notes", "tableCards", "signIn", "prompts", "promises", "wall". The last as A3 or A4, in colour or black.
    Q_INVOKABLE void make(const QString &paper, bool large = false, bool colour = true);
    Q_INVOKABLE void deleteFile();
    // Back to the question; the file stays.
    Q_INVOKABLE void forget();

signals:
    void sessionChanged();
    void meetingChanged();
    void heldChanged();
    void changed();

private:
    void showPapers();
    void made(const Result<PrintedFile> &file);
    void deleted(const Result<void> &done);
    [[nodiscard]] QString problemOf(const Error &error) const;
    void show(const QString &problem, const QString &outcome, const QString &next);

    Session *m_session = nullptr;
    QString m_meeting;
    RowsModel m_papers;
    QString m_problem, m_outcome, m_next;
    QString m_path; // of the file that was made last; empty: none, or it was deleted
    bool m_held = false;
    bool m_busy = false;
};

} // namespace ourtable
