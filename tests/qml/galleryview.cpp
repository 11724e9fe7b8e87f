#include "tests/qml/galleryview.h"

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

QmlView gallery(int mode, double scale, const QSize &size)
{
    return QmlView(QStringLiteral("qrc:/qt/qml/OurTable/Gallery/Gallery.qml"),
                   {{QStringLiteral("mode"), mode}, {QStringLiteral("textScale"), scale}, {QStringLiteral("touch"), true}}, size);
}

QList<QAccessibleInterface *> tree(QmlView &view)
{
    QList<QAccessibleInterface *> found;
    collect(QAccessible::queryAccessibleInterface(&view.window()), found);
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

QAccessibleInterface *named(QmlView &view, const QString &name)
{
    for (QAccessibleInterface *each : tree(view)) {
        if (each->text(QAccessible::Name) == name && isControl(each))
            return each;
    }
    return nullptr;
}

} // namespace ourtable::test
