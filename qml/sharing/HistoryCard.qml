// What happened between this device and the hub, newest first; what has to be decided leads on.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property SharingHistory history

    signal decisionAsked

    readonly property int _most: 8
    property bool _all: false

    function _toneOf(what: int): Tone {
        return what === SharingHistory.Saved ? Theme.colours.warningTone
            : what === SharingHistory.Decide ? Theme.colours.accentTone
            : what === SharingHistory.Came || what === SharingHistory.BroughtIn ? Theme.colours.infoTone
            : what === SharingHistory.Joined || what === SharingHistory.Copied ? Theme.colours.neutralTone : Theme.colours.primaryTone
    }
    function _symbolOf(what: int): string {
        return what === SharingHistory.Saved ? "tick"
            : what === SharingHistory.Decide ? "merge"
            : what === SharingHistory.Came || what === SharingHistory.BroughtIn ? "download"
            : what === SharingHistory.Copied ? "lock"
            : what === SharingHistory.Joined ? "tablet" : "ticks"
    }

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0
        Txt {
            text: qsTr("What happened")
            textStyle: Theme.h2
            heading: true
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space4
        }
        Txt {
            objectName: "historyEmpty"
            visible: root.history.count === 0
            text: qsTr("Nothing yet. What is shared with the hub, and what comes from it, shows here.")
            color: Theme.colours.muted
            Layout.fillWidth: true
        }
        Repeater {
            model: root.history
            ListRow {
                id: row
                required property int index
                required property int what
                required text
                required detail
                readonly property bool _leads: row.what === SharingHistory.Decide
                objectName: "history" + row.index
                visible: root._all || row.index < root._most
                enabled: row._leads
                leadsOn: row._leads
                symbol: root._symbolOf(row.what)
                tone: root._toneOf(row.what)
                divided: row.index + 1 < root.history.count
                leftPadding: 0
                rightPadding: 0
                onClicked: root.decisionAsked()
                Layout.fillWidth: true
            }
        }
        Btn {
            objectName: "historyMore"
            visible: !root._all && root.history.count > root._most
            kind: Btn.Quiet
            text: qsTr("Show all %1").arg(root.history.count)
            onClicked: root._all = true
        }
    }
}
