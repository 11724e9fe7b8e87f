// Joining a programme, one question after the other (ux.md 7.2, design README 8, Joining by typing): the invitation, a name,
// a secret; then both screens show two words, and a coordinator lets the person in. Asks the hub by itself until then.
#pragma once

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

#include <optional>

#include "app/bridge/session.h"
#include "core/usecases/enrolling.h"

namespace ourtable {

class Joining : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session MEMBER m_session NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(ourtable::Joining::Step step READ step NOTIFY stepChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged) // of the step's question
    Q_PROPERTY(QString name READ name NOTIFY stepChanged)
    Q_PROPERTY(QString words READ words NOTIFY stepChanged)        // "BLUE-OTTER", while waiting
    Q_PROPERTY(QString news READ news NOTIFY newsChanged)          // how the waiting goes

public:
    enum class Step { Invited, Named, Secured, Waiting, In }; // what is asked for, or what it waits for
    Q_ENUM(Step)

    explicit Joining(QObject *parent = nullptr);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] QString news() const { return m_news; }

    // As people type and paste them: with or without https and spaces. A whole invitation as the code needs no address.
    Q_INVOKABLE void readTyped(const QString &address, const QString &code);
    // The text of a file, or a file.
    Q_INVOKABLE void readText(const QString &text);
    Q_INVOKABLE void readFile(const QUrl &file);
    // The newest invitation among the downloads.
    Q_INVOKABLE void findFile();
    Q_INVOKABLE void call(const QString &name);
    Q_INVOKABLE void choose(const QString &secret, const QString &again, bool passphrase);
    Q_INVOKABLE void tryNow();
    // To the question before; false when there is none any more.
    Q_INVOKABLE bool back();
    Q_INVOKABLE void forgetProblem() { setProblem({}); }
    // A code as it is read aloud, in groups of four: "ABCD EFGH".
    Q_INVOKABLE [[nodiscard]] QString grouped(const QString &code) const;

signals:
    void sessionChanged();
    void stepChanged();
    void busyChanged();
    void problemChanged();
    void newsChanged();

private:
    struct Asked {
        QString key;
        QString words;
    };
    void read(std::function<Result<usecases::JoinRequest>(const usecases::Surroundings &)> read);
    [[nodiscard]] static Result<Asked> ask(Desk &desk, const usecases::JoinRequest &request, const usecases::NewPerson &person);
    void wait(const Asked &asked);
    void finish(const Result<void> &in);
    [[nodiscard]] QString textOf(const Error &error) const;
    void setStep(Step step);
    void setBusy(bool busy);
    void setProblem(const QString &problem);
    void setNews(const QString &news);

    Session *m_session = nullptr;
    Step m_step = Step::Invited;
    bool m_busy = false;
    QString m_problem;
    QString m_name;
    QString m_words;
    QString m_key;
    QString m_news;
    std::optional<usecases::JoinRequest> m_request;
    QTimer m_again;
};

} // namespace ourtable
