// Two versions of one record, and what a person chooses: one of them, a mix, or both as two records. Nothing is chosen before
// they say so, and nothing is lost: the other version stays in the history.
#pragma once

#include <QObject>
#include <QTimer>
#include <QVariant>
#include <QtQml/qqmlregistration.h>

#include <map>
#include <optional>

#include "app/bridge/session.h"
#include "app/bridge/versionreading.h"

namespace ourtable {

class VersionChoice : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString key READ key WRITE setKey NOTIFY keyChanged)
    Q_PROPERTY(ourtable::VersionChoice::Stage stage READ stage NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)           // "Two people changed this promise"
    Q_PROPERTY(QString difference READ difference NOTIFY changed) // "Only the wording and the date are different"
    Q_PROPERTY(QString outcome READ outcome NOTIFY changed)       // who will see it, and where the other version is
    Q_PROPERTY(QString apartText READ apartText NOTIFY changed)   // "Keep both as two promises"; empty when that makes no sense
    // Plain values. A version: name, title, where, keepText, cells of {label, differs, parts of {text, marked}}.
    Q_PROPERTY(QVariantList versions READ versions NOTIFY changed)
    // What differs, for mixing: field, label, isText, limit, options of {title, words}, chosen (-1: none), words (own ones).
    Q_PROPERTY(QVariantList fields READ fields NOTIFY mixChanged)
    Q_PROPERTY(bool mixComplete READ mixComplete NOTIFY mixChanged)
    Q_PROPERTY(bool mayChooseAgain READ mayChooseAgain NOTIFY changed)

public:
    enum class Stage {
        Reading,
        Open,
        Saving,
        Decided,
        Gone // nothing of it is in two versions any more, or it is not for this person
    };
    Q_ENUM(Stage)

    explicit VersionChoice(QObject *parent = nullptr);

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] QString key() const { return m_key; }
    void setKey(const QString &key);
    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString difference() const;
    [[nodiscard]] QString outcome() const;
    [[nodiscard]] QString apartText() const;
    [[nodiscard]] QVariantList versions() const;
    [[nodiscard]] QVariantList fields() const;
    [[nodiscard]] bool mixComplete() const;
    [[nodiscard]] bool mayChooseAgain() const { return m_stage == Stage::Decided && !m_apart; }

    Q_INVOKABLE void keep(int version);
    Q_INVOKABLE void keepApart();
    // The versions again, as long as nobody wrote anything newer.
    Q_INVOKABLE void chooseAgain();
    // --- mixing: field as `fields` has it
    Q_INVOKABLE void choose(int field, int version);
    Q_INVOKABLE void write(int field, const QString &words);
    Q_INVOKABLE void mix();

signals:
    void sessionChanged();
    void keyChanged();
    void changed();
    void mixChanged();
    void decided();

private:
    struct Mixed { // one field's choice
        int version = -1;
        QString words;
    };
    void read();
    void show(Result<VersionReading> &&reading);
    void readDraft();
    void keepDraft();
    void save(const std::vector<usecases::Choice> &choices);
    void saved(const Result<std::vector<usecases::Touched>> &result, const std::vector<usecases::Choice> &choices, bool apart);
    void setStage(Stage stage, const QString &problem = {});
    [[nodiscard]] bool isPromise() const { return m_reading.kind == "action"; }
    [[nodiscard]] std::optional<std::size_t> indexOf(int field) const;
    [[nodiscard]] QString sentenceOfOthers() const;

    Session *m_session = nullptr;
    QString m_key;
    Stage m_stage = Stage::Reading;
    QString m_problem;
    VersionReading m_reading;
    std::map<catalogue::FieldNumber, Mixed> m_mix;
    std::vector<usecases::Choice> m_chosen; // last time; empty before
    bool m_apart = false;
    QTimer m_keep;
};

} // namespace ourtable
