// What to do with the note: go on, leave it, or go back. Part of SortPane.
import QtQuick
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Item {
    id: root

    required property SortNotes sorting
    required property bool checking

    readonly property bool _atNote: root.sorting.stage === SortNotes.AtNote
    readonly property bool _any: root._atNote || root.sorting.canGoBack || root.sorting.canUndo

    implicitHeight: root._any ? flow.implicitHeight + 2 * Theme.space12 : 0

    Flow {
        id: flow
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.space8
        Btn {
            objectName: "next"
            visible: root._atNote
            width: Math.min(implicitWidth, flow.width)
            symbol: "tick"
            text: root.checking ? qsTr("I have read it") : qsTr("Next")
            onClicked: root.sorting.next()
        }
        Btn {
            objectName: "later"
            visible: root._atNote
            width: Math.min(implicitWidth, flow.width)
            kind: Btn.Secondary
            text: qsTr("Leave for later")
            onClicked: root.sorting.later()
        }
        Btn {
            objectName: "noteBefore"
            visible: root.sorting.canGoBack
            width: Math.min(implicitWidth, flow.width)
            kind: Btn.Quiet
            text: qsTr("The one before")
            onClicked: root.sorting.back()
        }
        Btn {
            objectName: "undoSort"
            visible: root.sorting.canUndo
            width: Math.min(implicitWidth, flow.width)
            kind: Btn.Quiet
            symbol: "undo"
            text: qsTr("Undo the last one")
            onClicked: root.sorting.undo()
        }
    }
}
