// Where the keyboard is: 3 dp with a gap of 2 around its parent (ux.md 4.3).
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    property bool shown: false
    property real corner: Theme.radiusControl // of what it goes around

    anchors.fill: parent
    anchors.margins: -(Theme.focusWidth + Theme.focusGap)
    radius: root.corner + Theme.focusWidth + Theme.focusGap
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.colours.focus
    visible: root.shown
    z: 10
}
