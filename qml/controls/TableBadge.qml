// The number of a table in its colour. Decorative: the row's name says it.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    required property int number // from 1
    property bool chosen: false
    property real side: 34       // grows a little with the text
    readonly property int _pixels: Math.round(Math.min(Theme.iconPixels(root.side), 1.3 * root.side))
    readonly property Tone _tone: Theme.colours.categories[(root.number - 1) % Theme.colours.categories.length]

    implicitWidth: root._pixels
    implicitHeight: root._pixels
    radius: root._pixels / 2
    color: root.chosen ? root._tone.solid : root._tone.soft
    border.width: Theme.isContrast ? Theme.border : 0
    border.color: root._tone.solid
    Accessible.ignored: true

    Txt {
        anchors.centerIn: parent
        text: root.number
        font.pixelSize: Math.round(root._pixels * 0.48)
        font.weight: Font.Bold
        color: root.chosen ? Theme.colours.surface : root._tone.ink
        wrapMode: Text.NoWrap
        silent: true
    }
}
