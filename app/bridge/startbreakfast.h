// Starting a breakfast that nobody planned: where, which question, when (domain.md J1). Everything is filled in, so that one tap
// starts it; what was changed is kept as a draft until then.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/knownplaces.h"
#include "app/bridge/rowsmodel.h"
#include "app/bridge/session.h"
#include "core/usecases/breakfasts.h"

namespace ourtable {

class StartBreakfast : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(ourtable::RowsModel *places READ places CONSTANT)
    Q_PROPERTY(bool ready READ ready NOTIFY changed) // false until the form is filled in
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY changed) // its name; one of places, or another one
    Q_PROPERTY(bool placeIsKnown READ placeIsKnown NOTIFY changed)
    Q_PROPERTY(QString question READ question WRITE setQuestion NOTIFY changed)
    Q_PROPERTY(QString date READ date WRITE setDate NOTIFY changed)
    Q_PROPERTY(QString time READ time WRITE setTime NOTIFY changed)
    Q_PROPERTY(QString usualTime READ usualTime NOTIFY changed)
    Q_PROPERTY(QString whenWords READ whenWords NOTIFY changed) // "Today, 8:30"
    // One that is open at that place on that day already: perhaps it is the same.
    Q_PROPERTY(QString sameKey READ sameKey NOTIFY changed)
    Q_PROPERTY(QString sameWords READ sameWords NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(int questionLimit READ questionLimit NOTIFY sessionChanged) // letters
    Q_PROPERTY(QString questionProblem READ questionProblem NOTIFY changed)
    Q_PROPERTY(QString placeProblem READ placeProblem NOTIFY changed)
    Q_PROPERTY(QString whenProblem READ whenProblem NOTIFY changed)

public:
    explicit StartBreakfast(QObject *parent = nullptr);
    ~StartBreakfast() override;

    [[nodiscard]] Session *session() const { return m_session; }
    void setSession(Session *session);
    [[nodiscard]] RowsModel *places() { return &m_places; }
    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString place() const { return m_form.place; }
    [[nodiscard]] bool placeIsKnown() const { return knownRow() != nullptr; }
    [[nodiscard]] QString question() const { return m_form.question; }
    [[nodiscard]] QString date() const { return m_form.date; }
    [[nodiscard]] QString time() const { return m_form.time; }
    [[nodiscard]] QString usualTime() const { return m_usualTime; }
    [[nodiscard]] QString whenWords() const;
    [[nodiscard]] QString sameKey() const;
    [[nodiscard]] QString sameWords() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] int questionLimit() const;
    [[nodiscard]] QString questionProblem() const { return m_questionProblem; }
    [[nodiscard]] QString placeProblem() const { return m_placeProblem; }
    [[nodiscard]] QString whenProblem() const { return m_whenProblem; }
    void setPlace(const QString &place) { put(m_form.place, place); }
    void setQuestion(const QString &question) { put(m_form.question, question); }
    void setDate(const QString &date) { put(m_form.date, date); }
    void setTime(const QString &time) { put(m_form.time, time); }

    // Opens it, unless something is missing: then a problem says what.
    Q_INVOKABLE void start();
    // Somebody joined another one, or thought better of it.
    Q_INVOKABLE void forget();

signals:
    void sessionChanged();
    void changed();
    void started(const QString &key);

private:
    struct Form {
        QString place, question, date, time;
        bool operator==(const Form &) const = default;
    };
    struct OpenOne {
        std::string key, place, date, start;
    };
    struct Facts {
        std::vector<KnownPlace> places;
        std::vector<OpenOne> open;
        std::string question; // what the catalogue begins with
        std::string usualTime; // empty when the day has had its breakfast
        Value draft;
    };
    [[nodiscard]] static Result<Facts> read(usecases::Workspace &workspace, const std::string &today);
    void ask();
    void take(const Facts &facts);
    void fillIn(const Facts &facts);
    [[nodiscard]] QString likelyTime() const;
    [[nodiscard]] const OpenOne *same() const;
    [[nodiscard]] const RowsModel::Row *knownRow() const;
    [[nodiscard]] bool complete();
    [[nodiscard]] usecases::BreakfastPlan plan() const;
    void put(QString &held, const QString &value);
    void keepDraft();

    Session *m_session = nullptr;
    RowsModel m_places;
    Form m_form;
    std::vector<OpenOne> m_open;
    QString m_usualTime, m_problem, m_placeProblem, m_questionProblem, m_whenProblem;
    QTimer m_keep;
    bool m_ready = false;
    bool m_busy = false;
};

} // namespace ourtable
