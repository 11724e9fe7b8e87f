// One of our icons (qml/pictures/icons), never the only sign of anything. Arrows turn round where words run right to left.
import QtQuick
import OurTable.Theme

Item {
    id: root

    property string symbol
    property color colour: Theme.colours.text
    property real size: 24
    property real stroke: Theme.isContrast ? 2.2 : 1.75

    readonly property string _mirrored: ({ left: "right", right: "left", back: "forward", forward: "back" })[root.symbol] ?? root.symbol
    readonly property string _shown: Theme.rightToLeft ? root._mirrored : root.symbol
    readonly property int _pixels: Theme.iconPixels(root.size)

    implicitWidth: root._pixels
    implicitHeight: root._pixels
    Accessible.ignored: true

    Image {
        anchors.fill: parent
        source: root._shown === "" ? ""
            : "image://icon/" + root._shown + "/" + root.colour.toString().slice(-6) + "/" + Math.round(root.stroke * 100)
        sourceSize.width: root._pixels
        sourceSize.height: root._pixels
        Accessible.ignored: true
    }
}
