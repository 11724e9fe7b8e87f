// The letters of a name, for those who find people by them. Decorative: the name stands beside it.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    required property string name
    property Tone tone: Theme.colours.categories[0]
    property real side: 40       // grows a little with the text
    readonly property int _pixels: Math.round(Math.min(Theme.iconPixels(root.side), 1.3 * root.side))

    implicitWidth: root._pixels
    implicitHeight: root._pixels
    radius: root._pixels / 2
    color: root.tone.soft
    border.width: Theme.isContrast ? Theme.border : 0
    border.color: root.tone.solid
    Accessible.ignored: true

    Txt {
        anchors.centerIn: parent
        text: root.name.split(" ").filter(word => word !== "").slice(0, 2).map(word => Array.from(word)[0]).join("")
        font.pixelSize: Math.round(root._pixels * 0.37)
        font.weight: Font.DemiBold
        color: root.tone.ink
        wrapMode: Text.NoWrap
        silent: true
    }
}
