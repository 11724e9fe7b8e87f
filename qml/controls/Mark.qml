// The sign of the app: a round table with its seats.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    property int side: 36

    implicitWidth: root.side
    implicitHeight: root.side
    radius: Math.round(root.side * 0.27)
    color: Theme.colours.primary
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        symbol: "seat"
        size: Math.round(root.side * 0.64)
        stroke: 2
        colour: Theme.colours.primaryInk
    }
}
