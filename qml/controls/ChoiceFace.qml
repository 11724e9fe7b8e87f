// What a choice card shows: its mark, its words, its icon. Internal to RadioCard and CheckCard.
import QtQuick
import QtQuick.Layouts
import OurTable.Theme

RowLayout {
    id: root

    required property string text
    required property string hint
    required property string symbol
    required property bool checked
    required property bool round

    readonly property color _ink: root.checked ? Theme.colours.primaryTone.ink : Theme.colours.text

    spacing: Theme.space12

    CheckMark {
        checked: root.checked
        round: root.round
        dot: root.round
        side: 26
        Layout.leftMargin: Theme.space4
    }
    ColumnLayout {
        spacing: 2
        Txt {
            text: root.text
            textStyle: Theme.strong
            font.weight: root.checked ? Font.DemiBold : Font.Medium
            color: root._ink
            silent: true
            Layout.fillWidth: true
        }
        Txt {
            text: root.hint
            visible: root.hint !== ""
            textStyle: Theme.small
            color: root.checked ? root._ink : Theme.colours.muted
            silent: true
            Layout.fillWidth: true
        }
    }
    Icon {
        symbol: root.symbol
        visible: root.symbol !== ""
        size: 26
        colour: root.checked ? root._ink : Theme.colours.muted
        Layout.rightMargin: Theme.space4
    }
}
