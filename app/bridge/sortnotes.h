// Sorting notes one after the other (ux.md 7.8), or reading what others sorted as the second person: the note that is looked at,
// what is chosen for it, and the way through the rest. Nothing is saved before next(); what is left for later is so in this
// sitting only. A note that somebody else sorts meanwhile is shown as they sorted it, and never written over.
#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"
#include "app/bridge/sortqueue.h"
#include "core/usecases/sorting.h"
#include "core/usecases/sortingsuggestion.h"

namespace ourtable {

class SortNotes : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(ourtable::SortQueue *queue READ queue WRITE setQueue NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString startAt MEMBER m_startAt) // key of the note to begin with; empty: the first
    Q_PROPERTY(ourtable::SortNotes::Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(QString key READ key NOTIFY changed) // of the note that is looked at
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString where READ where NOTIFY changed)           // "Table 2, 8:51"
    Q_PROPERTY(QString permission READ permission NOTIFY changed) // to quote it, in words
    Q_PROPERTY(bool own READ own NOTIFY changed)                  // whoever is signed in wrote it down
    Q_PROPERTY(QString kind READ kind NOTIFY changed)             // code, as the next three; empty when nobody has said
    Q_PROPERTY(QStringList themes READ themes NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    Q_PROPERTY(QString recognised READ recognised NOTIFY changed) // "yes", "no"; empty: nobody was asked
    Q_PROPERTY(QVariantList themeChoices READ themeChoices NOTIFY themeChoicesChanged) // [{ code, text, full }], likely ones first
    Q_PROPERTY(QVariantList suggested READ suggested NOTIFY suggestedChanged)          // [{ vocabulary, code, text }]
    Q_PROPERTY(QString suggestion READ suggestion NOTIFY suggestedChanged)             // why, in words
    Q_PROPERTY(int left READ left NOTIFY changed)
    Q_PROPERTY(int sorted READ sorted NOTIFY changed)   // at the end: how many there are by now
    Q_PROPERTY(int toCheck READ toCheck NOTIFY changed) // at the end: how many wait for a second person
    Q_PROPERTY(QStringList leftForLater READ leftForLater NOTIFY changed) // keys
    Q_PROPERTY(bool canUndo READ canUndo NOTIFY changed)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY changed)
    Q_PROPERTY(QString notice READ notice NOTIFY changed)   // what somebody else did to this note
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    enum class Stage { Reading, AtNote, OnlyLater, Done, Empty };
    Q_ENUM(Stage)

    using QObject::QObject;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] SortQueue *queue() const { return m_queue; }
    void setQueue(SortQueue *queue);
    [[nodiscard]] Stage stage() const;
    [[nodiscard]] QString key() const { return m_key; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QString where() const { return m_where; }
    [[nodiscard]] QString permission() const { return m_permission; }
    [[nodiscard]] bool own() const { return m_own; }
    [[nodiscard]] QString kind() const { return m_kindSaid ? QString::fromStdString(m_chosen.kind) : QString(); }
    [[nodiscard]] QStringList themes() const;
    [[nodiscard]] QString level() const { return QString::fromStdString(m_chosen.level); }
    [[nodiscard]] QString recognised() const;
    [[nodiscard]] QVariantList themeChoices() const { return m_themeChoices; }
    [[nodiscard]] QVariantList suggested() const { return m_suggested; }
    [[nodiscard]] QString suggestion() const;
    [[nodiscard]] int left() const;
    [[nodiscard]] int sorted() const { return m_sorted; }
    [[nodiscard]] int toCheck() const { return m_toCheck; }
    [[nodiscard]] QStringList leftForLater() const { return m_later.values(); }
    [[nodiscard]] bool canUndo() const { return m_last.has_value(); }
    [[nodiscard]] bool canGoBack() const { return !m_visited.isEmpty(); }
    [[nodiscard]] QString notice() const { return m_notice; }
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE [[nodiscard]] QVariantList choices(const QString &vocabulary) const;
    Q_INVOKABLE void chooseKind(const QString &kind); // the chosen one again: none
    Q_INVOKABLE void chooseTheme(const QString &theme, bool chosen);
    Q_INVOKABLE void chooseLevel(const QString &level);
    Q_INVOKABLE void chooseRecognised(const QString &answer);
    // Saves what is chosen and goes to the next one.
    Q_INVOKABLE void next();
    Q_INVOKABLE void later();
    Q_INVOKABLE void back();
    // Of the last one that was sorted, until the next is.
    Q_INVOKABLE void undo();
    Q_INVOKABLE void look(const QString &key);
    // Those that were left for later come again.
    Q_INVOKABLE void takeLater();

signals:
    void sessionChanged();
    void changed();
    void themeChoicesChanged();
    void suggestedChanged();
    void arrived(); // another note is looked at
    void said(const QString &words);

private:
    struct Last {
        QString key;
        usecases::Sorting before, after;
    };
    struct Read {
        store::RecordView note;
        bool own = false;
        usecases::SortingSuggestion suggestion;
    };
    void begin();
    void queueChanged();
    void show(const QString &key);
    void lookAgain();
    [[nodiscard]] static Result<Read> read(usecases::Workspace &workspace, const RecordId &id, bool checking);
    void take(const QString &key, const Read &read);
    void takeSuggestion(const usecases::SortingSuggestion &suggestion);
    void takeTheirs(const store::RecordView &note);
    void takeWords(const store::RecordView &note);
    void saved(const QString &key, const Result<usecases::SortOutcome> &outcome);
    void goOn();
    void leave(const QString &key, const QString &words);
    void askThemes();
    void askCounts();
    void setProblem(const QString &problem);
    [[nodiscard]] bool busy() const { return m_key.isEmpty() || m_wanted != m_key || m_saving; }
    [[nodiscard]] bool waits(const QString &key) const { return !m_handled.contains(key) && !m_later.contains(key); }

    Session *m_session = nullptr;
    SortQueue *m_queue = nullptr;
    QString m_startAt, m_key, m_wanted, m_text, m_where, m_permission, m_notice, m_problem;
    bool m_own = false, m_kindSaid = false, m_saving = false, m_begun = false;
    usecases::Sorting m_seen, m_chosen;
    QVariantList m_themeChoices, m_suggested;
    QSet<QString> m_later, m_handled; // handled: and perhaps in the queue until it is read again
    QStringList m_visited;
    std::optional<Last> m_last;
    QTimer m_look;
    int m_here = 0, m_sorted = 0, m_toCheck = 0;
};

} // namespace ourtable
