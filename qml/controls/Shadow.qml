// Depth in the light theme; the others draw borders instead (ux.md 4.3). Goes into the item that casts it.
import QtQuick
import OurTable.Theme

BorderImage {
    id: root

    property int level: 1 // 1 cards, 2 what lies above the page
    readonly property int _corner: root.level === 2 ? 80 : 48

    anchors.fill: parent
    anchors.margins: root.level === 2 ? -48 : -24
    source: "image://shadow/" + root.level
    border { left: root._corner; right: root._corner; top: root._corner; bottom: root._corner }
    visible: Theme.isLight
    z: -1
    Accessible.ignored: true
}
