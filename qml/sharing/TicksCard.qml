// What one tick says, and what two say.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    fill: Theme.colours.sunken
    level: 0

    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space12
        Txt {
            text: qsTr("What do the ticks mean?")
            textStyle: Theme.h3
            heading: true
            Layout.fillWidth: true
        }
        TickLine {
            symbol: "tick"
            text: Theme.tablet ? qsTr("Saved on this tablet") : qsTr("Saved on this device")
            Layout.fillWidth: true
        }
        TickLine {
            symbol: "ticks"
            text: qsTr("Saved here and shared with the hub")
            Layout.fillWidth: true
        }
    }
}
