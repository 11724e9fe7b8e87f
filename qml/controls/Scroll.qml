// Something longer than its place, with a bar that shows where one is. What the keyboard reaches comes into sight.
import QtQuick
import OurTable.Theme
import "sight.js" as Sight

Flickable {
    id: root

    // Scrolls so far that this part of the content is in sight.
    function show(from: real, length: real) {
        if (from < root.contentY)
            root.contentY = Math.max(0, from)
        else if (from + length > root.contentY + root.height)
            root.contentY = Math.max(0, Math.min(root.contentHeight - root.height, from + length - root.height))
    }

    // This part of the content is shown, and again when the place or the content changes, until somebody scrolls.
    function keep(part: Item) {
        root._kept = part
        root._showKept()
    }

    property Item _kept
    readonly property OutOfSight _outOfSight: OutOfSight { of: root }
    readonly property Item _focused: root.Window.activeFocusItem

    function _showKept() {
        if (!root._kept)
            return
        const from = root._kept.mapToItem(root.contentItem, 0, 0).y
        const margin = root._kept.height + 2 * Theme.space24 <= root.height ? Theme.space24 : 0
        if (root._kept.height <= root.height) // what is longer can't be in sight as a whole
            root.show(from - margin, root._kept.height + 2 * margin)
    }
    function _holds(item: Item): bool {
        let above = item
        while (above && above !== root.contentItem)
            above = above.parent
        return above === root.contentItem
    }

    on_FocusedChanged: {
        // Under a finger nothing moves.
        if (root._focused && !Sight.focusedByFinger(root._focused, Qt.MouseFocusReason) && root._holds(root._focused))
            root.keep(root._focused)
    }
    onContentHeightChanged: root._showKept()
    onHeightChanged: root._showKept()
    onMovementStarted: root._kept = null

    clip: true
    contentWidth: width
    boundsBehavior: Flickable.StopAtBounds

    ScrollMark { of: root }
}
