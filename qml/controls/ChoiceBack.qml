// The surface of a choice card. Internal to RadioCard and CheckCard.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    required property bool checked
    required property bool hovered
    required property bool wrong
    required property bool focused

    radius: Theme.radiusChoice
    color: root.checked ? Theme.colours.primaryTone.soft : root.hovered ? Theme.colours.sunken : Theme.colours.surface
    border.width: root.checked || root.wrong ? 2 : Theme.border
    border.color: root.wrong ? Theme.colours.dangerTone.solid : root.checked ? Theme.colours.primary : Theme.colours.outline
    FocusRing {
        shown: root.focused
        corner: Theme.radiusChoice
    }
}
