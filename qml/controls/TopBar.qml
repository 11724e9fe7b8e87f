// The top of a phone's page: back and title, then the save state, Help, Hide and Lock, always in this order. A title that has no
// room beside them stands below.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    required property string title
    property bool leadsBack: false
    property int saveState: SavePill.Saved
    property int count: 0

    signal backAsked
    signal sharingAsked
    signal helpAsked
    signal hideAsked
    signal lockAsked

    readonly property real _signs: 3 * Theme.target + (root.leadsBack ? Theme.target : Theme.space8) + Theme.space12 // what always stands there
    readonly property bool _own: Theme.bigText || title.implicitWidth + Theme.target + root._signs > root.width // the title has a line of its own
    readonly property bool _roomForPill: !Theme.bigText && (root._own ? 0 : title.implicitWidth) + pill.briefWidth + root._signs <= root.width

    implicitWidth: 320
    implicitHeight: root._own ? row.height + below.implicitHeight + Theme.space12 : Math.max(60, row.height)
    color: Theme.colours.canvas

    Item {
        id: row
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: root._own ? 0 : Math.max(0, (60 - height) / 2)
        height: Math.max(Theme.target, signs.implicitHeight)
        IconBtn {
            id: back
            objectName: "back"
            anchors.left: parent.left
            anchors.leftMargin: Theme.space8
            visible: root.leadsBack
            name: qsTr("Back")
            symbol: "back"
            tint: Theme.colours.text
            onClicked: root.backAsked()
        }
        Txt {
            id: title
            objectName: "barTitle"
            anchors.left: parent.left // always: a line that changes while nobody sees the bar leaves the title where it was
            anchors.leftMargin: root.leadsBack ? Theme.space8 + back.width : Theme.space16
            anchors.right: signs.left
            anchors.verticalCenter: parent.verticalCenter
            visible: !root._own
            text: root.title
            textStyle: Theme.h3
            heading: true
            wrapMode: Text.NoWrap
        }
        Row {
            id: signs
            anchors.right: parent.right
            anchors.rightMargin: Theme.space4
            SavePill {
                id: pill
                objectName: "sharing"
                compact: true
                bare: !root._roomForPill
                saveState: root.saveState
                count: root.count
                onClicked: root.sharingAsked()
            }
            IconBtn {
                objectName: "help"
                name: qsTr("Help")
                symbol: "help"
                onClicked: root.helpAsked()
            }
            IconBtn {
                objectName: "hide"
                focusPolicy: Qt.TabFocus // a tap leaves the focus where somebody is writing
                name: qsTr("Hide")
                symbol: "eye-off"
                onClicked: root.hideAsked()
            }
            IconBtn {
                objectName: "lock"
                name: qsTr("Lock")
                symbol: "lock"
                onClicked: root.lockAsked()
            }
        }
    }
    Txt { // words are neither cut nor broken for the sake of signs
        id: below
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        anchors.top: row.bottom
        visible: root._own
        text: root.title
        textStyle: Theme.bigText ? Theme.h3 : Theme.h2
        heading: true
        maximumLineCount: 4
        elide: Text.ElideRight
    }
}
