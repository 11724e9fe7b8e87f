// Destinations along the foot of a phone, four at most. With large text they become one wide Menu button.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

Rectangle {
    id: root

    property var destinations: [] // of Destination; qmllint of Qt 6.4 lets no list be handed on
    property string current

    signal chosen(key: string)
    signal menuAsked

    implicitWidth: 320
    implicitHeight: Math.max(74, row.implicitHeight)
    color: Theme.colours.nav
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Divider {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
    }
    RowLayout {
        id: row
        anchors.fill: parent
        spacing: 0
        Repeater {
            model: Theme.bigText ? 0 : root.destinations.length
            NavButton {
                required property int index
                readonly property Destination _place: root.destinations[index]
                objectName: _place.key
                text: _place.text
                symbol: _place.symbol
                count: _place.count
                chosen: _place.key === root.current
                onClicked: root.chosen(_place.key)
                Layout.fillWidth: true
                Layout.preferredWidth: 1
            }
        }
        Btn {
            visible: Theme.bigText
            objectName: "menu"
            kind: Btn.Quiet
            text: qsTr("Menu")
            symbol: "menu"
            onClicked: root.menuAsked()
            Layout.fillWidth: true
        }
    }
}
