// A few steps of which some are reached, as dots; said as words.
pragma ComponentBehavior: Bound
import QtQuick
import OurTable.Theme

Row {
    id: root

    required property int value
    property int most: 4

    spacing: Theme.space4
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1 out of %2").arg(root.value).arg(root.most)

    Repeater {
        model: root.most
        Rectangle {
            required property int index
            readonly property bool _reached: index < root.value
            implicitWidth: 10
            implicitHeight: 10
            radius: 5
            color: _reached ? Theme.colours.primary : "transparent"
            border.width: _reached ? 0 : 2
            border.color: Theme.colours.outline
        }
    }
}
