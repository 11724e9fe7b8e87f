// The edit object of one record, or of a new one: a copy of its fields that the person changes, kept as a sealed draft at
// every pause, and saved as one change that replaces only what the person saw.
#pragma once

#include <QObject>
#include <QTimer>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/formfields.h"
#include "app/bridge/formreading.h"
#include "app/bridge/session.h"

namespace ourtable {

class RecordForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY kindChanged) // by name
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY keyChanged)     // empty: a new one
    Q_PROPERTY(ourtable::FormFields *fields READ fields CONSTANT)
    Q_PROPERTY(bool ready READ ready NOTIFY readChanged)          // false until it was read
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged) // what no single field is to blame for
    Q_PROPERTY(bool saving READ saving NOTIFY savingChanged)
    Q_PROPERTY(bool dirty READ dirty NOTIFY dirtyChanged)
    Q_PROPERTY(bool draftCameBack READ draftCameBack NOTIFY readChanged)
    Q_PROPERTY(bool isNew READ isNew NOTIFY keyChanged)
    Q_PROPERTY(bool removed READ removed NOTIFY readChanged)
    Q_PROPERTY(QString kindLabel READ kindLabel NOTIFY kindChanged)
    Q_PROPERTY(QString title READ title NOTIFY readChanged)
    Q_PROPERTY(QString stateWords READ stateWords NOTIFY readChanged)
    Q_PROPERTY(QString tone READ tone NOTIFY readChanged)
    Q_PROPERTY(QString updatedWords READ updatedWords NOTIFY readChanged) // "Ruth, 8:51"
    Q_PROPERTY(QVariantList moves READ moves NOTIFY readChanged)  // { to, text } that this person may try
    Q_PROPERTY(bool mayChange READ mayChange NOTIFY readChanged)  // anything at all
    Q_PROPERTY(bool mayRemove READ mayRemove NOTIFY readChanged)
    Q_PROPERTY(bool maySayYes READ maySayYes NOTIFY readChanged)
    Q_PROPERTY(int twoVersions READ twoVersions NOTIFY readChanged) // how many fields, or the state, somebody has to settle

public:
    explicit RecordForm(QObject *parent = nullptr);
    ~RecordForm() override;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString kind() const { return m_kind; }
    void setKind(const QString &kind);
    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString &key);
    [[nodiscard]] FormFields *fields() { return &m_fields; }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool saving() const { return m_saving; }
    [[nodiscard]] bool dirty() const { return m_dirty; }
    [[nodiscard]] bool draftCameBack() const { return m_draftCameBack; }
    [[nodiscard]] bool isNew() const { return m_key.isEmpty(); }
    [[nodiscard]] bool removed() const { return m_reading.removed; }
    [[nodiscard]] QString kindLabel() const;
    [[nodiscard]] QString title() const { return m_reading.title; }
    [[nodiscard]] QString stateWords() const { return m_reading.stateWords; }
    [[nodiscard]] QString tone() const { return m_reading.tone; }
    [[nodiscard]] QString updatedWords() const { return m_reading.updatedWords; }
    [[nodiscard]] QVariantList moves() const { return m_reading.moves; }
    [[nodiscard]] bool mayChange() const { return m_reading.offers.change || m_reading.offers.agree; }
    [[nodiscard]] bool mayRemove() const { return m_reading.offers.remove; }
    [[nodiscard]] bool maySayYes() const { return m_reading.maySayYes; }
    [[nodiscard]] int twoVersions() const { return m_reading.twoVersions; }

    // Whether all that stands there could be saved; errors appear at the fields otherwise.
    Q_INVOKABLE bool valid();
    // Ends with saved(), or with refused() and errors at fields or a problem. Nothing changed: saved() at once.
    Q_INVOKABLE void save();
    // As it was before; the draft goes.
    Q_INVOKABLE void discard();
    // With what was changed, all or nothing. Ends with moved() or refused().
    Q_INVOKABLE void move(const QString &to);
    // This person agrees to it. Ends with saved() or refused().
    Q_INVOKABLE void sayYes();
    // Undoable for ever. End with removedNow(), broughtBack() or refused().
    Q_INVOKABLE void remove();
    Q_INVOKABLE void bringBack();

signals:
    void sessionChanged();
    void kindChanged();
    void keyChanged();
    void readChanged();
    void problemChanged();
    void savingChanged();
    void dirtyChanged();
    // Fields that still hold something (unfinished words of the input method) hand it over now.
    void settling();
    void saved(const QString &key);
    void moved(const QString &stateWords);
    void removedNow();
    void broughtBack();
    void refused();

private:
    void readAgain();
    void read();
    void show(FormReading &&reading);
    void showDraft();
    void noteEdit();
    void keepDraft();
    void write(usecases::PlannedChange planned, const std::function<void()> &done);
    void takeSaved(const RecordId &record, FormReading &&reading, const QVariantList &sent);
    void take(const Error &error);
    void setLife(bool hide);
    [[nodiscard]] std::vector<usecases::FieldEdit> edits() const;
    [[nodiscard]] bool check(bool complete);
    [[nodiscard]] std::string formName() const;
    [[nodiscard]] const catalogue::Kind *known() const;
    void setProblem(const QString &problem);
    void setSaving(bool saving);
    void setDirty(bool dirty);

    Session *m_session = nullptr;
    std::shared_ptr<const catalogue::Catalogue> m_catalogue; // the fields refer to it
    QString m_kind;
    QString m_key;
    FormFields m_fields;
    FormReading m_reading;
    QTimer m_read;
    QTimer m_keep;
    QString m_problem;
    int m_question = 0;
    bool m_ready = false;
    bool m_saving = false;
    bool m_dirty = false;
    bool m_draftKept = false;
    bool m_draftCameBack = false;
};

} // namespace ourtable
