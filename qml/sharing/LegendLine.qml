// A tick and what it counts.
import QtQuick
import OurTable.Controls
import OurTable.Theme

Row {
    id: root

    required property string symbol
    required property color tint
    required property string text

    spacing: Theme.space8
    Icon {
        symbol: root.symbol
        colour: root.tint
        size: 22
    }
    Txt {
        text: root.text
        font.weight: Font.Medium
    }
}
