// Destinations down the side, with Help, Hide and Lock always at its foot (ux.md 6.2, medium to large with touch). Where the
// height is not enough for all, the destinations scroll above them.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

Rectangle {
    id: root

    property var destinations: [] // of Destination; qmllint of Qt 6.4 lets no list be handed on
    property string current

    signal chosen(key: string)
    signal helpAsked
    signal hideAsked
    signal lockAsked

    // Of the foot with its gaps, whether it has them now or not.
    readonly property real _needed: column.implicitHeight + 3 * help.implicitHeight + 3 * Theme.space8 + Theme.space16 + Theme.space12
    readonly property bool _roomy: root.height >= root._needed + mark.height + Theme.space20
    readonly property bool _tight: root.height < root._needed

    implicitWidth: Math.max(96, column.implicitWidth, foot.implicitWidth)
    implicitHeight: root._needed
    color: Theme.colours.nav
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Divider {
        vertical: true
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
    }
    Mark {
        id: mark
        visible: root._roomy
        anchors.top: parent.top
        anchors.topMargin: Theme.space16
        anchors.horizontalCenter: parent.horizontalCenter
        side: 44
    }
    Scroll {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: foot.top
        anchors.topMargin: root._roomy ? mark.height + Theme.space16 + Theme.space20 : root._tight ? 0 : Theme.space16
        anchors.bottomMargin: root._tight ? 0 : Theme.space8
        interactive: root._tight
        contentHeight: column.implicitHeight
        ColumnLayout {
            id: column
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Theme.space8
            Repeater {
                model: root.destinations.length
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
                }
            }
        }
    }
    ColumnLayout {
        id: foot
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root._tight ? 0 : Theme.space12
        spacing: root._tight ? 0 : Theme.space8
        NavButton {
            id: help
            objectName: "help"
            text: qsTr("Help")
            symbol: "help"
            onClicked: root.helpAsked()
            Layout.fillWidth: true
        }
        NavButton {
            objectName: "hide"
            focusPolicy: Qt.TabFocus // a tap leaves the focus where somebody is writing
            text: qsTr("Hide")
            symbol: "eye-off"
            onClicked: root.hideAsked()
            Layout.fillWidth: true
        }
        NavButton {
            objectName: "lock"
            text: qsTr("Lock")
            symbol: "lock"
            onClicked: root.lockAsked()
            Layout.fillWidth: true
        }
    }
}
