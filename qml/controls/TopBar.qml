// The top of a phone's page: back or title, then the save state, Help, Hide and Lock, always in this order.
import QtQuick
import QtQuick.Layouts
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

    readonly property bool _roomForPill: !root.leadsBack && !Theme.bigText
        && title.implicitWidth + pill.implicitWidth + 3 * Theme.target + Theme.space16 <= root.width

    implicitWidth: 320
    implicitHeight: Math.max(60, column.implicitHeight)
    color: Theme.colours.canvas

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 0
        RowLayout {
            spacing: 0
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space8
            Layout.rightMargin: Theme.space4
            IconBtn {
                objectName: "back"
                visible: root.leadsBack
                name: qsTr("Back")
                symbol: "back"
                tint: Theme.colours.text
                onClicked: root.backAsked()
            }
            Txt {
                id: title
                visible: !Theme.bigText
                text: root.title
                textStyle: Theme.h3
                heading: true
                maximumLineCount: 2
                elide: Text.ElideRight
                leftPadding: root.leadsBack ? 0 : Theme.space8
                Layout.fillWidth: true
            }
            Item {
                visible: Theme.bigText
                Layout.fillWidth: true
            }
            SavePill {
                id: pill
                objectName: "sharing"
                visible: root._roomForPill
                compact: true
                saveState: root.saveState
                count: root.count
                onClicked: root.sharingAsked()
            }
            IconBtn {
                objectName: "sharingSign"
                visible: !root._roomForPill
                name: root.saveState === SavePill.Shared ? qsTr("All shared with hub")
                    : root.saveState === SavePill.Decide ? qsTr("%n things to decide", "", root.count)
                    : root.saveState === SavePill.NeedsHelp ? qsTr("Needs help to share")
                    : root.saveState === SavePill.Sharing ? qsTr("Sharing…") : qsTr("Saved on this tablet")
                symbol: root.saveState === SavePill.Shared ? "ticks" : root.saveState === SavePill.Decide ? "merge" : root.saveState === SavePill.NeedsHelp ? "help" : "tablet-tick"
                tint: Theme.colours.primary
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
        Txt { // large words need a line of their own
            visible: Theme.bigText
            text: root.title
            textStyle: Theme.h3
            heading: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space16
            Layout.rightMargin: Theme.space16
            Layout.bottomMargin: Theme.space8
        }
    }
}
