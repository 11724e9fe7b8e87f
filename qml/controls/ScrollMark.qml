// Where one is in something longer than its place. A child of the Flickable that it tells about.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    required property Flickable of

    parent: root.of
    visible: root.of.contentHeight > root.of.height + 4
    anchors.right: parent.right
    anchors.rightMargin: 3
    anchors.top: parent.top
    anchors.topMargin: 2 + Math.max(0, Math.min(1, root.of.visibleArea.yPosition / Math.max(0.001, 1 - root.of.visibleArea.heightRatio)))
        * (root.of.height - root.height - 4)
    width: 5
    height: Math.max(36, root.of.height * root.of.visibleArea.heightRatio)
    radius: 3
    color: Theme.colours.outline
    opacity: 0.55
    Accessible.ignored: true
}
