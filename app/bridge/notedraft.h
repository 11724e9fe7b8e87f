// The note in the box: what is typed and what is chosen with it, not saved yet. A promise when its kind is "promise".
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

#include "core/support/value.h"

namespace ourtable {

class NoteDraft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with Capture")
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(int length READ length NOTIFY textChanged) // in characters, as the limit counts them
    Q_PROPERTY(int limit READ limit NOTIFY changed)
    Q_PROPERTY(bool promise READ isPromise NOTIFY changed)
    Q_PROPERTY(QString kind READ kind WRITE setKind NOTIFY changed) // code; empty none
    Q_PROPERTY(QStringList themes READ themes NOTIFY changed)       // codes
    Q_PROPERTY(QString level READ level WRITE setLevel NOTIFY changed)
    Q_PROPERTY(QString voice READ voice WRITE setVoice NOTIFY changed)
    Q_PROPERTY(QString permission READ permission WRITE setPermission NOTIFY changed)
    Q_PROPERTY(QString promiser READ promiser WRITE setPromiser NOTIFY changed) // a name in words; empty: gave none
    Q_PROPERTY(QString due READ due WRITE setDue NOTIFY changed)                // "YYYY-MM-DD"; empty: the next breakfast

public:
    struct Content {
        QString text, kind, level, voice, permission, promiser, due;
        QStringList themes;
        // Nothing that somebody would miss.
        [[nodiscard]] bool isEmpty() const;
        // What was left there, and behind its words these; what was chosen there holds. The same when these stand there already.
        [[nodiscard]] Content behind(const Content &left) const;
        [[nodiscard]] Value toValue() const;
        [[nodiscard]] static Content fromValue(const Value &value); // what does not fit is left out
        bool operator==(const Content &) const = default;
    };

    using QObject::QObject;

    [[nodiscard]] const Content &content() const { return m_now; }
    [[nodiscard]] QString text() const { return m_now.text; }
    [[nodiscard]] int length() const;
    [[nodiscard]] int limit() const;
    [[nodiscard]] bool isPromise() const;
    [[nodiscard]] QString kind() const { return m_now.kind; }
    [[nodiscard]] QStringList themes() const { return m_now.themes; }
    [[nodiscard]] QString level() const { return m_now.level; }
    [[nodiscard]] QString voice() const { return m_now.voice; }
    [[nodiscard]] QString permission() const { return m_now.permission; }
    [[nodiscard]] QString promiser() const { return m_now.promiser; }
    [[nodiscard]] QString due() const { return m_now.due; }
    void setText(const QString &text);
    void setKind(const QString &kind) { put(m_now.kind, kind); }
    void setLevel(const QString &level) { put(m_now.level, level); }
    void setVoice(const QString &voice) { put(m_now.voice, voice); }
    void setPermission(const QString &permission) { put(m_now.permission, permission); }
    void setPromiser(const QString &promiser) { put(m_now.promiser, promiser); }
    void setDue(const QString &due) { put(m_now.due, due); }
    // Choosing the chosen one clears it.
    Q_INVOKABLE void chooseKind(const QString &kind) { setKind(m_now.kind == kind ? QString() : kind); }
    Q_INVOKABLE void chooseTheme(const QString &theme, bool chosen);

    // Something else is in the box now: what was kept, another table's, or nothing.
    void replace(const Content &content);
    // What was saved leaves; words that were typed after it stay.
    void takeOut(const Content &saved);

signals:
    void textChanged();
    void changed();
    // The box has to show `text`, whatever it shows.
    void replaced();
    // By a person, not by replace().
    void edited();

private:
    void put(QString &held, const QString &value);

    Content m_now;
};

} // namespace ourtable
