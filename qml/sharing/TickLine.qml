// One sign and its words, on as many lines as they need.
import QtQuick
import QtQuick.Layouts
import OurTable.Controls
import OurTable.Theme

RowLayout {
    id: root

    required property string symbol
    required property string text

    spacing: Theme.space12
    Icon {
        symbol: root.symbol
        size: 22
        Layout.alignment: Qt.AlignTop
    }
    Txt {
        text: root.text
        Layout.fillWidth: true
    }
}
