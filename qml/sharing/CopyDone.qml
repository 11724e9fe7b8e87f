// What came of a locked copy, and what to do now.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property LockedCopy copy
    required property string again // on the button that asks once more

    signal done

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space16
        TickLine {
            objectName: "outcome"
            symbol: "tick"
            text: root.copy.outcome
            Layout.fillWidth: true
        }
        Txt {
            objectName: "next"
            text: root.copy.next
            Layout.fillWidth: true
        }
        Flow {
            id: ways
            spacing: Theme.space12
            Layout.fillWidth: true
            Btn {
                objectName: "copyDone"
                width: Math.min(implicitWidth, ways.width)
                text: qsTr("Done")
                onClicked: root.done()
            }
            Btn {
                objectName: "copyAgain"
                width: Math.min(implicitWidth, ways.width)
                kind: Btn.Quiet
                text: root.again
                onClicked: root.copy.forget()
            }
        }
    }
}
