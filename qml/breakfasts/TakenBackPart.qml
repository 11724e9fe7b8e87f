// The place of a note that was taken back, and what was made of it in other words. Part of NotePage.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Scroll {
    id: root

    required property Session session
    required property string note // its key; empty while it stands

    signal went(page: string, details: var)
    signal leaving

    contentHeight: column.implicitHeight + Theme.space40
    onVisibleChanged: if (root.visible) back.forceActiveFocus() // what had it is gone

    TakingNoteBack {
        id: taking
        session: root.session
        note: root.note
    }
    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.space56
        spacing: Theme.space24
        EmptyState {
            objectName: "takenBack"
            symbol: "x"
            text: qsTr("A note was taken back")
            Layout.fillWidth: true
            Btn {
                id: back
                objectName: "leaveTakenBack"
                kind: Btn.Secondary
                text: qsTr("Go back")
                onClicked: root.leaving()
                Layout.alignment: Qt.AlignHCenter
            }
        }
        ThingsCard {
            visible: taking.reworded.count > 0
            objectName: "reworded"
            title: qsTr("Read these again")
            aside: qsTr("They came from it, in other words")
            rows: taking.reworded
            onChosen: (page, kind, key) => root.went(page, { kind: kind, key: key })
            Layout.fillWidth: true
        }
    }
}
