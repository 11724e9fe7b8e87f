// The top of a phone's page: back or title, then the save state, Help and Lock, always in this order.
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
    signal lockAsked

    implicitWidth: 320
    implicitHeight: Math.max(60, row.implicitHeight)
    color: Theme.colours.canvas

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.space8
        anchors.rightMargin: Theme.space4
        spacing: 0
        IconBtn {
            objectName: "back"
            visible: root.leadsBack
            name: qsTr("Back")
            symbol: "back"
            tint: Theme.colours.text
            onClicked: root.backAsked()
        }
        Txt {
            text: root.title
            textStyle: Theme.h3
            heading: true
            maximumLineCount: 2
            elide: Text.ElideRight
            leftPadding: root.leadsBack ? 0 : Theme.space8
            Layout.fillWidth: true
        }
        SavePill {
            objectName: "sharing"
            visible: !root.leadsBack && !Theme.bigText
            compact: true
            saveState: root.saveState
            count: root.count
            onClicked: root.sharingAsked()
        }
        IconBtn {
            objectName: "sharingSign"
            visible: root.leadsBack || Theme.bigText
            name: root.saveState === SavePill.Shared ? qsTr("All shared with hub")
                : root.saveState === SavePill.Decide ? qsTr("%n things to decide", "", root.count)
                : root.saveState === SavePill.Sharing ? qsTr("Sharing…") : qsTr("Saved on this tablet")
            symbol: root.saveState === SavePill.Shared ? "ticks" : root.saveState === SavePill.Decide ? "merge" : "tablet-tick"
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
            objectName: "lock"
            name: qsTr("Lock")
            symbol: "lock"
            onClicked: root.lockAsked()
        }
    }
}
