// A button without words, for back, help, lock, more and close only. Its name is needed all the same.
import QtQuick
import QtQuick.Templates as T
import OurTable.Theme

T.Button {
    id: root

    required property string name
    required property string symbol
    property color tint: Theme.colours.muted

    text: root.name
    implicitWidth: Theme.target
    implicitHeight: Theme.target
    hoverEnabled: !Theme.touch
    Accessible.name: root.name
    Accessible.onPressAction: root.clicked()
    Keys.onReturnPressed: root.clicked()
    Keys.onEnterPressed: root.clicked()

    background: Rectangle {
        radius: Theme.radiusControl
        color: root.hovered || root.down ? Theme.colours.sunken : "transparent"
        FocusRing { shown: root.visualFocus }
    }
    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            symbol: root.symbol
            colour: root.tint
            size: 23
        }
    }
}
