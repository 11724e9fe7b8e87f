// A short word about the state of something, with its icon where it has one.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

Rectangle {
    id: root

    required property string text
    property Tone tone: Theme.colours.neutralTone
    property string symbol

    readonly property Tone _tone: root.tone ?? Theme.colours.neutralTone // what gave the tone, and the theme, may go before the tag does

    implicitWidth: row.implicitWidth + 2 * Theme.space8 + Theme.space4
    implicitHeight: Math.max(27, row.implicitHeight + Theme.space8)
    radius: Theme.radiusTag
    color: root._tone ? root._tone.soft : "transparent"
    border.width: Theme.isContrast ? Theme.border : 0
    border.color: root._tone ? root._tone.ink : "transparent"
    Accessible.role: Accessible.StaticText
    Accessible.name: root.text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.space8 + 2
        anchors.rightMargin: Theme.space8 + 2
        spacing: Theme.space4
        Icon {
            symbol: root.symbol
            visible: root.symbol !== ""
            colour: root._tone ? root._tone.ink : Theme.colours.text
            size: 16
            stroke: 2
        }
        Txt {
            text: root.text
            textStyle: Theme.caption
            color: root._tone ? root._tone.ink : Theme.colours.text
            silent: true
            Layout.fillWidth: true
        }
    }
}
