// A surface for what belongs together. Not focusable itself; its one child fills it inside the padding.
import QtQuick
import OurTable.Theme

Item {
    id: root

    default property alias content: inside.data
    property real padding: Theme.space20
    property color fill: Theme.colours.surface
    property color line: Theme.colours.hairline
    property int level: 1
    property real corner: Theme.radiusCard

    implicitWidth: (inside.children.length > 0 ? inside.children[0].implicitWidth : 0) + 2 * root.padding
    implicitHeight: (inside.children.length > 0 ? inside.children[0].implicitHeight : 0) + 2 * root.padding
    Accessible.role: Accessible.Grouping

    Shadow { level: root.level }
    Rectangle {
        anchors.fill: parent
        radius: root.corner
        color: root.fill
        border.width: Theme.isLight ? 0 : Theme.border
        border.color: root.line
    }
    Item {
        id: inside
        anchors.fill: parent
        anchors.margins: root.padding
    }
}
