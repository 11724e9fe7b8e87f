// One note with everything that can be said about it (ux.md 7.7). What is chosen is saved at once; words are saved when the
// writing rests, and kept as a draft until then.
#pragma once

#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>

#include "app/bridge/session.h"

namespace ourtable {

class NoteEdit : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY changed REQUIRED)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY changed)
    Q_PROPERTY(bool ready READ ready NOTIFY changed)
    Q_PROPERTY(bool missing READ missing NOTIFY changed)          // not here
    Q_PROPERTY(bool takenBack READ takenBack NOTIFY changed)      // for good: nothing of it is left but its place
    Q_PROPERTY(bool removed READ removed NOTIFY changed)
    Q_PROPERTY(bool mayTakeBack READ mayTakeBack NOTIFY changed)
    Q_PROPERTY(QString text READ text NOTIFY textReplaced)        // what the box has to show; words() is what it holds
    Q_PROPERTY(int limit READ limit CONSTANT)
    Q_PROPERTY(QString kind READ kind NOTIFY changed)             // codes
    Q_PROPERTY(QStringList themes READ themes NOTIFY changed)
    Q_PROPERTY(QString level READ level NOTIFY changed)
    Q_PROPERTY(QString principle READ principle NOTIFY changed)
    Q_PROPERTY(QString voice READ voice NOTIFY changed)
    Q_PROPERTY(QString permission READ permission NOTIFY changed)
    Q_PROPERTY(QString language READ language NOTIFY changed)     // in words or a code, as people write it
    Q_PROPERTY(QString where READ where NOTIFY changed)           // "Table 2, 8:51"
    Q_PROPERTY(bool twoVersions READ twoVersions NOTIFY changed)  // a person has to choose
    Q_PROPERTY(QStringList history READ history NOTIFY changed)   // in words, the newest first
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit NoteEdit(QObject *parent = nullptr);
    ~NoteEdit() override;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString &key);
    [[nodiscard]] bool ready() const { return m_note.has_value(); }
    [[nodiscard]] bool missing() const { return m_missing; }
    [[nodiscard]] bool takenBack() const { return m_note && m_note->erased; }
    [[nodiscard]] bool removed() const { return m_note && m_note->hidden && !m_note->erased; }
    [[nodiscard]] bool mayTakeBack() const { return m_mayTakeBack; }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] int limit() const;
    [[nodiscard]] QString kind() const;
    [[nodiscard]] QStringList themes() const;
    [[nodiscard]] QString level() const;
    [[nodiscard]] QString principle() const;
    [[nodiscard]] QString voice() const;
    [[nodiscard]] QString permission() const;
    [[nodiscard]] QString language() const;
    [[nodiscard]] QString where() const;
    [[nodiscard]] bool twoVersions() const { return m_note && !m_note->twoVersions.empty(); }
    [[nodiscard]] QStringList history() const { return m_history; }
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE [[nodiscard]] QVariantList choices(const QString &vocabulary) const;
    // field as the catalogue names it ("voice"); empty: nothing is said any more.
    Q_INVOKABLE void choose(const QString &field, const QString &value);
    Q_INVOKABLE void chooseTheme(const QString &theme, bool chosen);
    // Words as they are typed; kept on disk, saved with saveWords().
    Q_INVOKABLE void write(const QString &words);
    Q_INVOKABLE void saveWords();
    Q_INVOKABLE void remove();
    Q_INVOKABLE void bringBack();

signals:
    void changed();
    void textReplaced();

private:
    struct Read {
        store::RecordView note;
        QStringList history;
        std::optional<std::string> draft;
        bool mayTakeBack = false;
    };
    void ask();
    void show(Result<Read> &&read);
    void forgetWords();
    void change(std::vector<usecases::FieldEdit> edits, bool words);
    void answered(const Result<void> &done);
    void keepDraft();
    void setProblem(const QString &problem);
    [[nodiscard]] QString held(catalogue::FieldNumber field) const;
    [[nodiscard]] std::optional<RecordId> record() const { return RecordId::fromHexText(m_key.toStdString()); }
    [[nodiscard]] std::string form() const { return "note/" + m_key.toStdString(); }

    Session *m_session = nullptr;
    QString m_key;
    std::optional<store::RecordView> m_note;
    QStringList m_history;
    QString m_text;
    QString m_problem;
    QTimer m_keep;
    bool m_typed = false; // and not saved
    bool m_missing = false;
    bool m_mayTakeBack = false;
};

} // namespace ourtable
