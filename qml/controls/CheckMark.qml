// The square or round mark of a choice.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    required property bool checked
    property bool round: false
    property bool mixed: false    // some of what it stands for
    property bool dot: false      // a round mark's sign: a dot instead of a tick
    property real side: Theme.touch ? 26 : 21

    implicitWidth: root.side
    implicitHeight: root.side
    radius: root.round ? root.side / 2 : Theme.radiusTag
    color: root.checked ? Theme.colours.primary : Theme.colours.surface
    border.width: root.checked ? 0 : 2
    border.color: Theme.colours.outline

    Icon {
        anchors.centerIn: parent
        visible: root.checked && !root.dot
        symbol: root.mixed ? "minus" : "tick"
        size: root.side * 0.73
        stroke: 2.6
        colour: Theme.colours.primaryInk
    }
    Rectangle {
        anchors.centerIn: parent
        visible: root.checked && root.dot
        implicitWidth: 11
        implicitHeight: 11
        radius: 5.5
        color: Theme.colours.primaryInk
    }
}
