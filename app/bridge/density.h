// Touch or pointer, by the input that was used last. Told, never applied by itself: the shell changes sizes at the next
// change of page, not while somebody is looking (ux.md 6.2).
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace ourtable {

class Density : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("handed in by the program")
    Q_PROPERTY(bool touch READ touch NOTIFY touchChanged)
    Q_PROPERTY(ourtable::Density::Choice choice READ choice WRITE setChoice NOTIFY choiceChanged)

public:
    enum class Choice { ByItself, Touch, Pointer };
    Q_ENUM(Choice)

    // fixed: the input does not change it.
    Density(bool touch, bool fixed, QObject *parent = nullptr);

    [[nodiscard]] bool touch() const { return m_choice == Choice::ByItself ? m_touch : m_choice == Choice::Touch; }
    [[nodiscard]] Choice choice() const { return m_choice; }
    // Of whoever uses the device: wins over the input.
    void setChoice(Choice choice);
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void touchChanged();
    void choiceChanged();

private:
    void setTouch(bool touch);
    bool m_touch;
    bool m_fixed;
    Choice m_choice = Choice::ByItself;
};

} // namespace ourtable
