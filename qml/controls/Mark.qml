// The sign of the app: a round table with its seats.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    property real side: 36         // grows with the text

    implicitWidth: Theme.iconPixels(root.side)
    implicitHeight: implicitWidth
    radius: Math.round(implicitWidth * 0.27)
    color: Theme.colours.primary
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        symbol: "seat"
        size: root.side * 0.64
        stroke: 2
        colour: Theme.colours.primaryInk
    }
}
