// The end of the program by hand: what is typed goes to the disk first, and nobody loses words that it does not take without
// being asked.
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include "app/bridge/session.h"

namespace ourtable {

class Closing : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(ourtable::Session *session MEMBER m_session NOTIFY sessionChanged REQUIRED)
    // The beginnings of what would be lost, in quotes, or what it belongs to; only of whoever is signed in.
    Q_PROPERTY(QStringList words READ words NOTIFY wordsChanged)

public:
    using QObject::QObject;

    [[nodiscard]] QStringList words() const { return m_words; }

    // Whether the window may go now. If not, what is typed is being kept: ends in kept(), and then it may; or in asks().
    Q_INVOKABLE [[nodiscard]] bool mayGo();
    // Somebody lets the words go.
    Q_INVOKABLE void letGo() { m_may = true; }

signals:
    void sessionChanged();
    void wordsChanged();
    void kept();
    void asks();

private:
    struct Unkept {
        bool any = false;
        QStringList words;
    };
    [[nodiscard]] static Unkept tryAgain(Desk &desk);

    Session *m_session = nullptr;
    QStringList m_words;
    bool m_may = false;
    bool m_trying = false;
};

} // namespace ourtable
