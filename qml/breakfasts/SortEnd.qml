// Where nothing is looked at: all are sorted, there was nothing to sort, or some were left for later. Part of SortPane.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property SortNotes sorting
    required property bool checking

    signal readAsked
    signal leaveAsked

    readonly property int _stage: root.sorting.stage
    readonly property bool _mayRead: !root.checking && root._stage !== SortNotes.OnlyLater && root.sorting.toCheck > 0

    function _words(): string {
        if (root._stage === SortNotes.OnlyLater)
            return qsTr("%n notes are left for later.", "", root.sorting.left)
        if (root._stage === SortNotes.Empty)
            return root.checking ? qsTr("Nothing to read.") : qsTr("Nothing to sort.")
        return root.checking ? qsTr("All read. Thank you.") : qsTr("All sorted. %n notes.", "", root.sorting.sorted)
    }

    spacing: Theme.space16

    EmptyState {
        objectName: "sortEnd"
        symbol: root._stage === SortNotes.Done ? "tick" : "layers"
        text: root._words()
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: Theme.space56
    }
    Txt {
        objectName: "toCheck"
        visible: root._mayRead
        text: qsTr("%n notes wait for a second person to read them.", "", root.sorting.toCheck)
        horizontalAlignment: Text.AlignHCenter
        color: Theme.colours.muted
        Layout.fillWidth: true
    }
    Btn {
        objectName: "takeLater"
        visible: root._stage === SortNotes.OnlyLater
        text: root.checking ? qsTr("Go on reading") : qsTr("Go on sorting")
        onClicked: root.sorting.takeLater()
        Layout.alignment: Qt.AlignHCenter
    }
    Btn {
        objectName: "readThem"
        visible: root._mayRead
        kind: Btn.Secondary
        text: qsTr("Read them")
        onClicked: root.readAsked()
        Layout.alignment: Qt.AlignHCenter
    }
    Btn {
        objectName: "leaveSorting"
        kind: Btn.Quiet
        text: qsTr("Go back")
        onClicked: root.leaveAsked()
        Layout.alignment: Qt.AlignHCenter
    }
}
