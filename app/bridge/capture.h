// Writing down what people say at a breakfast (ux.md 7.6): the tables, the note in the box, saving it, undoing that. What is
// typed is kept on disk within a moment, and at once when it might be lost: one draft a table.
#pragma once

#include <QHash>
#include <QTimer>
#include <QVariantList>

#include "app/bridge/breakfastnow.h"
#include "app/bridge/session.h"
#include "app/bridge/tablesmodel.h"

namespace ourtable {

class Capture : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    // The breakfast's key; empty: the one that is open now.
    Q_PROPERTY(QString breakfast READ breakfast WRITE setBreakfast NOTIFY breakfastChanged)
    Q_PROPERTY(bool begins MEMBER m_begins NOTIFY beginsChanged)  // a breakfast that was planned is opened by coming here
    Q_PROPERTY(bool ready READ ready NOTIFY read)
    Q_PROPERTY(bool missing READ missing NOTIFY read) // there is no such breakfast, or none is open
    Q_PROPERTY(bool open READ open NOTIFY read)
    Q_PROPERTY(QString title READ title NOTIFY read)  // "Breakfast, Thursday 4 June"
    Q_PROPERTY(QString day READ day NOTIFY read)      // "Thursday 4 June"
    Q_PROPERTY(QString where READ where NOTIFY read)  // "Sunny Side Café, started 8:34"
    Q_PROPERTY(ourtable::TablesModel *tables READ tables CONSTANT)
    Q_PROPERTY(int table READ table NOTIFY tableChanged)
    Q_PROPERTY(int notes READ notes NOTIFY read)      // at this table
    Q_PROPERTY(QString writers READ writers NOTIFY read)
    Q_PROPERTY(QVariantList themes READ themes NOTIFY themesChanged)     // [{ code, text }]: six likely ones
    Q_PROPERTY(QString nextBreakfast READ nextBreakfast NOTIFY read)
    Q_PROPERTY(QString inOneMonth READ inOneMonth NOTIFY read)
    Q_PROPERTY(ourtable::NoteDraft *draft READ draft CONSTANT)
    Q_PROPERTY(bool cameBack READ cameBack NOTIFY cameBackChanged)       // the note in the box was left here some time ago
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)       // under the box
    Q_PROPERTY(bool full READ full NOTIFY read)                          // nothing more goes to the disk: words are in memory only
    Q_PROPERTY(QString lastKey READ lastKey NOTIFY lastKeyChanged)       // the note that Undo is about; empty none

public:
    explicit Capture(QObject *parent = nullptr);
    ~Capture() override;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString breakfast() const { return m_breakfast; }
    void setBreakfast(const QString &key);
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool missing() const { return m_missing; }
    [[nodiscard]] bool open() const { return m_now.open; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString day() const;
    [[nodiscard]] QString where() const;
    [[nodiscard]] TablesModel *tables() { return &m_tables; }
    [[nodiscard]] int table() const { return m_table; }
    [[nodiscard]] int notes() const { return m_tables.notesAt(m_table); }
    [[nodiscard]] QString writers() const;
    [[nodiscard]] QVariantList themes() const;
    [[nodiscard]] QString nextBreakfast() const { return m_now.nextBreakfast; }
    [[nodiscard]] QString inOneMonth() const;
    [[nodiscard]] NoteDraft *draft() { return &m_draft; }
    [[nodiscard]] bool cameBack() const { return m_cameBack; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool full() const { return m_full; }
    [[nodiscard]] QString lastKey() const { return m_lastKey; }

    // Every entry of the vocabulary of a field of notes: [{ code, text, full }].
    Q_INVOKABLE [[nodiscard]] QVariantList choices(const QString &vocabulary) const;
    // The draft of the other table is kept; that of this one comes back.
    Q_INVOKABLE void chooseTable(int table);
    // Keeps what is typed now: when the focus leaves, before something else may happen.
    Q_INVOKABLE void keepNow();
    // Ends in saved() with an empty box, or with a problem and the words where they are.
    Q_INVOKABLE void save();
    // The note leaves the list. Its words are in the box again unless something else is.
    Q_INVOKABLE void undo();
    // What was undone last is a note again, until another is saved. Its words leave the box unless they were changed.
    Q_INVOKABLE void redo();

signals:
    void sessionChanged();
    void breakfastChanged();
    void beginsChanged();
    void read();
    void tableChanged();
    void themesChanged();
    void cameBackChanged();
    void problemChanged();
    void lastKeyChanged();
    void saved();
    // For a screen reader.
    void said(const QString &words);

private:
    struct Last { // the note that Undo is about
        usecases::Touched record;
        NoteDraft::Content content;
        int table = 0;
    };
    [[nodiscard]] std::string form(int table) const;
    [[nodiscard]] QString wroteWords(const QStringList &others) const;
    void ask();
    void show(Result<breakfast::Now> &&now);
    void askThemes();
    void bringBack();
    void takeLeft(const NoteDraft::Content &left);
    void leave();
    void keep(const std::function<Result<void>(usecases::Workspace &)> &work);
    void takeAnswer(const Result<void> &done);
    void finish(const usecases::Touched &record, int table, const NoteDraft::Content &content);
    void setProblem(const QString &problem);
    void setCameBack(bool cameBack);
    void setLast(const std::optional<Last> &last);
    void takenOff(const Last &last);
    void putBack(const Last &last);
    void lookWhetherTakenBack(const std::vector<usecases::Touched> &touched);
    void forget(const RecordId &record);

    Session *m_session = nullptr;
    QString m_breakfast;
    breakfast::Now m_now;
    TablesModel m_tables;
    NoteDraft m_draft;
    QHash<int, NoteDraft::Content> m_left; // in the boxes of the other tables, as far as they were looked at
    QStringList m_themes;
    std::optional<Last> m_last;
    std::optional<Last> m_undone; // the note that Redo is about
    QString m_lastKey;
    QString m_problem;
    QTimer m_ask;
    QTimer m_keep;
    int m_table = 1;
    bool m_begins = false;
    bool m_ready = false;
    bool m_leftIsHere = false; // in the box: what was left at this table; before that what is typed goes behind it
    bool m_missing = false;
    bool m_full = false;
    bool m_notKept = false; // as the room said last
    bool m_cameBack = false;
    bool m_saving = false;
    bool m_sayCount = false;
};

} // namespace ourtable
