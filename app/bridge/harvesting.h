// "Three things from this table" (domain.md J1 step 6): three boxes for what a table takes with it at the end of a round. What is
// typed is kept as a draft of the table until it is saved.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

// QML thread. Give it session, breakfast and table at once.
class Harvesting : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY changed REQUIRED)
    Q_PROPERTY(QString breakfast MEMBER m_breakfast NOTIFY changed REQUIRED) // key
    Q_PROPERTY(int table MEMBER m_table NOTIFY changed REQUIRED)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)           // what was left in the boxes is there again
    Q_PROPERTY(QStringList things READ things NOTIFY replaced) // as many as there are boxes: what they have to show
    Q_PROPERTY(QStringList before READ before NOTIFY changed)  // what this table took with it so far, the last first
    Q_PROPERTY(int limit READ limit CONSTANT)                  // letters of one
    Q_PROPERTY(bool cameBack READ cameBack NOTIFY changed)     // what is in the boxes was left here some time ago
    Q_PROPERTY(bool undoable READ undoable NOTIFY changed)     // what was saved last
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit Harvesting(QObject *parent = nullptr);
    ~Harvesting() override;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QStringList things() const { return m_things; }
    [[nodiscard]] QStringList before() const { return m_before; }
    [[nodiscard]] int limit() const;
    [[nodiscard]] bool cameBack() const { return m_cameBack; }
    [[nodiscard]] bool undoable() const { return !m_saved.empty(); }
    [[nodiscard]] QString problem() const { return m_problem; }

    // As it is typed into a box, from 0.
    Q_INVOKABLE void write(int box, const QString &words);
    // All at once; empty boxes are left out. Ends in empty boxes, or with a problem and the words where they are.
    Q_INVOKABLE void save();
    // What was saved last leaves the list. The words are in the boxes again unless something else is.
    Q_INVOKABLE void undo();

signals:
    void changed();
    // The boxes have to show `things`, whatever they show.
    void replaced();
    // For a screen reader.
    void said(const QString &words);

private:
    struct Left {
        QStringList things, before;
    };
    [[nodiscard]] static Result<Left> readLeft(usecases::Workspace &workspace, const RecordId &gathering, int table, const std::string &form);
    void read();
    void show(const Result<Left> &left);
    void keep();
    void put(const QStringList &things);
    void taken(const Result<std::vector<RecordId>> &saved, const QStringList &things);
    void lookWhetherTakenBack();
    void setProblem(const QString &problem);
    [[nodiscard]] std::optional<RecordId> gathering() const { return RecordId::fromHexText(m_breakfast.toStdString()); }
    [[nodiscard]] std::string form() const { return "harvest/" + m_breakfast.toStdString() + "/" + std::to_string(m_table); }

    Session *m_session = nullptr;
    QString m_breakfast;
    QStringList m_things;
    QStringList m_before;
    QStringList m_savedThings;
    std::vector<RecordId> m_saved; // that Undo is about
    QString m_problem;
    QTimer m_read;
    QTimer m_keep;
    int m_table = 0;
    bool m_ready = false;
    bool m_cameBack = false;
    bool m_saving = false;
};

} // namespace ourtable
