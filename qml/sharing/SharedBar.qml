// How much of all is shared, and how much waits, beside the words that say it.
import QtQuick
import OurTable.Theme

Item {
    id: root

    required property real part // shared, 0 to 1

    readonly property real _room: root.width - (root.part > 0 && root.part < 1 ? Theme.space4 : 0)

    implicitWidth: 200
    implicitHeight: 14
    Accessible.ignored: true

    Rectangle {
        id: shared
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        visible: root.part > 0
        width: root.part >= 1 ? root.width : Math.max(height, root._room * root.part)
        radius: height / 2
        color: Theme.colours.primary
    }
    Rectangle { // in high contrast an outline: colour is never the only sign
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        visible: root.part < 1
        width: Math.max(height, root.width - (shared.visible ? shared.width + Theme.space4 : 0))
        radius: height / 2
        color: Theme.isContrast ? Theme.colours.surface : Theme.colours.accentTone.solid
        border.width: Theme.isContrast ? Theme.border : 0
        border.color: Theme.colours.text
    }
}
