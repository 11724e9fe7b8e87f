// Destinations with words, counts and shortcuts, for a pointer (ux.md 6.2, large).
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

Rectangle {
    id: root

    required property string programme
    property var destinations: [] // of Destination; qmllint of Qt 6.4 lets no list be handed on
    property string current
    property int toShare: 0
    property bool digits: true // Alt with digits goes to the places now

    signal chosen(key: string)
    signal sharingAsked
    signal settingsAsked
    signal helpAsked
    signal hideAsked
    signal lockAsked

    implicitWidth: Math.max(228, column.implicitWidth + 2 * Theme.space12)
    implicitHeight: column.implicitHeight + 2 * Theme.space16
    color: Theme.colours.nav
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Divider {
        vertical: true
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: parent.bottom
    }
    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.space12
        anchors.topMargin: Theme.space16
        spacing: 2
        Item { // no layout in the layout: it would keep the height of a width that it no longer has
            implicitHeight: Math.max(mark.height, names.height)
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space16
            Mark {
                id: mark
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
            }
            Column {
                id: names
                anchors.left: mark.right
                anchors.leftMargin: Theme.space12
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                Txt {
                    text: qsTr("Our Table")
                    textStyle: Theme.strong
                    width: names.width
                }
                Txt {
                    objectName: "programme"
                    visible: root.programme !== ""
                    text: root.programme
                    textStyle: Theme.caption
                    color: Theme.colours.muted
                    maximumLineCount: 3
                    elide: Text.ElideRight
                    width: names.width
                }
            }
        }
        Repeater {
            model: root.destinations.length
            NavButton {
                required property int index
                readonly property Destination _place: root.destinations[index]
                objectName: _place.key
                inRow: true
                text: _place.text
                symbol: _place.symbol
                count: _place.count
                chosen: _place.key === root.current
                shortcutWords: root.digits ? qsTr("Alt+%1").arg(index + 1) : ""
                onClicked: root.chosen(_place.key)
                Layout.fillWidth: true
            }
        }
        Item { Layout.fillHeight: true }
        Divider { Layout.fillWidth: true }
        NavButton {
            objectName: "sharing"
            inRow: true
            text: qsTr("Saving and sharing")
            symbol: "tablet-tick"
            count: root.toShare
            onClicked: root.sharingAsked()
            Layout.fillWidth: true
            Layout.topMargin: Theme.space8
        }
        NavButton {
            objectName: "settings"
            inRow: true
            text: qsTr("Settings")
            symbol: "settings"
            onClicked: root.settingsAsked()
            Layout.fillWidth: true
        }
        NavButton {
            objectName: "help"
            inRow: true
            text: qsTr("Help")
            symbol: "help"
            shortcutWords: qsTr("F1")
            onClicked: root.helpAsked()
            Layout.fillWidth: true
        }
        NavButton {
            objectName: "hide"
            focusPolicy: Qt.TabFocus // a tap leaves the focus where somebody is writing
            inRow: true
            text: qsTr("Hide")
            symbol: "eye-off"
            shortcutWords: qsTr("Ctrl+H")
            onClicked: root.hideAsked()
            Layout.fillWidth: true
        }
        NavButton {
            objectName: "lock"
            inRow: true
            text: qsTr("Lock")
            symbol: "lock"
            shortcutWords: qsTr("Ctrl+L")
            onClicked: root.lockAsked()
            Layout.fillWidth: true
        }
    }
}
