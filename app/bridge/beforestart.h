// Before a breakfast begins (domain.md J1 step 3): what people need, who is at the side table, what is read out, and the two ticks.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/rowsmodel.h"
#include "app/bridge/session.h"

namespace ourtable {

// QML thread. Reads again whenever a record that it shows was touched.
class BeforeStart : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString breakfast READ breakfast WRITE setBreakfast NOTIFY breakfastChanged) // key
    Q_PROPERTY(bool ready READ ready NOTIFY changed)              // false until it was read
    Q_PROPERTY(bool over READ over NOTIFY changed)                // closed: for reading only
    Q_PROPERTY(QString needing READ needing NOTIFY changed)       // "3 people need:"; empty when nobody does
    Q_PROPERTY(QStringList needs READ needs NOTIFY changed)       // "Hearing loop", "Large print (2 people)"; never who
    Q_PROPERTY(QString sideTable READ sideTable NOTIFY changed)   // names; empty when nobody is asked yet
    Q_PROPERTY(QStringList rules READ rules NOTIFY changed)
    Q_PROPERTY(QString notesCard READ notesCard CONSTANT)         // to be said, word for word
    Q_PROPERTY(bool rulesRead READ rulesRead NOTIFY changed)
    Q_PROPERTY(bool notesExplained READ notesExplained NOTIFY changed)
    Q_PROPERTY(ourtable::RowsModel *recap READ recap CONSTANT)    // promises to ask about, oldest first
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit BeforeStart(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString breakfast() const { return m_breakfast; }
    void setBreakfast(const QString &key);
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool over() const { return m_facts.over; }
    [[nodiscard]] QString needing() const { return m_facts.needing; }
    [[nodiscard]] QStringList needs() const { return m_facts.needs; }
    [[nodiscard]] QString sideTable() const { return m_facts.sideTable; }
    [[nodiscard]] QStringList rules() const { return m_facts.rules; }
    [[nodiscard]] QString notesCard() const;
    [[nodiscard]] bool rulesRead() const { return m_facts.rulesRead; }
    [[nodiscard]] bool notesExplained() const { return m_facts.notesExplained; }
    [[nodiscard]] RowsModel *recap() { return &m_recap; }
    [[nodiscard]] QString problem() const { return m_problem; }

    // Saved at once.
    Q_INVOKABLE void setRulesRead(bool read);
    Q_INVOKABLE void setNotesExplained(bool explained);

signals:
    void sessionChanged();
    void breakfastChanged();
    void changed();

private:
    struct Facts {
        bool over = false, rulesRead = false, notesExplained = false;
        QString needing, sideTable;
        QStringList needs, rules;
        QList<RowsModel::Row> recap;
    };
    static Result<Facts> read(usecases::Workspace &workspace, const RecordId &breakfast, const QString &today);
    void readNow();
    void save(Result<void> (*how)(usecases::Workspace &, const RecordId &, bool), bool yes);
    [[nodiscard]] std::optional<RecordId> record() const { return RecordId::fromHexText(m_breakfast.toStdString()); }

    Session *m_session = nullptr;
    QString m_breakfast;
    QTimer m_read;
    Facts m_facts;
    RowsModel m_recap;
    QString m_problem;
    bool m_ready = false;
};

} // namespace ourtable
