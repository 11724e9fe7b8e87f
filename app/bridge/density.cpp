#include "app/bridge/density.h"

#include <QMouseEvent>

namespace ourtable {

Density::Density(bool touch, bool fixed, QObject *parent) : QObject(parent), m_touch(touch), m_fixed(fixed) {}

bool Density::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::TouchBegin)
        setTouch(true);
    else if (event->type() == QEvent::MouseMove && static_cast<QMouseEvent *>(event)->source() == Qt::MouseEventNotSynthesized)
        setTouch(false);
    return QObject::eventFilter(watched, event);
}

void Density::setChoice(Choice choice)
{
    if (m_choice == choice)
        return;
    const bool before = touch();
    m_choice = choice;
    emit choiceChanged();
    if (touch() != before)
        emit touchChanged();
}

void Density::setTouch(bool touch)
{
    if (m_fixed || m_touch == touch)
        return;
    m_touch = touch;
    if (m_choice == Choice::ByItself)
        emit touchChanged();
}

} // namespace ourtable
