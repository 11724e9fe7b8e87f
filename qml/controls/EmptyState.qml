// Nothing here yet: a small sign, one sentence, and what to do, as a child.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

ColumnLayout {
    id: root

    required property string text
    property string symbol: "seat"

    spacing: Theme.space16

    Rectangle {
        implicitWidth: 64
        implicitHeight: 64
        radius: 32
        color: Theme.colours.sunken
        Layout.alignment: Qt.AlignHCenter
        Icon {
            anchors.centerIn: parent
            symbol: root.symbol
            size: 32
            colour: Theme.colours.muted
        }
    }
    Txt {
        text: root.text
        horizontalAlignment: Text.AlignHCenter
        Layout.fillWidth: true
        Layout.maximumWidth: 420
        Layout.alignment: Qt.AlignHCenter
    }
}
