// What taking a note back means, and why it did not work. Part of TakeBackSheet.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property TakingNoteBack taking

    spacing: Theme.space12

    Banner {
        visible: root.taking.problem !== ""
        objectName: "takeBackProblem"
        tone: Theme.colours.dangerTone
        symbol: "alert"
        text: root.taking.problem
        Layout.fillWidth: true
    }
    Txt {
        objectName: "takeBackWords"
        text: qsTr("This will come off every tablet. It can't be got back. Take it out?")
        Layout.fillWidth: true
    }
}
