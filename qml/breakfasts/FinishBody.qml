// What has to be answered at the end of a breakfast. Part of FinishSheet.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

ColumnLayout {
    id: root

    required property Finishing finishing
    required property HeadCount heads

    spacing: Theme.space8

    Banner {
        visible: root.finishing.problem !== ""
        objectName: "finishProblem"
        tone: Theme.colours.dangerTone
        symbol: "alert"
        text: root.finishing.problem
        Layout.fillWidth: true
    }
    Check {
        objectName: "rulesRead"
        text: qsTr("We read the rules out")
        checked: root.finishing.rulesRead
        onToggled: root.finishing.rulesRead = checked
        Layout.fillWidth: true
    }
    Check {
        objectName: "notesExplained"
        text: qsTr("We said how notes are used")
        checked: root.finishing.notesExplained
        onToggled: root.finishing.notesExplained = checked
        Layout.fillWidth: true
    }
    Check {
        objectName: "roomPhoto"
        text: qsTr("We took a photo of the room, and people agreed")
        checked: root.finishing.roomPhoto
        onToggled: root.finishing.roomPhoto = checked
        Layout.fillWidth: true
    }
    Txt {
        text: qsTr("Who came?")
        textStyle: Theme.h3
        heading: true
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
    }
    Repeater {
        model: root.heads
        HeadRow {
            id: row
            onStepped: by => root.heads.step(row.index, by)
            Layout.fillWidth: true
        }
    }
}
