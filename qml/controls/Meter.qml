// How much of a whole, beside the words that say it.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    required property real value // 0 to 1
    property color fill: Theme.colours.primary

    implicitWidth: 120
    implicitHeight: 8
    radius: height / 2
    color: Theme.colours.sunken
    border.width: Theme.isContrast ? 1 : 0
    border.color: Theme.colours.outline
    Accessible.ignored: true

    Rectangle {
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.bottom: parent.bottom
        width: root.value <= 0 ? 0 : Math.max(height, parent.width * Math.min(1, root.value))
        radius: height / 2
        color: root.fill
    }
}
