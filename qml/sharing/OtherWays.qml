// Ways to share that need no hub. Each leads to a page of its own.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    signal asked(page: string)

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 0
        Txt {
            text: qsTr("Other ways to share")
            textStyle: Theme.h3
            heading: true
            Layout.fillWidth: true
            Layout.bottomMargin: Theme.space4
        }
        ListRow {
            objectName: "passNearby"
            symbol: "tablet"
            text: qsTr("Pass to another tablet nearby")
            detail: qsTr("Both screens show the same two words first")
            leftPadding: 0
            rightPadding: 0
            onClicked: root.asked("nearby")
            Layout.fillWidth: true
        }
        ListRow {
            objectName: "saveCopy"
            symbol: "download"
            text: qsTr("Save a locked copy to a memory stick")
            detail: qsTr("Only your programme can open it")
            leftPadding: 0
            rightPadding: 0
            onClicked: root.asked("copy-save")
            Layout.fillWidth: true
        }
        ListRow {
            objectName: "bringCopy"
            symbol: "lock"
            text: qsTr("Bring in a locked copy")
            detail: qsTr("From a memory stick, to pass it to the hub")
            divided: false
            leftPadding: 0
            rightPadding: 0
            onClicked: root.asked("copy-bring")
            Layout.fillWidth: true
        }
    }
}
