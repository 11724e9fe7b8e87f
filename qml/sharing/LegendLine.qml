// A tick and what it counts.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

RowLayout {
    id: root

    required property string symbol
    required property color tint
    required property string text

    spacing: Theme.space8
    Icon {
        symbol: root.symbol
        colour: root.tint
        size: 22
        Layout.alignment: Qt.AlignTop
    }
    Txt {
        text: root.text
        font.weight: Font.Medium
        Layout.fillWidth: true
    }
}
