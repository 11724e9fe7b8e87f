// Destinations along the foot of a phone: four at most, the rest behind More. With large text they become one wide Menu button.
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

    readonly property int _most: Theme.textScale > 1 && root.destinations.length > 4 ? 3 : 4 // and More, whose words need room as well
    readonly property bool _more: root.destinations.length > root._most
    readonly property bool _even: !root._more && Theme.textScale <= 1
    readonly property bool _elsewhere: root._more && !root._shows(root.current)

    function _shows(key: string): bool {
        for (let i = 0; i < root._most; ++i) {
            if (root.destinations[i].key === key)
                return true
        }
        return false
    }

    implicitWidth: 320
    implicitHeight: Math.max(74, row.implicitHeight)
    color: Theme.colours.surface
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
            model: Theme.bigText ? 0 : Math.min(root._most, root.destinations.length)
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
                Layout.preferredWidth: root._even ? 1 : implicitWidth
            }
        }
        NavButton {
            visible: root._more && !Theme.bigText
            objectName: "more"
            text: qsTr("More")
            symbol: "more"
            chosen: root._elsewhere
            onClicked: root.menuAsked()
            Layout.fillWidth: true
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
