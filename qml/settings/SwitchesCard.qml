// What is on or off.
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls

Card {
    id: root

    required property Comfort comfort

    Accessible.name: qsTr("On or off")

    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        Toggle {
            objectName: "moreLineSpace"
            text: qsTr("More space between lines")
            hint: qsTr("Can make reading easier")
            checked: root.comfort.moreLineSpace
            onToggled: root.comfort.moreLineSpace = checked
            Layout.fillWidth: true
        }
        Divider { Layout.fillWidth: true }
        Toggle {
            objectName: "moreLetterSpace"
            text: qsTr("More space between letters")
            hint: qsTr("Keeps letters from running together")
            checked: root.comfort.moreLetterSpace
            onToggled: root.comfort.moreLetterSpace = checked
            Layout.fillWidth: true
        }
        Divider { Layout.fillWidth: true }
        Toggle {
            objectName: "lessMovement"
            text: qsTr("Less movement")
            hint: qsTr("Screens change without sliding")
            checked: root.comfort.lessMovement
            onToggled: root.comfort.lessMovement = checked
            Layout.fillWidth: true
        }
        Divider { Layout.fillWidth: true }
        Toggle {
            objectName: "steadierTaps"
            text: qsTr("Steadier taps")
            hint: qsTr("Ignores a second tap that is very quick")
            checked: root.comfort.steadierTaps
            onToggled: root.comfort.steadierTaps = checked
            Layout.fillWidth: true
        }
    }
}
