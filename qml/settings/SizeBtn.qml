// A letter of the size that it leads to. Part of LettersCard.
import QtQuick
import OurTable.Controls
import OurTable.Theme

Btn {
    id: root

    required property string name
    required property int letterPixels

    kind: Btn.Secondary
    implicitWidth: 60
    implicitHeight: 60
    leftPadding: 0
    Accessible.name: root.name

    Txt {
        anchors.centerIn: parent
        text: qsTr("A", "a letter, as an example of its size")
        font.pixelSize: root.letterPixels
        font.weight: Font.DemiBold
        color: root.enabled ? Theme.colours.link : Theme.colours.muted
        silent: true
    }
}
