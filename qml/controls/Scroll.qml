// Something longer than its place, with a bar that shows where one is.
import QtQuick
import OurTable.Theme

Flickable {
    id: root

    // Scrolls so far that this part of the content is in sight.
    function show(from: real, length: real) {
        if (from < root.contentY)
            root.contentY = Math.max(0, from)
        else if (from + length > root.contentY + root.height)
            root.contentY = Math.min(root.contentHeight - root.height, from + length - root.height)
    }

    clip: true
    contentWidth: width
    boundsBehavior: Flickable.StopAtBounds

    Rectangle {
        parent: root
        visible: root.contentHeight > root.height + 4
        anchors.right: parent.right
        anchors.rightMargin: 3
        anchors.top: parent.top
        anchors.topMargin: 2 + (root.height - height - 4) * root.visibleArea.yPosition / Math.max(0.001, 1 - root.visibleArea.heightRatio)
        width: 5
        height: Math.max(36, root.height * root.visibleArea.heightRatio)
        radius: 3
        color: Theme.colours.outline
        opacity: 0.55
        Accessible.ignored: true
    }
}
