// A clip within a clip: the software renderer draws what is in it without any clip where the two have nothing in common. What is
// scrolled wholly out of the Flickable around it is not drawn at all, then; it keeps the focus.
import QtQuick

QtObject {
    id: root

    required property Flickable of

    readonly property Flickable _around: root._above(root.of)
    readonly property bool _out: root._around !== null
        && root._isOut(root._around.contentX, root._around.contentY, root._around.width, root._around.height, root._around.contentHeight)

    readonly property Binding _draw: Binding {
        target: root.of.contentItem
        property: "opacity"
        value: root._out ? 0 : 1
    }

    function _above(item: Item): Flickable {
        let above = item.parent
        while (above && !(above instanceof Flickable))
            above = above.parent
        return above
    }
    function _isOut(x: real, y: real, width: real, height: real, all: real): bool { // each of these may move it
        const place = root.of.mapToItem(root._around, 0, 0, root.of.width, root.of.height)
        return place.x >= width || place.y >= height || place.x + place.width <= 0 || place.y + place.height <= 0
    }
}
