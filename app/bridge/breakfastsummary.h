// One breakfast as a page of its own says it: where and when, who came, what was written down, what was promised.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/rowsmodel.h"
#include "app/bridge/session.h"

namespace ourtable {

class BreakfastSummary : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY keyChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY changed) // there is such a breakfast, and this is about it
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString when READ when NOTIFY changed)
    Q_PROPERTY(QString question READ question NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed)
    Q_PROPERTY(QString access READ access NOTIFY changed) // getting in and around
    Q_PROPERTY(QString standing READ standing NOTIFY changed)
    Q_PROPERTY(QString people READ people NOTIFY changed)
    Q_PROPERTY(QString unsorted READ unsorted NOTIFY changed)
    Q_PROPERTY(QString takenBack READ takenBack NOTIFY changed) // empty: nothing was; no count has it
    Q_PROPERTY(bool open READ isOpen NOTIFY changed)
    Q_PROPERTY(bool planned READ isPlanned NOTIFY changed)
    Q_PROPERTY(bool toFinish READ isToFinish NOTIFY changed)
    Q_PROPERTY(ourtable::RowsModel *tables READ tables CONSTANT)
    Q_PROPERTY(ourtable::RowsModel *notes READ notes CONSTANT) // by kind; sign is the kind's code
    Q_PROPERTY(ourtable::RowsModel *promises READ promises CONSTANT)
    Q_PROPERTY(ourtable::RowsModel *recap READ recap CONSTANT) // promises of the last ones that are not kept yet

public:
    explicit BreakfastSummary(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString &key);
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString title() const { return m_facts.title; }
    [[nodiscard]] QString when() const { return m_facts.when; }
    [[nodiscard]] QString question() const { return m_facts.question; }
    [[nodiscard]] QString place() const { return m_facts.place; }
    [[nodiscard]] QString access() const { return m_facts.access; }
    [[nodiscard]] QString standing() const { return m_facts.standing; }
    [[nodiscard]] QString people() const { return m_facts.people; }
    [[nodiscard]] QString unsorted() const { return m_facts.unsorted; }
    [[nodiscard]] QString takenBack() const { return m_facts.takenBack; }
    [[nodiscard]] bool isOpen() const { return m_facts.state == "open"; }
    [[nodiscard]] bool isPlanned() const { return m_facts.state == "planned"; }
    [[nodiscard]] bool isToFinish() const { return m_facts.toFinish; }
    [[nodiscard]] RowsModel *tables() { return &m_tables; }
    [[nodiscard]] RowsModel *notes() { return &m_notes; }
    [[nodiscard]] RowsModel *promises() { return &m_promises; }
    [[nodiscard]] RowsModel *recap() { return &m_recap; }

signals:
    void sessionChanged();
    void keyChanged();
    void changed();

private:
    struct Facts {
        std::string state;
        QString title, when, question, place, access, standing, people, unsorted, takenBack;
        bool toFinish = false;
        QList<RowsModel::Row> tables, notes, promises, recap;
    };
    [[nodiscard]] static Result<Facts> read(usecases::Workspace &workspace, const RecordId &id, const QString &today);
    [[nodiscard]] static Result<void> readPlace(usecases::Workspace &workspace, const store::RecordView &meeting, Facts &facts);
    [[nodiscard]] static Result<void> readPeople(usecases::Workspace &workspace, const RecordId &id, Facts &facts);
    [[nodiscard]] static Result<void> readTables(usecases::Workspace &workspace, const RecordId &id, Facts &facts);
    [[nodiscard]] static Result<void> readNotes(usecases::Workspace &workspace, const RecordId &id, Facts &facts);
    [[nodiscard]] static Result<void> readPromises(usecases::Workspace &workspace, const RecordId &id, const QString &today, Facts &facts);
    void ask();
    void askNow();
    void take(const Facts &facts);

    Session *m_session = nullptr;
    QString m_key, m_problem;
    Facts m_facts;
    RowsModel m_tables, m_notes, m_promises, m_recap;
    QTimer m_ask;
    bool m_ready = false;
};

} // namespace ourtable
