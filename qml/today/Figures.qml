// A few numbers side by side, each with what it counts.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import OurTable.Bridge
import OurTable.Controls
import OurTable.Theme

Grid {
    id: root

    required property RowsModel figures

    columns: root.width < 26 * Theme.textPixels(Theme.body) ? 1 : Math.max(1, root.figures.count)
    columnSpacing: Theme.space20
    rowSpacing: Theme.space12

    Repeater {
        model: root.figures
        Card {
            id: card
            required property string text
            required property string detail
            required property string sign
            readonly property KindLook _look: KindLook { code: card.sign }
            width: (root.width - (root.columns - 1) * root.columnSpacing) / root.columns
            ColumnLayout {
                anchors.left: parent.left
                anchors.right: parent.right
                spacing: 2
                RowLayout {
                    spacing: Theme.space12
                    Txt {
                        text: card.text
                        textStyle: Theme.stat
                        silent: true
                        Layout.fillWidth: true
                    }
                    Icon {
                        symbol: card._look.symbol
                        size: 24
                        colour: card._look.tone.solid
                        Layout.alignment: Qt.AlignTop
                    }
                }
                Txt {
                    text: card.detail
                    textStyle: Theme.small
                    color: Theme.colours.muted
                    Accessible.name: qsTr("%1 %2", "a number and what it counts").arg(card.text).arg(card.detail)
                    Layout.fillWidth: true
                }
            }
        }
    }
}
