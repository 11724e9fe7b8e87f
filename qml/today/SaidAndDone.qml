// One line of "You said, we did": good news, to be read.
import QtQuick
import OurTable.Controls
import OurTable.Theme

Card {
    id: root

    required property string text

    fill: Theme.colours.accentTone.soft
    line: Theme.isContrast ? Theme.colours.accentTone.ink : Theme.colours.accentTone.soft

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.space8
        Row {
            width: parent.width
            spacing: Theme.space8
            Icon {
                id: quote
                symbol: "quote"
                size: 21
                colour: Theme.colours.accentTone.ink
            }
            Txt {
                width: parent.width - quote.width - parent.spacing
                text: qsTr("You said, we did")
                textStyle: Theme.strong
                color: Theme.colours.accentTone.ink
                heading: true
            }
        }
        Txt {
            width: parent.width
            text: root.text
            color: Theme.colours.accentTone.ink
        }
    }
}
