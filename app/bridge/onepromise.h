// One promise with all that belongs to it (ux.md 7.10): who said they would do it and to whom, how it goes, the notes behind it,
// what came of it, and the steps that this person may take. What is being written is kept as a draft until it is saved.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/promisereading.h"
#include "app/bridge/session.h"

namespace ourtable {

class OnePromise : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY keyChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)                   // false until it was read
    Q_PROPERTY(bool missing READ missing NOTIFY changed)               // not here, or not for this person
    Q_PROPERTY(bool removed READ removed NOTIFY changed)
    Q_PROPERTY(bool twoVersions READ twoVersions NOTIFY changed)       // a person has to choose
    Q_PROPERTY(bool over READ over NOTIFY changed)                     // nothing is left to do
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString standing READ standing NOTIFY changed)          // "On track"
    Q_PROPERTY(QString tone READ tone NOTIFY changed)
    Q_PROPERTY(QString due READ due NOTIFY changed)                    // "due 3 weeks ago"
    Q_PROPERTY(QStringList facts READ facts NOTIFY changed)            // who, to whom, when, one sentence each
    Q_PROPERTY(QString because READ because NOTIFY changed)            // what is in the way, or why not; empty: nothing
    Q_PROPERTY(QString waits READ waits NOTIFY changed)                // who still has to say so; empty: nobody
    Q_PROPERTY(bool mayTell READ mayTell NOTIFY changed)               // add an update
    Q_PROPERTY(QVariantList moves READ moves NOTIFY changed)           // { to, text, words, newText, asks }
    Q_PROPERTY(QVariantList standings READ standings NOTIFY changed)   // { code, text } that an update may give
    Q_PROPERTY(ourtable::RowsModel *updates READ updates CONSTANT)     // the newest first
    Q_PROPERTY(ourtable::RowsModel *notes READ notes CONSTANT)
    Q_PROPERTY(ourtable::RowsModel *came READ came CONSTANT)           // shared needs, and lines of "You said, we did"
    Q_PROPERTY(QVariantMap draft READ draft NOTIFY draftChanged)       // { to, words, newText } that was being written; empty: nothing
    Q_PROPERTY(bool mayUndo READ mayUndo NOTIFY changed)               // the step that was just taken
    Q_PROPERTY(bool saving READ saving NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit OnePromise(QObject *parent = nullptr);
    ~OnePromise() override;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString &key);
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool missing() const { return m_missing; }
    [[nodiscard]] bool removed() const { return m_reading.removed; }
    [[nodiscard]] bool twoVersions() const { return m_reading.twoVersions; }
    [[nodiscard]] bool over() const { return m_reading.over; }
    [[nodiscard]] QString text() const { return m_reading.text; }
    [[nodiscard]] QString standing() const { return m_reading.standing; }
    [[nodiscard]] QString tone() const { return m_reading.tone; }
    [[nodiscard]] QString due() const { return m_reading.due; }
    [[nodiscard]] QStringList facts() const { return m_reading.facts; }
    [[nodiscard]] QString because() const { return m_reading.because; }
    [[nodiscard]] QString waits() const { return m_reading.waits; }
    [[nodiscard]] bool mayTell() const { return m_reading.mayTell; }
    [[nodiscard]] QVariantList moves() const { return m_reading.moves; }
    [[nodiscard]] QVariantList standings() const { return m_reading.standings; }
    [[nodiscard]] RowsModel *updates() { return &m_updates; }
    [[nodiscard]] RowsModel *notes() { return &m_notes; }
    [[nodiscard]] RowsModel *came() { return &m_came; }
    [[nodiscard]] QVariantMap draft() const { return m_draft; }
    [[nodiscard]] bool mayUndo() const { return !m_before.isEmpty() && m_reading.mayGoBack; }
    [[nodiscard]] bool saving() const { return m_saving; }
    [[nodiscard]] QString problem() const { return m_problem; }

    // What is being written for a step, kept at every pause; nothing: the draft goes.
    Q_INVOKABLE void write(const QVariantMap &step);
    // step: { to, words, newText }; to may be empty, or a state that only others can bring it to: then this person says so with
    // an update. Ends with taken() or refused(), and what was written stays.
    Q_INVOKABLE void take(const QVariantMap &step);
    Q_INVOKABLE void undo();

signals:
    void sessionChanged();
    void keyChanged();
    void changed();
    void draftChanged();
    void taken(const QString &words); // how it stands now
    void refused();

private:
    void read();
    void show(Result<PromiseReading> &&reading);
    void begin();
    void keep();
    void commit(const usecases::PromiseStep &step, const QString &before);
    void setProblem(const QString &problem);
    [[nodiscard]] std::optional<RecordId> record() const { return RecordId::fromHexText(m_key.toStdString()); }
    [[nodiscard]] std::string form() const { return "promise/" + m_key.toStdString(); }

    Session *m_session = nullptr;
    QString m_key, m_problem;
    QString m_before;           // the state before the step that can be undone
    PromiseReading m_reading;
    RowsModel m_updates, m_notes, m_came;
    QVariantMap m_draft;
    QTimer m_read, m_keep;
    int m_asked = 0;
    bool m_ready = false, m_missing = false, m_saving = false;
};

} // namespace ourtable
