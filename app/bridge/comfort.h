// What makes the screens comfortable (ux.md 7.29): the device's own settings before anybody signs in, a person's own after.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ourtable {

class Comfort : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("comes with the session")
    Q_PROPERTY(int mode READ mode WRITE setMode NOTIFY changed)                     // as Theme.Mode
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY changed)   // one of Theme.textScales
    Q_PROPERTY(QString family READ family WRITE setFamily NOTIFY changed)           // empty: the first that is there
    Q_PROPERTY(bool lessMovement READ lessMovement WRITE setLessMovement NOTIFY changed)
    Q_PROPERTY(bool moreLineSpace READ moreLineSpace WRITE setMoreLineSpace NOTIFY changed)
    Q_PROPERTY(bool moreLetterSpace READ moreLetterSpace WRITE setMoreLetterSpace NOTIFY changed)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)     // empty: the system's
    Q_PROPERTY(bool steadierTaps READ steadierTaps WRITE setSteadierTaps NOTIFY changed)
    Q_PROPERTY(int density READ density WRITE setDensity NOTIFY changed)            // as Density.Choice
    Q_PROPERTY(int lockMinutes READ lockMinutes WRITE setLockMinutes NOTIFY changed) // 0: what suits the device

public:
    struct Settings {
        int mode = 0;
        double textScale = 1;
        QString family;
        QString language;
        bool lessMovement = false;
        bool moreLineSpace = false;
        bool moreLetterSpace = false;
        bool steadierTaps = false;
        int density = 0;
        int lockMinutes = 0;
        bool operator==(const Settings &) const = default;
    };

    // Reads what the folder keeps for the device; a file that can't be read is as none.
    explicit Comfort(const QString &folder, QObject *parent = nullptr);

    [[nodiscard]] int mode() const { return m_now.mode; }
    [[nodiscard]] double textScale() const { return m_now.textScale; }
    [[nodiscard]] QString family() const { return m_now.family; }
    [[nodiscard]] QString language() const { return m_now.language; }
    [[nodiscard]] bool lessMovement() const { return m_now.lessMovement; }
    [[nodiscard]] bool moreLineSpace() const { return m_now.moreLineSpace; }
    [[nodiscard]] bool moreLetterSpace() const { return m_now.moreLetterSpace; }
    [[nodiscard]] bool steadierTaps() const { return m_now.steadierTaps; }
    [[nodiscard]] int density() const { return m_now.density; }
    [[nodiscard]] int lockMinutes() const { return m_now.lockMinutes; }
    // What is too small or too large becomes the nearest that can be.
    void setMode(int mode);
    void setTextScale(double scale);
    void setFamily(const QString &family) { change(&Settings::family, family); }
    void setLanguage(const QString &language) { change(&Settings::language, language); }
    void setLessMovement(bool less) { change(&Settings::lessMovement, less); }
    void setMoreLineSpace(bool more) { change(&Settings::moreLineSpace, more); }
    void setMoreLetterSpace(bool more) { change(&Settings::moreLetterSpace, more); }
    void setSteadierTaps(bool steadier) { change(&Settings::steadierTaps, steadier); }
    void setDensity(int density);
    void setLockMinutes(int minutes);

    // A person signed in: their settings hold, as personalChanged() gave them. Empty: the device's, until they change one.
    void follow(const QString &personal);
    // Signed out: the device's own hold again.
    void unfollow();

signals:
    void changed();
    // To be kept for the person who is signed in.
    void personalChanged(const QString &settings);

private:
    template <class T>
    void change(T Settings::*what, const T &to)
    {
        Settings settings = m_now;
        settings.*what = to;
        take(settings);
    }
    void take(const Settings &settings);

    QString m_file;
    Settings m_device;
    Settings m_now;
    bool m_personal = false;
};

} // namespace ourtable
