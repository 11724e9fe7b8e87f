// The icon of a destination with what waits there. Part of NavButton.
import QtQuick
import OurTable.Theme

Rectangle {
    id: root

    required property string sign
    required property int count
    required property bool chosen
    required property bool inRow
    required property color ink

    implicitWidth: root.inRow ? icon.implicitWidth : 60
    implicitHeight: root.inRow ? icon.implicitHeight : 36
    radius: 18
    color: root.chosen && !root.inRow ? Theme.colours.primaryTone.soft : "transparent"
    border.width: Theme.isContrast && root.chosen && !root.inRow ? Theme.border : 0
    border.color: Theme.colours.primary

    Icon {
        id: icon
        anchors.centerIn: parent
        symbol: root.sign
        size: root.inRow ? 21 : Math.min(25, 25 * 34 / Theme.iconPixels(25)) // within its pill with large text as well
        stroke: root.chosen ? 2.1 : 1.75
        colour: root.ink
    }
    Rectangle {
        visible: root.count > 0 && !root.inRow
        anchors.left: parent.horizontalCenter
        anchors.leftMargin: Theme.space8
        anchors.top: parent.top
        anchors.topMargin: -Theme.space4
        implicitWidth: Math.max(20, badge.implicitWidth + 10)
        implicitHeight: Math.max(20, badge.implicitHeight)
        radius: height / 2
        color: Theme.colours.accentTone.solid
        Txt {
            id: badge
            anchors.centerIn: parent
            text: root.count
            textStyle: Theme.caption
            font.weight: Font.Bold
            color: Theme.colours.accentInk
            wrapMode: Text.NoWrap
            silent: true
        }
    }
}
