#include "tests/qml/accessibletree.h"

namespace ourtable::test {
namespace {

void collect(QAccessibleInterface *from, QList<QAccessibleInterface *> &found)
{
    for (int i = 0; i < from->childCount(); ++i) {
        QAccessibleInterface *child = from->child(i);
        if (!child || child->state().invisible)
            continue;
        found.append(child);
        collect(child, found);
    }
}

bool hasRoleOfControl(QAccessible::Role role)
{
    return QList<QAccessible::Role>{QAccessible::Button, QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText, QAccessible::ListItem,
                       QAccessible::PageTab, QAccessible::MenuItem, QAccessible::ComboBox}
        .contains(role);
}

bool holdsControls(QAccessibleInterface *from)
{
    for (int i = 0; i < from->childCount(); ++i) {
        QAccessibleInterface *child = from->child(i);
        if (child && (hasRoleOfControl(child->role()) || holdsControls(child)))
            return true;
    }
    return false;
}

} // namespace

QList<QAccessibleInterface *> accessibleTree(QWindow &window)
{
    QList<QAccessibleInterface *> found;
    collect(QAccessible::queryAccessibleInterface(&window), found);
    return found;
}

bool isControl(QAccessibleInterface *each)
{
    return hasRoleOfControl(each->role()) && !(each->role() == QAccessible::ListItem && !each->state().focusable && holdsControls(each));
}

QByteArray told(QAccessibleInterface *control)
{
    return QByteArray::number(control->role(), 16) + " '" + control->text(QAccessible::Name).toUtf8() + "'";
}

QByteArray missingOf(QAccessibleInterface *control)
{
    if (control->text(QAccessible::Name).isEmpty())
        return "name";
    if (!control->state().focusable && !control->state().disabled)
        return "focus";
    const QStringList actions = control->actionInterface() ? control->actionInterface()->actionNames() : QStringList();
    const bool acts = actions.contains(QAccessibleActionInterface::pressAction()) || actions.contains(QAccessibleActionInterface::toggleAction());
    if (!acts && control->role() != QAccessible::EditableText)
        return "action";
    if (control->role() == QAccessible::CheckBox && !control->state().checkable)
        return "state";
    return {};
}

} // namespace ourtable::test
