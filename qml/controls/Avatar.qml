// The letters of a name, for those who find people by them. Decorative: the name stands beside it.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    required property string name
    property Tone tone: Theme.colours.categories[0]
    property real side: 40

    implicitWidth: root.side
    implicitHeight: root.side
    radius: root.side / 2
    color: root.tone.soft
    border.width: Theme.isContrast ? Theme.border : 0
    border.color: root.tone.solid
    Accessible.ignored: true

    Txt {
        anchors.centerIn: parent
        text: root.name.split(" ").filter(word => word !== "").slice(0, 2).map(word => Array.from(word)[0]).join("")
        font.pixelSize: Math.round(root.side * 0.37)
        font.weight: Font.DemiBold
        color: root.tone.ink
        wrapMode: Text.NoWrap
        silent: true
    }
}
