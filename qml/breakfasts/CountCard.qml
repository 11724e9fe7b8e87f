// Who came, counted by taps that add up across tablets. Part of ReadyPage.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property HeadCount heads
    required property bool over

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space8
        Txt {
            text: qsTr("Who came?")
            textStyle: Theme.h2
            heading: true
            Layout.fillWidth: true
        }
        Txt {
            objectName: "headTotal"
            text: qsTr("%n people so far. All tablets count together.", "", root.heads.total)
            color: Theme.colours.muted
            Layout.fillWidth: true
        }
        Repeater {
            model: root.heads
            HeadRow {
                id: row
                enabled: !root.over
                onStepped: by => root.heads.step(row.index, by)
                Layout.fillWidth: true
            }
        }
    }
}
